import type { Selectable } from 'kysely'
import type { Conference, ConferenceDraft } from '#core/conference.ts'
import type { Organiser } from '#core/terms.ts'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** Adds a conference and answers its id; `communeName` is what the commune was called that day. */
export async function addConference(
  db: Db,
  draft: ConferenceDraft,
  communeName: string,
  at: string,
): Promise<number> {
  const row = await db
    .insertInto('conference')
    .values({ ...columns(draft, communeName), created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes a conference over the old one. */
export async function changeConference(
  db: Db,
  id: number,
  draft: ConferenceDraft,
  communeName: string,
): Promise<void> {
  await db.updateTable('conference').set(columns(draft, communeName)).where('id', '=', id).execute()
}

/** Takes a conference out of every list and count, with the reason; the row stays. */
export async function cancelConference(db: Db, id: number, reason: string): Promise<void> {
  await db.updateTable('conference').set({ cancel_reason: reason }).where('id', '=', id).execute()
}

/** A conference by id with the people who signed up through it, or null. */
export async function readConference(db: Db, id: number): Promise<Conference | null> {
  const row = await withSignUps(db).where('conference.id', '=', id).executeTakeFirst()
  return row ? toConference(row) : null
}

/** The conferences held in a span of days (all when null), latest first. */
export async function listConferences(
  db: Db,
  span: { from: string; to: string } | null,
): Promise<Conference[]> {
  let query = withSignUps(db)
  if (span) {
    query = query.where('held_on', '>=', span.from).where('held_on', '<=', span.to)
  }
  const rows = await query.orderBy('held_on', 'desc').orderBy('conference.id', 'desc').execute()
  return rows.map(toConference)
}

function withSignUps(db: Db) {
  return db
    .selectFrom('conference')
    .selectAll('conference')
    .where('conference.cancel_reason', 'is', null)
    .select(({ selectFrom }) =>
      selectFrom('enrolment')
        .select(({ fn }) => fn.count<number>('person_id').distinct().as('people'))
        .whereRef('enrolment.conference_id', '=', 'conference.id')
        .where('enrolment.state', '!=', 'cancelled')
        .as('sign_ups'),
    )
}

function columns(draft: ConferenceDraft, communeName: string) {
  return {
    kind: draft.kind,
    held_on: draft.heldOn,
    starts_at: draft.startsAt,
    commune_code: draft.commune.code,
    commune_from: draft.commune.validFrom,
    commune_name: communeName,
    place: draft.place,
    organisers: JSON.stringify(draft.organisers),
    speakers: draft.speakers,
    attendees: draft.attendees,
    notes: draft.notes,
  }
}

function toConference(
  row: Selectable<Tables['conference']> & { sign_ups: number | null },
): Conference {
  return {
    id: row.id,
    kind: row.kind,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    commune: { code: row.commune_code, validFrom: row.commune_from },
    communeName: row.commune_name,
    place: row.place,
    organisers: JSON.parse(row.organisers) as Organiser[],
    speakers: row.speakers,
    attendees: row.attendees,
    notes: row.notes,
    signUps: row.sign_ups ?? 0,
  }
}
