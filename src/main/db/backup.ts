import { existsSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CopyFacts } from '#core/backup.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { auditHead } from './audit.ts'
import { closeStore, isWhole, type Store, setKey, storeProblem } from './open.ts'
import { copyFile, hashFile, type Told } from './raw-file.ts'
import { openReader } from './reader.ts'

/** Keeps the store file as it is while saving goes on in its log; `release` ends that. */
export type Hold = { release: () => void }

/**
 * Brings everything into the store file and keeps it still: a reader that needs nothing of the log
 * holds the lock without which SQLite writes no page back. What is saved meanwhile stays in the log.
 * `backup.busy` while another reader still needs the log.
 */
export function holdStill(store: Store, nativeBinding: string | undefined): Result<Hold> {
  const { raw, file, key } = store
  if (raw.inTransaction) return fail('backup.busy')
  const [state] = raw.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[]
  if (!state || state.log !== state.checkpointed) return fail('backup.busy')
  raw.pragma('busy_timeout = 0')
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    raw.pragma('busy_timeout = 5000')
  }
  const reader = new Database(file, {
    readonly: true,
    fileMustExist: true,
    ...(nativeBinding ? { nativeBinding } : {}),
  })
  setKey(reader, key)
  reader.exec('begin')
  reader.prepare('select count(*) from sqlite_master').get()
  const log = `${file}-wal`
  if (existsSync(log) && statSync(log).size > 0) {
    reader.close()
    return fail('backup.busy')
  }
  return ok({ release: () => reader.close() })
}

/**
 * A step of a backup: copying a file that is held still, or checking every page of the copy; or both, as
 * restoring does. `key` opens both files.
 */
export type CopyOrder = {
  step: 'copy' | 'check' | 'restore'
  from: string
  to: string
  key: Uint8Array
  nativeBinding: string | undefined
}

/**
 * Copies a file that is held still, syncs the copy, reads it back and opens it to count what it holds;
 * or checks a copy; or both. `backup.unsound` when the copy is not what was read, or not whole.
 */
export async function copyOrCheck(
  order: CopyOrder,
  tell: (done: number, total: number) => Promise<void> | void,
): Promise<Result<CopyFacts>> {
  const { size } = statSync(order.from)
  if (order.step === 'check') return checkCopy(order.to, order, (done) => tell(done, size))
  const read = await copyFile(order, (done) => tell(done, 2 * size))
  if (order.step === 'restore')
    return checkCopy(order.to, order, (done) => tell(size + done, 2 * size))
  const sha256 = await hashFile(order.to, 'disk', (done) => tell(size + done, 2 * size))
  return sha256 === read ? countCopy(order.to, order, sha256) : fail('backup.unsound')
}

type CopyKey = Pick<CopyOrder, 'key' | 'nativeBinding'>

/**
 * Hashes a copy, opens it for reading only, counts the rows of every table and checks every page.
 * `backup.unsound` when it is not whole; `store.foreign` when the key does not open it.
 */
export async function checkCopy(
  file: string,
  key: CopyKey,
  tell: Told = () => {},
): Promise<Result<CopyFacts>> {
  return countCopy(file, key, await hashFile(file, 'cache', tell), isWhole)
}

/** Opens a copy and finds out what it holds. */
async function countCopy(
  file: string,
  { key, nativeBinding }: CopyKey,
  sha256: string,
  isSound: (raw: Database.Database) => boolean = () => true,
): Promise<Result<CopyFacts>> {
  const opened = openReader(file, Buffer.from(key), nativeBinding)
  if (!opened.ok) return opened.problem.code === 'store.damaged' ? fail('backup.unsound') : opened
  try {
    const { raw, db } = opened.value
    const schema = lastMigration(raw)
    if (schema === null || !isSound(raw)) return fail('backup.unsound')
    const { hash: head, events } = await auditHead(db)
    const { size } = statSync(file)
    return ok({ size, sha256, schema, counts: countRows(raw), events, head })
  } catch (error) {
    const problem = storeProblem(error, file)
    if (problem) return fail('backup.unsound')
    throw error
  } finally {
    await closeStore(opened.value)
    for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true })
  }
}

/** The last migration a store went through, or null when it went through none. */
export function lastMigration(raw: Database.Database): string | null {
  const table = raw
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'")
    .get()
  if (!table) return null
  const last = raw.prepare('select max(name) as name from kysely_migration').get()
  return (last as { name: string | null }).name
}

/** Rows by table, the tables of the search index and of the migrations aside. */
export function countRows(raw: Database.Database): Record<string, number> {
  const names = raw
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table'
        and name not like 'sqlite_%' and name not like 'kysely_%' order by name`,
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => [name, raw.prepare(`select count(*) from "${name}"`).pluck().get()]),
  ) as Record<string, number>
}
