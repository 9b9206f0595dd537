import type { PeriodKind } from '#core/terms.ts'
import type { Db } from './kysely.ts'

/** A reporting period; days are inclusive ISO dates, `revision` counts the files sent for it. */
export type PeriodRow = {
  id: number
  kind: PeriodKind
  from: string
  to: string
  state: 'open' | 'closed'
  revision: number
}

/** The period of a kind and span, or null when nothing was closed for it yet. */
export async function readPeriod(
  db: Db,
  span: { kind: PeriodKind; from: string; to: string },
): Promise<PeriodRow | null> {
  const row = await db
    .selectFrom('period')
    .selectAll()
    .where('kind', '=', span.kind)
    .where('from_date', '=', span.from)
    .where('to_date', '=', span.to)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    kind: row.kind,
    from: row.from_date,
    to: row.to_date,
    state: row.state,
    revision: row.revision,
  }
}

/** Closes a period at a revision and answers its id. `closed.at` is an ISO instant. */
export async function closePeriod(
  db: Db,
  span: { kind: PeriodKind; from: string; to: string; revision: number },
  closed: { by: string; at: string },
): Promise<number> {
  const values = {
    state: 'closed' as const,
    revision: span.revision,
    closed_by: closed.by,
    closed_at: closed.at,
  }
  const known = await readPeriod(db, span)
  if (known) {
    await db.updateTable('period').set(values).where('id', '=', known.id).execute()
    return known.id
  }
  const row = await db
    .insertInto('period')
    .values({ kind: span.kind, from_date: span.from, to_date: span.to, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Whether a day lies in a closed day period; nothing can be added or changed on it. */
export async function isDayClosed(db: Db, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('period')
    .select('id')
    .where('state', '=', 'closed')
    .where('kind', 'in', ['day', 'launch-day'])
    .where('from_date', '<=', day)
    .where('to_date', '>=', day)
    .executeTakeFirst()
  return row !== undefined
}

/** A signed summary file with its number, name and bytes. */
export type SignedFile = {
  sequence: number
  revision: number
  fileName: string
  sha256: string
  bytes: Uint8Array
}

/** One summary file as recorded when it was signed. */
export type SummaryFileRow = SignedFile & {
  periodId: number
  previousSha256: string | null
  createdBy: string
  approvedBy: string
  createdAt: string
}

/** The last summary file of the office, or null before the first. */
export async function lastSummaryFile(
  db: Db,
): Promise<{ sequence: number; sha256: string; createdAt: string } | null> {
  const row = await db
    .selectFrom('summary_file')
    .select(['sequence', 'sha256', 'created_at as createdAt'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Records a written summary file; the table only grows. */
export async function addSummaryFile(db: Db, file: SummaryFileRow): Promise<void> {
  await db
    .insertInto('summary_file')
    .values({
      sequence: file.sequence,
      period_id: file.periodId,
      revision: file.revision,
      file_name: file.fileName,
      sha256: file.sha256,
      previous_sha256: file.previousSha256,
      created_by: file.createdBy,
      approved_by: file.approvedBy,
      created_at: file.createdAt,
      bytes: Buffer.from(file.bytes),
      written_at: null,
    })
    .execute()
}

/** A signed file of a period that never reached its folder, or null. */
export async function unwrittenFile(db: Db, periodId: number): Promise<SignedFile | null> {
  const row = await db
    .selectFrom('summary_file')
    .select(['sequence', 'revision', 'file_name as fileName', 'sha256', 'bytes'])
    .where('period_id', '=', periodId)
    .where('written_at', 'is', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** Notes that a file was read back whole from its folder. `at` is an ISO instant. */
export async function markWritten(db: Db, sequence: number, at: string): Promise<void> {
  await db
    .updateTable('summary_file')
    .set({ written_at: at })
    .where('sequence', '=', sequence)
    .execute()
}
