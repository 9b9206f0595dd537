import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ok, type Result } from '#core/result.ts'
import { storeProblem } from './open.ts'

/** Holds the data folder for this process until `release`; the system frees it when we die. */
export type FolderLock = { release: () => void }

/**
 * Takes the data folder for one process. A SQLite lock is used because the system drops it with the
 * process, unlike a file with a number in it. A second taker gets `store.in-use`.
 */
export function lockFolder(folder: string, nativeBinding?: string): Result<FolderLock> {
  let holder: Database.Database | null = null
  try {
    holder = new Database(join(folder, 'office.lock'), {
      timeout: 0,
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    holder.exec('begin exclusive')
  } catch (error) {
    holder?.close()
    const problem = storeProblem(error, folder)
    if (problem) return problem
    throw error
  }
  const held = holder
  return ok({ release: () => held.close() })
}
