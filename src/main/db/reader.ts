import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { ok, type Result } from '#core/result.ts'
import { type Store, setKey, storeProblem } from './open.ts'
import type { Tables } from './tables.ts'

/**
 * Opens a store that another process holds, for reading only. It sees what was committed and changes
 * nothing; a wrong key or a damaged file is answered as by `openStore`.
 */
export function openReader(
  file: string,
  key: Buffer,
  nativeBinding: string | undefined,
): Result<Store> {
  let raw: Database.Database | null = null
  try {
    raw = new Database(file, {
      readonly: true,
      fileMustExist: true,
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    setKey(raw, key)
    raw.pragma('temp_store = MEMORY')
    raw.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    raw?.close()
    const problem = storeProblem(error, file)
    if (problem) return problem
    throw error
  }
  return ok({
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) }),
    raw,
    file,
    key,
  })
}
