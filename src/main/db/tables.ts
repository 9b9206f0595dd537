import type { Generated } from 'kysely'
import type { EnrolmentState } from '#core/enrolment.ts'
import type { CallOutcome } from '#core/renewal.ts'
import type { Collector, Occupation, ParticipationKind, Scheme, Sex } from '#core/terms.ts'
import type { ConferenceTables } from './conference-tables.ts'
import type { OfficeTables } from './office-tables.ts'
import type { PlanTables } from './plan-tables.ts'
import type { PrivacyTables } from './privacy-tables.ts'
import type { SummaryTables } from './summary-tables.ts'

/** Households, people and their enrolments: rows as `migrations/` creates them. Days are ISO dates, instants ISO UTC, money đồng. */
type EnrolmentTables = {
  household: {
    id: Generated<number>
    commune_code: string
    commune_from: string
    address: string
    address_fold: string
    phone: string | null
    created_at: string
  }
  person: {
    id: Generated<number>
    household_id: number
    relation: string
    position: number
    name: string
    name_fold: string
    name_sort: string
    birth_date: string
    birth_precision: 'day' | 'year'
    sex: Sex
    personal_number: string | null
    insurance_number: string | null
    phone: string | null
    email: string | null
    ethnicity: string | null
    nationality: string
    care_facility: string | null
    birth_commune: string | null
    birth_district: string | null
    birth_province: string | null
    guardian: string | null
    delivery: 'electronic' | 'paper' | null
    created_at: string
    place: number | null
    merged_into: number | null
    erased_at: string | null
  }
  enrolment: {
    id: Generated<number>
    draft_key: string
    household_id: number
    person_id: number
    scheme: Scheme
    kind: ParticipationKind
    state: EnrolmentState
    signed_on: string
    months: number
    supported_months: number
    income: number | null
    method: string | null
    support_group: string
    position: number | null
    valid_from: string
    valid_to: string
    gross: number
    state_support: number
    local_support: number
    payer: number
    basis: string
    derivation: string
    commune_code: string
    commune_from: string
    commune_name: string
    collector: Collector
    occupation: Occupation
    conference_id: number | null
    cancel_reason: string | null
    created_by: string
    created_at: string
    kind_reason: Generated<string>
    kind_note: string | null
    declared_until: string | null
    receipt_number: string | null
    receipt_date: string | null
    return_reason: string | null
    previous_state: EnrolmentState | null
  }
  enrolment_step: { from_state: EnrolmentState; to_state: EnrolmentState }
  sheet: { key: string; title: string; content: string; kept_by: string; kept_at: string }
  renewal_call: {
    id: Generated<number>
    enrolment_id: number
    called_at: string
    called_by: string
    outcome: CallOutcome
    next_on: string | null
    note: string
  }
  enrolment_counted: Tables['enrolment'] & { first_before: number | null }
  merged_number: { number: string; person_id: number }
  person_verdict: { person_id: number; other: string; decided_by: string; decided_at: string }
  target: {
    id: string
    label: string
    measure: string
    scope: 'unit' | 'city'
    from_date: string
    to_date: string
    value: number
    campaign_id: string | null
  }
}

/** All tables of the store. */
export type Tables = EnrolmentTables &
  OfficeTables &
  ConferenceTables &
  PlanTables &
  SummaryTables &
  PrivacyTables
