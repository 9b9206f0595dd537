import { createHash } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import Database from 'better-sqlite3'
import type { CopyFacts } from '#core/backup.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { auditHead } from './audit.ts'
import { closeStore, isWhole, type Store, setKey, storeProblem } from './open.ts'
import { openReader } from './reader.ts'

const chunk = 4 * 1024 * 1024
/** A copy is brought to the disk in pieces, so that a save never waits for all of it at once. */
const syncEvery = 16 * chunk

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

/** Which file is copied where, and the key that opens both. */
export type CopyOrder = {
  from: string
  to: string
  key: Uint8Array
  nativeBinding: string | undefined
}

/** Told how many bytes of how many were dealt with. */
type Told = (done: number, total: number) => Promise<void> | void

/**
 * Copies a file that is held still, syncs the copy, and finds out what the copy really holds by opening
 * it: `backup.unsound` when it is not what was read, or not whole.
 */
export async function copyAndCheck(order: CopyOrder, tell: Told): Promise<Result<CopyFacts>> {
  const total = 2 * statSync(order.from).size
  const read = await copyFile(order, (done) => tell(done, total))
  const facts = await checkCopy(order.to, order, (done) => tell(total / 2 + done, total))
  if (facts.ok && facts.value.sha256 !== read) return fail('backup.unsound')
  return facts
}

/** Copies a file and syncs it; answers the SHA-256 of what was read. Throws the system's error. */
export async function copyFile(
  { from, to }: { from: string; to: string },
  tell: (done: number) => Promise<void> | void = () => {},
): Promise<string> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      let unsynced = 0
      await inChunks(source, async (bytes, done) => {
        hash.update(bytes)
        await target.writeFile(bytes)
        unsynced += bytes.length
        if (unsynced >= syncEvery) {
          await target.datasync()
          unsynced = 0
        }
        await tell(done)
      })
      await target.sync()
      return hash.digest('hex')
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function inChunks(
  file: FileHandle,
  take: (bytes: Buffer, done: number) => Promise<void>,
): Promise<void> {
  const room = Buffer.allocUnsafe(chunk)
  for (let done = 0; ; ) {
    const { bytesRead } = await file.read(room, 0, chunk, done)
    if (bytesRead === 0) return
    done += bytesRead
    await take(room.subarray(0, bytesRead), done)
  }
}

/** The SHA-256 of a file as it is read back from the disk. */
export async function hashFile(
  path: string,
  tell: (done: number) => Promise<void> | void = () => {},
): Promise<string> {
  const file = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    await inChunks(file, async (bytes, done) => {
      hash.update(bytes)
      await tell(done)
    })
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

/**
 * Opens a copy for reading only, checks every page, counts the rows of every table and hashes the
 * file. `backup.unsound` when it is not whole; `store.foreign` when the key does not open it.
 */
export async function checkCopy(
  file: string,
  { key, nativeBinding }: Pick<CopyOrder, 'key' | 'nativeBinding'>,
  tell: (done: number) => Promise<void> | void = () => {},
): Promise<Result<CopyFacts>> {
  const sha256 = await hashFile(file, tell)
  const opened = openReader(file, Buffer.from(key), nativeBinding)
  if (!opened.ok) return opened.problem.code === 'store.damaged' ? fail('backup.unsound') : opened
  try {
    const { raw, db } = opened.value
    const schema = lastMigration(raw)
    if (schema === null || !isWhole(raw)) return fail('backup.unsound')
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
