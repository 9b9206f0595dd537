import type { Db } from './kysely.ts'

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

/** Every file of the office without its bytes, newest first; `writtenAt` is null until it was read back. */
export async function listFiles(
  db: Db,
): Promise<(Omit<SummaryFileRow, 'bytes'> & { writtenAt: string | null })[]> {
  return db
    .selectFrom('summary_file')
    .select(['sequence', 'revision', 'file_name as fileName', 'sha256'])
    .select(['period_id as periodId', 'previous_sha256 as previousSha256'])
    .select(['created_by as createdBy', 'approved_by as approvedBy', 'created_at as createdAt'])
    .select('written_at as writtenAt')
    .orderBy('sequence', 'desc')
    .execute()
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

/** The newest file of a period, or null before the first. */
export async function newestFile(
  db: Db,
  periodId: number,
): Promise<{ sequence: number; sha256: string; revision: number; written: boolean } | null> {
  const row = await db
    .selectFrom('summary_file')
    .select(['sequence', 'sha256', 'revision', 'written_at'])
    .where('period_id', '=', periodId)
    .orderBy('revision', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const { sequence, sha256, revision } = row
  return { sequence, sha256, revision, written: row.written_at !== null }
}

/** A file by its number, with its bytes and period, or null. */
export async function readSummaryBytes(
  db: Db,
  sequence: number,
): Promise<(SignedFile & { periodId: number }) | null> {
  const row = await db
    .selectFrom('summary_file')
    .select(['sequence', 'revision', 'file_name as fileName', 'sha256', 'bytes'])
    .select('period_id as periodId')
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row ?? null
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
