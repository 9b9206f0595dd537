import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { compiling } from './compiled.ts'
import type { Tables } from './tables.ts'

/**
 * The open store: Kysely for queries, the raw connection for pragmas and backups, and the key, for a
 * job that reads beside us.
 */
export type Store = { db: Kysely<Tables>; raw: Database.Database; file: string; key: Buffer }

/** SQLite takes back changes of the schema with everything else, so migrations happen whole or not at all. */
class WholeSchemaAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** A full disk makes SQLite roll back by itself; asking for it again would hide why. */
class CalmDriver extends SqliteDriver {
  readonly #raw: Database.Database

  constructor(raw: Database.Database) {
    super({ database: compiling(raw) })
    this.#raw = raw
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection)
  }
}

class StoreDialect extends SqliteDialect {
  readonly #raw: Database.Database

  constructor(raw: Database.Database) {
    super({ database: raw })
    this.#raw = raw
  }

  override createDriver(): Driver {
    return new CalmDriver(this.#raw)
  }

  override createAdapter(): SqliteAdapter {
    return new WholeSchemaAdapter()
  }
}

const pageSize = 4096

/** The oldest SQLite library without the WAL-reset fault. */
const oldestSqlite = [3, 51, 3] as const

/**
 * Where the native binding lives when the runtime cannot load the one in the package, and whether a
 * store that is not there is made.
 */
export type OpenOptions = { nativeBinding?: string | undefined; create?: boolean }

/**
 * Opens the encrypted SQLite file with a raw 32-byte key, or makes it with `create`. Refuses a plain,
 * foreign or damaged file with `store.foreign` / `store.damaged`; never turns one into an empty store.
 */
export function openStore(file: string, key: Buffer, options: OpenOptions = {}): Result<Store> {
  if (key.length !== 32) throw new Error('the data key must have 32 bytes')
  const { create = false, nativeBinding } = options
  // SQLite takes a file shorter than one page for an empty store and would write over it.
  if (existsSync(file) && statSync(file).size < pageSize) {
    return fail('store.damaged', { folder: file })
  }
  let raw: Database.Database | null = null
  try {
    raw = new Database(file, {
      fileMustExist: !create,
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    setKey(raw, key)
    if (!create && isEmpty(raw)) {
      raw.close()
      return fail('store.damaged', { folder: file })
    }
    setPragmas(raw)
    assertLibrary(raw)
  } catch (error) {
    raw?.close()
    const problem = storeProblem(error, file)
    if (problem) return problem
    throw error
  }
  return ok({
    db: new Kysely<Tables>({ dialect: new StoreDialect(raw) }),
    raw,
    file,
    key,
  })
}

const pause = 1500
const waiting = new WeakMap<Database.Database, NodeJS.Timeout>()

/**
 * Moves what was committed from the log into the store file once nothing was saved for a moment, so
 * that hardly any save has to wait for it.
 */
export function checkpointSoon(raw: Database.Database): void {
  clearTimeout(waiting.get(raw))
  const timer = setTimeout(() => {
    if (!raw.open || raw.inTransaction) return
    try {
      raw.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // Nothing is lost: the log holds it, and the next save meets what is wrong and says so.
    }
  }, pause)
  waiting.set(raw, timer.unref())
}

/** Closes the store; Kysely alone leaves the file open when it was never asked anything. */
export async function closeStore(store: Store): Promise<void> {
  await store.db.destroy()
  store.raw.close()
}

/** Whether every page of the store can be read and follows from the others. */
export function isWhole(raw: Database.Database): boolean {
  try {
    return raw.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    // A damaged page of the search index shows as an index that cannot be opened.
    if (error instanceof Error && error.message.startsWith('vtable constructor failed'))
      return false
    throw error
  }
}

/** The pragmas that durability rests on, as they stand now; `synchronous` 2 is FULL. */
export function durability(raw: Database.Database): {
  journal: string
  synchronous: number
  foreignKeys: number
} {
  return {
    journal: String(raw.pragma('journal_mode', { simple: true })),
    synchronous: Number(raw.pragma('synchronous', { simple: true })),
    foreignKeys: Number(raw.pragma('foreign_keys', { simple: true })),
  }
}

/** Throws when a write left the store less durable than a committed row needs (WAL falls back silently). */
export function assertDurable(raw: Database.Database): void {
  const now = durability(raw)
  if (now.journal !== 'wal' || now.synchronous !== 2 || now.foreignKeys !== 1) {
    throw new Error(`store is not durable: ${JSON.stringify(now)}`)
  }
}

/** Names the cipher and hands over the raw 32-byte key; must be the first thing said to a file. */
export function setKey(raw: Database.Database, key: Buffer): void {
  raw.pragma("cipher='sqlcipher'")
  raw.pragma('legacy=4')
  raw.pragma(`key="x'${key.toString('hex')}'"`)
}

/** Reads the first page, so a wrong key and a foreign file show here. */
function isEmpty(raw: Database.Database): boolean {
  const { tables } = raw.prepare('select count(*) as tables from sqlite_master').get() as {
    tables: number
  }
  return tables === 0
}

function setPragmas(raw: Database.Database): void {
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('temp_store = MEMORY')
  // Pages that are kept need not be deciphered again; a small store never fills this (kibibytes).
  raw.pragma('cache_size = -131072')
  raw.pragma('secure_delete = ON')
  // Only when nobody pauses for long; see `checkpointSoon`.
  raw.pragma('wal_autocheckpoint = 4000')
  raw.pragma('journal_size_limit = 67108864')
}

function assertLibrary(raw: Database.Database): void {
  const { version } = raw.prepare('select sqlite_version() as version').get() as { version: string }
  const parts = version.split('.').map(Number)
  const first = oldestSqlite.findIndex((part, index) => part !== parts[index])
  if (first >= 0 && (parts[first] ?? 0) < (oldestSqlite[first] ?? 0)) {
    throw new Error(`SQLite ${version} is too old`)
  }
}

/** The problem behind an error of the SQLite library, or null when it is a bug. */
export function storeProblem(error: unknown, file: string): { ok: false; problem: Problem } | null {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code === 'SQLITE_NOTADB') return fail('store.foreign', { folder: file })
  if (code.startsWith('SQLITE_CORRUPT')) return fail('store.damaged', { folder: file })
  if (code.startsWith('SQLITE_BUSY')) return fail('store.in-use', { folder: file })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return fail('store.read-only', { folder: file })
  }
  return code === 'SQLITE_FULL' ? fail('store.no-space', { folder: file }) : null
}
