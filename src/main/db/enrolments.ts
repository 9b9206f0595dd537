import type { Selectable } from 'kysely'
import type { Charge } from '#core/enrolment.ts'
import type { CommuneRef } from '#core/household.ts'
import type { Collector, Occupation, ParticipationKind, Scheme } from '#core/terms.ts'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** One scheme of one person as it is written: the choice and the amounts charged for it. */
export type NewEnrolment = {
  draftKey: string
  householdId: number
  personId: number
  scheme: Scheme
  kind: ParticipationKind
  kindReason: string
  kindNote: string | null
  /** Last day of an earlier participation as the person declared it. */
  declaredUntil: string | null
  signedOn: string
  income: number | null
  method: string | null
  supportGroup: string
  position: number | null
  charge: Charge
  commune: CommuneRef & { name: string }
  collector: Collector
  occupation: Occupation
  conferenceId: number | null
  createdBy: string
}

/** Adds an enrolment and answers its id. `at` is an ISO instant. */
export async function addEnrolment(db: Db, enrolment: NewEnrolment, at: string): Promise<number> {
  const { charge } = enrolment
  const row = await db
    .insertInto('enrolment')
    .values({
      draft_key: enrolment.draftKey,
      household_id: enrolment.householdId,
      person_id: enrolment.personId,
      scheme: enrolment.scheme,
      kind: enrolment.kind,
      state: 'registered',
      signed_on: enrolment.signedOn,
      months: charge.months,
      supported_months: charge.supportedMonths,
      income: enrolment.income,
      method: enrolment.method,
      support_group: enrolment.supportGroup,
      position: enrolment.position,
      valid_from: charge.validFrom,
      valid_to: charge.validTo,
      gross: charge.gross,
      state_support: charge.state,
      local_support: charge.local,
      payer: charge.payer,
      basis: JSON.stringify(charge.basis),
      derivation: JSON.stringify(charge.derivation),
      commune_code: enrolment.commune.code,
      commune_from: enrolment.commune.validFrom,
      commune_name: enrolment.commune.name,
      collector: enrolment.collector,
      occupation: enrolment.occupation,
      conference_id: enrolment.conferenceId,
      cancel_reason: null,
      kind_reason: enrolment.kindReason,
      kind_note: enrolment.kindNote,
      declared_until: enrolment.declaredUntil,
      created_by: enrolment.createdBy,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A stored enrolment, as the table has it. */
export type StoredEnrolment = Selectable<Tables['enrolment']>

/** An enrolment by id, or null. */
export async function readEnrolment(db: Db, id: number): Promise<StoredEnrolment | null> {
  const row = await db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** What was already saved under the key of a form: the same form saved twice is one sign-up. */
export async function listByDraftKey(db: Db, key: string): Promise<StoredEnrolment[]> {
  return db.selectFrom('enrolment').selectAll().where('draft_key', '=', key).orderBy('id').execute()
}

/** Everything a person ever signed that was not cancelled, newest first. */
export async function listHistory(db: Db, personId: number): Promise<StoredEnrolment[]> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '!=', 'cancelled')
    .orderBy('signed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** How many members of a household joined BHYT in a calendar year; the ladder goes on from there. */
export async function countBhytMembers(db: Db, householdId: number, year: string): Promise<number> {
  const row = await db
    .selectFrom('enrolment')
    .select(({ fn }) => fn.count<number>('person_id').distinct().as('members'))
    .where('household_id', '=', householdId)
    .where('scheme', '=', 'bhyt-hgd')
    .where('state', '!=', 'cancelled')
    .where('position', 'is not', null)
    .where('signed_on', '>=', `${year}-01-01`)
    .where('signed_on', '<=', `${year}-12-31`)
    .executeTakeFirstOrThrow()
  return row.members
}

/** A personal number as lists show it: `001•••••0123` (Luật 91/2025 Điều 3: no more than needed). */
export function maskNumber(number: string): string {
  return `${number.slice(0, 3)}${'•'.repeat(5)}${number.slice(-4)}`
}
