import type { Reopened } from '#core/summary.ts'
import type { Db } from './kysely.ts'

/** Two people of the office who open a closed revision of a period again, and why. */
export type NewReopening = {
  periodId: number
  revision: number
  reason: string
  askedBy: number
  approvedBy: number
}

/** Records who opens a period again, before it opens. `at` is an ISO instant. */
export async function recordReopening(db: Db, made: NewReopening, at: string): Promise<void> {
  await db
    .insertInto('reopening')
    .values({
      period_id: made.periodId,
      revision: made.revision,
      reason: made.reason,
      asked_by: made.askedBy,
      approved_by: made.approvedBy,
      at,
    })
    .execute()
}

/** The reopening of a closed revision with the names of the two people, or null. */
export async function readReopening(
  db: Db,
  periodId: number,
  revision: number,
): Promise<Reopened | null> {
  const row = await db
    .selectFrom('reopening')
    .innerJoin('staff as asker', 'asker.id', 'reopening.asked_by')
    .innerJoin('staff as approver', 'approver.id', 'reopening.approved_by')
    .select(['reopening.reason', 'reopening.at'])
    .select(['asker.name as askedBy', 'approver.name as approvedBy'])
    .where('reopening.period_id', '=', periodId)
    .where('reopening.revision', '=', revision)
    .executeTakeFirst()
  return row ? { ...row, at: row.at.replace(/\.\d+Z$/, 'Z') } : null
}
