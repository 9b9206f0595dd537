import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import {
  type Conference,
  type ConferenceCard,
  type ConferenceDraft,
  paperworkFields,
} from '#core/conference.ts'
import type { ConferenceState, Occupation, Organiser } from '#core/terms.ts'
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
    .values({ ...columns(draft, communeName), draft_key: draft.key, created_at: at })
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

/** Writes what is still open after its day was closed. */
export async function changePaperwork(
  db: Db,
  id: number,
  texts: Pick<Conference, (typeof paperworkFields)[number]>,
): Promise<void> {
  const { questions, materials, chair, secretary, minutes } = texts
  await db
    .updateTable('conference')
    .set({ questions, materials, chair, secretary, minutes })
    .where('id', '=', id)
    .execute()
}

/** Moves a conference to another state; a cancelled one has its reason, the others have none. */
export async function moveConference(
  db: Db,
  id: number,
  state: ConferenceState,
  cancelReason: string | null,
): Promise<void> {
  await db
    .updateTable('conference')
    .set({ state, cancel_reason: cancelReason })
    .where('id', '=', id)
    .execute()
}

/** Where a conference came from, which is where undo takes it back to; null when it cannot. */
export async function previousState(db: Db, id: number): Promise<ConferenceState | null> {
  const row = await db
    .selectFrom('conference')
    .select('previous_state')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.previous_state ?? null
}

/** A conference by id with what hangs on it, or null. */
export async function readConference(db: Db, id: number): Promise<Conference | null> {
  const row = await cards(db)
    .select(['conference.notes', ...paperworkFields.map((field) => `conference.${field}` as const)])
    .where('conference.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { notes, questions, materials, chair, secretary, minutes } = row
  return { ...toCard(row), notes, questions, materials, chair, secretary, minutes }
}

/** The id of the conference saved under a draft key, or null. */
export async function findConferenceByKey(db: Db, key: string): Promise<number | null> {
  const row = await db
    .selectFrom('conference')
    .select('id')
    .where('draft_key', '=', key)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Which conferences to list: of a span of days, and in some states; null is all. */
export type ConferenceFilter = {
  span: { from: string; to: string } | null
  states: readonly ConferenceState[] | null
}

/** The conferences that fit, latest first. */
export async function listConferences(
  db: Db,
  { span, states }: ConferenceFilter,
): Promise<ConferenceCard[]> {
  let query = cards(db)
  if (span) query = query.where('held_on', '>=', span.from).where('held_on', '<=', span.to)
  if (states) query = query.where('conference.state', 'in', states)
  const rows = await query
    .orderBy('held_on', 'desc')
    .orderBy('starts_at', 'desc')
    .orderBy('conference.id', 'desc')
    .execute()
  return rows.map(toCard)
}

const cardColumns = [
  ...(['id', 'kind', 'state', 'cancel_reason', 'held_on', 'starts_at', 'ends_at'] as const),
  ...(['commune_code', 'commune_from', 'commune_name', 'place', 'organisers'] as const),
  ...(['speakers', 'target_groups', 'invited', 'attendees', 'consultations'] as const),
]

function cards(db: Db) {
  return db
    .selectFrom('conference')
    .select(cardColumns.map((column) => `conference.${column}` as const))
    .select(({ selectFrom }) => [
      selectFrom('enrolment')
        .select(({ fn }) => fn.count<number>('person_id').distinct().as('people'))
        .whereRef('enrolment.conference_id', '=', 'conference.id')
        .where('enrolment.state', '!=', 'cancelled')
        .as('sign_ups'),
      selectFrom('attendee')
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .whereRef('attendee.conference_id', '=', 'conference.id')
        .where('attendee.removed', '=', 0)
        .as('roster'),
      selectFrom('conference_file')
        .select(sql<number>`count(*)`.as('files'))
        .whereRef('conference_file.conference_id', '=', 'conference.id')
        .where('conference_file.removed', '=', 0)
        .as('files'),
    ])
}

function columns(draft: ConferenceDraft, communeName: string) {
  const { kind, state, place, attendees, invited, consultations } = draft
  const { questions, materials, chair, secretary, minutes, notes } = draft
  return {
    ...{ kind, state, place, attendees, invited, consultations },
    ...{ questions, materials, chair, secretary, minutes, notes },
    held_on: draft.heldOn,
    starts_at: draft.startsAt,
    ends_at: draft.endsAt,
    commune_code: draft.commune.code,
    commune_from: draft.commune.validFrom,
    commune_name: communeName,
    organisers: JSON.stringify(draft.organisers),
    speakers: JSON.stringify(draft.speakers),
    target_groups: JSON.stringify(draft.targetGroups),
  }
}

type CardRow = Pick<Selectable<Tables['conference']>, (typeof cardColumns)[number]> & {
  sign_ups: number | null
  roster: number | null
  files: number | null
}

function toCard(row: CardRow): ConferenceCard {
  return {
    id: row.id,
    state: row.state,
    cancelReason: row.cancel_reason,
    kind: row.kind,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    commune: { code: row.commune_code, validFrom: row.commune_from },
    communeName: row.commune_name,
    place: row.place,
    organisers: JSON.parse(row.organisers) as Organiser[],
    speakers: JSON.parse(row.speakers) as string[],
    targetGroups: JSON.parse(row.target_groups) as Occupation[],
    invited: row.invited,
    attendees: row.attendees,
    consultations: row.consultations,
    signUps: row.sign_ups ?? 0,
    roster: row.roster ?? 0,
    files: row.files ?? 0,
  }
}
