import type { EnrolmentState } from '#core/enrolment.ts'
import type { Collector, Occupation, ParticipationKind } from '#core/terms.ts'
import type { StoredEnrolment } from './enrolments.ts'
import type { Db } from './kysely.ts'

/** What can change in an enrolment after it was saved, by the names the audit uses. */
export type EnrolmentFields = {
  state: EnrolmentState
  receiptNumber: string | null
  receiptDate: string | null
  returnReason: string | null
  cancelReason: string | null
  kind: ParticipationKind
  kindReason: string
  kindNote: string | null
  declaredUntil: string | null
  occupation: Occupation
  collector: Collector
  conferenceId: number | null
  income: number | null
  method: string | null
  supportGroup: string
  position: number | null
  months: number
  supportedMonths: number
  validFrom: string
  validTo: string
  gross: number
  stateSupport: number
  localSupport: number
  payer: number
  basis: unknown
  derivation: unknown
}

const columns = {
  state: 'state',
  receiptNumber: 'receipt_number',
  receiptDate: 'receipt_date',
  returnReason: 'return_reason',
  cancelReason: 'cancel_reason',
  kind: 'kind',
  kindReason: 'kind_reason',
  kindNote: 'kind_note',
  declaredUntil: 'declared_until',
  occupation: 'occupation',
  collector: 'collector',
  conferenceId: 'conference_id',
  income: 'income',
  method: 'method',
  supportGroup: 'support_group',
  position: 'position',
  months: 'months',
  supportedMonths: 'supported_months',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  gross: 'gross',
  stateSupport: 'state_support',
  localSupport: 'local_support',
  payer: 'payer',
  basis: 'basis',
  derivation: 'derivation',
} as const satisfies Record<keyof EnrolmentFields, keyof StoredEnrolment>

const kept = new Set<string>(['basis', 'derivation'])
const names = Object.keys(columns) as (keyof EnrolmentFields)[]

/** The fields of a stored enrolment that can change. */
export function fieldsOf(row: StoredEnrolment): EnrolmentFields {
  const entries = names.map((name) => {
    const value = row[columns[name]]
    return [name, kept.has(name) ? JSON.parse(String(value)) : value]
  })
  return Object.fromEntries(entries) as EnrolmentFields
}

/** Writes some fields of an enrolment; the store refuses a step that is not legal (`illegal-step`). */
export async function writeFields(
  db: Db,
  id: number,
  fields: Partial<EnrolmentFields>,
): Promise<void> {
  const entries = names
    .filter((name) => name in fields)
    .map((name) => [
      columns[name],
      kept.has(name) ? JSON.stringify(fields[name]) : (fields[name] ?? null),
    ])
  if (entries.length === 0) return
  await db.updateTable('enrolment').set(Object.fromEntries(entries)).where('id', '=', id).execute()
}

/** The first enrolment that somebody of a household signed after another one, cancelled or not. */
export async function nextSignUp(
  db: Db,
  householdId: number,
  enrolmentId: number,
): Promise<{ id: number } | null> {
  const row = await db
    .selectFrom('enrolment')
    .select('id')
    .where('household_id', '=', householdId)
    .where('id', '>', enrolmentId)
    .orderBy('id')
    .executeTakeFirst()
  return row ?? null
}
