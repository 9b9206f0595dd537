import type { CallOutcome } from '#core/renewal.ts'
import type { Db } from './kysely.ts'

/** A call about a term that runs out; `at` is an ISO instant, `nextOn` an ISO day. */
export type CallRow = {
  enrolmentId: number
  at: string
  who: string
  outcome: CallOutcome
  nextOn: string | null
  note: string
}

/** Writes a call down; the log only grows. */
export async function addCall(db: Db, call: CallRow): Promise<void> {
  await db
    .insertInto('renewal_call')
    .values({
      enrolment_id: call.enrolmentId,
      called_at: call.at,
      called_by: call.who,
      outcome: call.outcome,
      next_on: call.nextOn,
      note: call.note,
    })
    .execute()
}

/** The calls about one term, newest first. */
export async function listCalls(db: Db, enrolmentId: number): Promise<CallRow[]> {
  return select(db).where('enrolment_id', '=', enrolmentId).orderBy('id', 'desc').execute()
}

/** The last call about each of some terms. */
export async function lastCalls(
  db: Db,
  enrolmentIds: readonly number[],
): Promise<Map<number, CallRow>> {
  const rows = await select(db)
    .where('id', 'in', ({ selectFrom, fn }) =>
      selectFrom('renewal_call')
        .select(fn.max<number>('id').as('id'))
        .where('enrolment_id', 'in', enrolmentIds)
        .groupBy('enrolment_id'),
    )
    .execute()
  return new Map(rows.map((row) => [row.enrolmentId, row]))
}

function select(db: Db) {
  return db
    .selectFrom('renewal_call')
    .select([
      'enrolment_id as enrolmentId',
      'called_at as at',
      'called_by as who',
      'outcome',
      'next_on as nextOn',
      'note',
    ])
}
