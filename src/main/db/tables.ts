import type { Generated } from 'kysely'
import type { AttachmentKind } from '#core/attachment.ts'
import type { EnrolmentState } from '#core/enrolment.ts'
import type { CallOutcome } from '#core/renewal.ts'
import type {
  Collector,
  ConferenceKind,
  ConferenceState,
  LeadOutcome,
  Occupation,
  ParticipationKind,
  PeriodKind,
  Role,
  Scheme,
  Sex,
} from '#core/terms.ts'

/** The rows of the store, as `migrations/` creates them. Days are ISO dates, instants ISO UTC, money đồng. */
export type Tables = {
  office: {
    id: number
    code: string
    name: string
    founded_on: string
    practice: number
    created_at: string
  }
  setting: { key: string; value: string }
  staff: {
    id: Generated<number>
    name: string
    role: Role
    pin_salt: Buffer
    pin_hash: Buffer
    active: Generated<number>
    failed_tries: Generated<number>
    locked_until: string | null
  }
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
  }
  conference: {
    id: Generated<number>
    kind: ConferenceKind
    held_on: string
    starts_at: string | null
    commune_code: string
    commune_from: string
    commune_name: string
    place: string
    organisers: string
    speakers: string
    attendees: number
    notes: string
    created_at: string
    cancel_reason: string | null
    state: Generated<ConferenceState>
    previous_state: ConferenceState | null
    draft_key: string | null
    ends_at: string | null
    target_groups: Generated<string>
    invited: number | null
    consultations: Generated<number>
    questions: Generated<string>
    materials: Generated<string>
    chair: Generated<string>
    secretary: Generated<string>
    minutes: Generated<string>
  }
  attendee: {
    id: Generated<number>
    conference_id: number
    name: string
    name_fold: string
    birth_year: number | null
    address: string
    phone: string | null
    occupation: Occupation | null
    bhxh: number
    bhyt: number
    consent: number
    follow_up_on: string | null
    outcome: LeadOutcome | null
    note: string
    lead_key: string | null
    removed: Generated<number>
    added_by: string
    added_at: string
  }
  conference_file: {
    id: Generated<number>
    conference_id: number
    name: string
    kind: AttachmentKind
    size: number
    sha256: string
    thumbnail: Buffer | null
    removed: Generated<number>
    added_by: string
    added_at: string
    bytes: Buffer
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
  staff_action: { id: Generated<number>; staff_id: number; first_seq: number; last_seq: number }
  sheet: { key: string; title: string; content: string; kept_by: string; kept_at: string }
  coverage: {
    person_id: number
    scheme: Scheme
    enrolment_id: number
    valid_to: string
    commune_code: string
    commune_from: string
  }
  coverage_count: {
    commune_code: string
    commune_from: string
    scheme: Scheme
    valid_to: string
    people: number
  }
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
  saved_filter: { name: string; filter: string; saved_by: string; saved_at: string }
  target: {
    id: string
    label: string
    measure: string
    scope: 'unit' | 'city'
    from_date: string
    to_date: string
    value: number
  }
  period: {
    id: Generated<number>
    kind: PeriodKind
    from_date: string
    to_date: string
    state: 'open' | 'closed'
    revision: number
    closed_by: string | null
    closed_at: string | null
  }
  summary_file: {
    sequence: number
    period_id: number
    revision: number
    file_name: string
    sha256: string
    previous_sha256: string | null
    created_by: string
    approved_by: string
    created_at: string
    bytes: Buffer
    written_at: string | null
  }
  print_job: {
    id: Generated<number>
    made_at: string
    made_by: string
    title: string
    made_on: string
    check_official: number
    paper_count: number
    page_count: number
    papers: string
    sha256: string
  }
  audit: {
    seq: number
    at: string
    actor: string
    event: string
    subject: string
    detail: string
    previous_hash: string
    hash: string
  }
}
