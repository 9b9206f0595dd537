import type { AuditEntry } from '#core/audit.ts'
import type { IsoDate } from '#core/date.ts'
import type { OfficePolicy, Policy } from '#core/policy.ts'
import type { Role } from '#core/terms.ts'
import { appendAudit } from '../db/audit.ts'
import { addStaffAction } from '../db/audit-trail.ts'
import type { Db } from '../db/kysely.ts'
import type { FolderLock } from '../db/lock.ts'
import type { OfficeRow } from '../db/office.ts'
import { checkpointSoon, closeStore, type Store } from '../db/open.ts'
import { settleCounts } from '../db/overview-settle.ts'
import { keepSearch } from '../db/search-index.ts'

/** What every use case stands on that does not change while the app runs. */
export type Ground = {
  policy: Policy
  /** The folder `resources/` of this installation. */
  resources: string
  version: string
  /** The clock; only tests and the tour set another one. */
  now: () => Date
  /** Native SQLite binding for a runtime that cannot load the one in the package. */
  nativeBinding: string | undefined
  /** The log of bugs; only the window keeps one. */
  logFile?: string
}

/** An open office: its store, its folder and the ground it stands on. */
export type Office = {
  ground: Ground
  folder: string
  store: Store
  lock: FolderLock
  /** A damaged store that is open for looking only. */
  readOnly: boolean
  row: OfficeRow
  /** What the office added to the shipped policy; prices go by `policyOf`. */
  ownPolicy: OfficePolicy
}

/** Who does something: a person of the office, or the command line. */
export type Actor = { id: number | null; name: string; role: Role | 'command-line' }

/** Closes the store and frees the folder. */
export async function closeOffice(office: Office): Promise<void> {
  await closeStore(office.store)
  office.lock.release()
}

/** Today in Viet Nam, which keeps UTC+7 all year. */
export function todayInVietnam(now: Date): IsoDate {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** The time of day of an ISO instant in Viet Nam, `HH:MM`. */
export function timeInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16)
}

/**
 * Runs a change in one transaction with its audit lines: either all of it is in the store or
 * nothing is. What a person of the office did is noted as one action, so that it can be undone.
 */
export async function change<T>(
  office: Office,
  actor: Actor,
  work: (db: Db, audit: (entry: AuditEntry) => Promise<void>, at: string) => Promise<T>,
): Promise<T> {
  const at = office.ground.now().toISOString()
  const done = await office.store.db.transaction().execute(async (db) => {
    const lines: number[] = []
    const audit = async (entry: AuditEntry) => {
      if (office.readOnly) return
      lines.push(await appendAudit(db, { ...entry, at, actor: actor.name }))
    }
    const result = await work(db, audit, at)
    // What was only looked at is shown; a real change was refused by the store itself.
    if (office.readOnly) return result
    const [first, last] = [lines[0], lines.at(-1)]
    if (actor.id !== null && first !== undefined && last !== undefined) {
      await addStaffAction(db, { staffId: actor.id, first, last })
    }
    settleCounts(office.store.raw)
    keepSearch(office.store.raw)
    return result
  })
  if (!office.readOnly) checkpointSoon(office.store.raw)
  return done
}
