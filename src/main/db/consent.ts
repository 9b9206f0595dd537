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
