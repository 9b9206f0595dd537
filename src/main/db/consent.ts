import { sql } from 'kysely'
import type { Db } from './kysely.ts'

/** Notes who wrote down an attendee's consent, when, and to which wording; the first proof stays. */
export async function proveConsent(
  db: Db,
  id: number,
  proof: { by: string; at: string; wording: string },
): Promise<void> {
  await db
    .updateTable('attendee')
    .set({ consent_by: proof.by, consent_at: proof.at, consent_wording: proof.wording })
    .where('id', '=', id)
    .where('consent', '=', 1)
    .where('consent_at', 'is', null)
    .execute()
}

/** Takes the proof away with the consent it was for. */
export async function dropProof(db: Db, id: number): Promise<void> {
  await db
    .updateTable('attendee')
    .set({ consent_by: null, consent_at: null, consent_wording: null })
    .where('id', '=', id)
    .where('consent', '=', 0)
    .execute()
}

/** Whether an attendee withdrew consent, after which nothing is written about them any more. */
export async function hasWithdrawn(db: Db, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('attendee')
    .select('withdrawn_at')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.withdrawn_at !== null
}

/**
 * Who stands on the roster of a finished conference (closed or cancelled), or of this one when it is,
 * without consent and without a sign-up that holds.
 */
export async function listUnconsented(
  db: Db,
  conferenceId: number | null,
): Promise<{ id: number; conferenceId: number }[]> {
  let query = db
    .selectFrom('attendee')
    .innerJoin('conference', 'conference.id', 'attendee.conference_id')
    .select(['attendee.id', 'attendee.conference_id as conferenceId'])
    .where('attendee.consent', '=', 0)
    .where('attendee.withdrawn_at', 'is', null)
    .where('conference.state', 'in', ['closed', 'cancelled'])
    .where(
      sql<boolean>`not exists (select 1 from enrolment
        where enrolment.draft_key = attendee.lead_key and enrolment.state <> 'cancelled')`,
    )
    .orderBy('attendee.id')
  if (conferenceId !== null) query = query.where('conference.id', '=', conferenceId)
  return query.execute()
}

/** The proof of an attendee's consent, or null. */
export async function readProof(
  db: Db,
  id: number,
): Promise<{ by: string; at: string; wording: string } | null> {
  const row = await db
    .selectFrom('attendee')
    .select(['consent_by', 'consent_at', 'consent_wording'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.consent_at) return null
  return { by: row.consent_by ?? '', at: row.consent_at, wording: row.consent_wording ?? '' }
}
