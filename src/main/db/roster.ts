import { sql } from 'kysely'
import type { Attendee, AttendeeDraft, Lead, LeadNote } from '#core/roster.ts'
import { foldKey } from '#core/text.ts'
import type { Db } from './kysely.ts'

/** Adds somebody to a roster and answers the id. */
export async function addAttendee(
  db: Db,
  conferenceId: number,
  draft: AttendeeDraft,
  added: { by: string; at: string },
): Promise<number> {
  const values = { conference_id: conferenceId, added_by: added.by, added_at: added.at }
  const row = await db
    .insertInto('attendee')
    .values({ ...columns(draft), ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes a row of a roster over the old one. */
export async function changeAttendee(db: Db, id: number, draft: AttendeeDraft): Promise<void> {
  await db.updateTable('attendee').set(columns(draft)).where('id', '=', id).execute()
}

/** Takes somebody off a roster, or puts them back. */
export async function markAttendee(db: Db, id: number, removed: boolean): Promise<void> {
  await db
    .updateTable('attendee')
    .set({ removed: removed ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** Forgets a row that was just added: undoing a paste leaves nobody behind. */
export async function dropAttendee(db: Db, id: number): Promise<void> {
  await db.deleteFrom('attendee').where('id', '=', id).execute()
}

/** Writes down what came of talking to a lead. */
export async function noteLead(db: Db, { id, outcome, followUpOn, note }: LeadNote): Promise<void> {
  await db
    .updateTable('attendee')
    .set({ outcome, follow_up_on: followUpOn, note })
    .where('id', '=', id)
    .execute()
}

/** The draft key of the sign-up a lead becomes; the key it has already stays. */
export async function keyOfLead(db: Db, id: number, fresh: string): Promise<string> {
  const row = await db
    .updateTable('attendee')
    .set({ lead_key: sql<string>`coalesce(lead_key, ${fresh})` })
    .where('id', '=', id)
    .returning('lead_key')
    .executeTakeFirstOrThrow()
  return row.lead_key ?? fresh
}

/** Gives a lead a fresh key once the sign-up made under the old one was cancelled. */
export async function forgetLeadKey(db: Db, id: number): Promise<void> {
  await db.updateTable('attendee').set({ lead_key: null }).where('id', '=', id).execute()
}

/** Whether a sign-up, also a cancelled one, was saved under the key of a lead. */
export async function leadKeyUsed(db: Db, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('attendee')
    .innerJoin('enrolment', 'enrolment.draft_key', 'attendee.lead_key')
    .select('attendee.id')
    .where('attendee.id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody on a roster, or null; `removed` reads those taken off as well. */
export async function readAttendee(
  db: Db,
  id: number,
  options: { removed?: boolean } = {},
): Promise<Attendee | null> {
  let query = attendees(db).where('attendee.id', '=', id)
  if (!options.removed) query = query.where('removed', '=', 0)
  const row = await query.executeTakeFirst()
  return row ? toAttendee(row) : null
}

/** Everybody on the roster of a conference, in the order they were written down. */
export async function listRoster(db: Db, conferenceId: number): Promise<Attendee[]> {
  const rows = await attendees(db)
    .where('conference_id', '=', conferenceId)
    .where('removed', '=', 0)
    .orderBy('attendee.id')
    .execute()
  return rows.map(toAttendee)
}

/** Leads still open with a follow-up up to a day, the longest waiting first; at most `limit`. */
export async function listLeads(db: Db, until: string, limit: number): Promise<Lead[]> {
  const rows = await attendees(db)
    .innerJoin('conference', 'conference.id', 'attendee.conference_id')
    .select(['conference.held_on', 'conference.place', 'conference.commune_name'])
    .where('removed', '=', 0)
    .where('follow_up_on', '<=', until)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '!=', 'refused')]))
    .where(sql<boolean>`not ${joined}`)
    .orderBy('follow_up_on')
    .orderBy('attendee.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...toAttendee(row),
    heldOn: row.held_on,
    place: row.place,
    communeName: row.commune_name,
  }))
}

/** Whether a sign-up made from the lead still holds. */
const joined = sql<boolean>`exists (select 1 from enrolment
  where enrolment.draft_key = attendee.lead_key and enrolment.state <> 'cancelled')`

const signUpOf = (column: 'id' | 'person_id') => sql<
  number | null
>`(select enrolment.${sql.ref(column)}
  from enrolment where enrolment.draft_key = attendee.lead_key and enrolment.state <> 'cancelled'
  order by enrolment.id limit 1)`

function attendees(db: Db) {
  return db
    .selectFrom('attendee')
    .select([
      ...(['attendee.id', 'conference_id', 'name', 'birth_year', 'address', 'phone'] as const),
      ...(['occupation', 'bhxh', 'bhyt', 'consent', 'follow_up_on', 'outcome', 'note'] as const),
      signUpOf('id').as('enrolment_id'),
      signUpOf('person_id').as('person_id'),
    ])
}

function columns(draft: AttendeeDraft) {
  const { name, birthYear, address, phone, occupation, bhxh, bhyt, consent, note } = draft
  return {
    ...{ name, address, phone, occupation, note },
    name_fold: foldKey(name),
    birth_year: birthYear,
    bhxh: Number(bhxh),
    bhyt: Number(bhyt),
    consent: Number(consent),
    follow_up_on: draft.followUpOn,
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof attendees>['executeTakeFirstOrThrow']>>

function toAttendee(row: Row): Attendee {
  return {
    id: row.id,
    conferenceId: row.conference_id,
    name: row.name,
    birthYear: row.birth_year,
    address: row.address,
    phone: row.phone,
    occupation: row.occupation,
    bhxh: row.bhxh === 1,
    bhyt: row.bhyt === 1,
    consent: row.consent === 1,
    followUpOn: row.follow_up_on,
    outcome: row.outcome,
    note: row.note,
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
  }
}
