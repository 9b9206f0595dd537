import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '#core/result.ts'
import { appendAudit } from '../db/audit.ts'
import { lastMigration } from '../db/backup.ts'
import { lockFolder } from '../db/lock.ts'
import { migrate, migrations } from '../db/migrate.ts'
import { readOffice } from '../db/office.ts'
import {
  assertDurable,
  closeStore,
  isWhole,
  openStore,
  type Store,
  storeProblem,
} from '../db/open.ts'
import { openReader } from '../db/reader.ts'
import { catchUpSearch } from '../db/search-index.ts'
import { readClock } from './clock.ts'
import type { Ground, Office } from './office.ts'
import { readOwnPolicy } from './office-policy.ts'
import { overviewData } from './overview-data.ts'
import { reapplyErasures } from './privacy/erase.ts'
import { forgetUnconsentedOnOpening } from './privacy/withdraw.ts'
import { seedOlderStore } from './targets.ts'

/** The file of the store in its data folder. */
export function storePath(folder: string): string {
  return join(folder, 'office.db')
}

/** The mark of a restore that is to be finished: from then on the folder counts as restored. */
export function restoreMark(folder: string): string {
  return join(folder, 'khoi-phuc.json')
}

/** Whether a folder holds an office, or is about to. */
export function holdsOffice(folder: string): boolean {
  return existsSync(storePath(folder)) || existsSync(restoreMark(folder))
}

/**
 * Opens the office of a folder with the data key: takes the folder, opens the store, checks that it
 * is whole and brings it to the newest schema. Nothing stays open when it fails.
 */
export async function openOffice(
  ground: Ground,
  folder: string,
  key: Buffer,
): Promise<Result<Office>> {
  if (!holdsOffice(folder)) return fail('store.missing', { folder })
  const lock = lockFolder(folder, ground.nativeBinding)
  if (!lock.ok) return lock
  let opened: Awaited<ReturnType<typeof openWhole>> | null = null
  try {
    opened = await openWhole(ground, folder, key)
  } finally {
    if (!opened?.ok) lock.value.release()
  }
  if (!opened.ok) return opened
  const office = { ground, folder, lock: lock.value, readOnly: false, ...opened.value }
  await reapplyErasures(office)
  await forgetUnconsentedOnOpening(office)
  return ok(office)
}

/**
 * Opens a damaged office for looking only: nothing is written, and what can still be read is shown.
 * Refused when not even that is possible, or when its schema is not the newest.
 */
export async function openDamaged(
  ground: Ground,
  folder: string,
  key: Buffer,
): Promise<Result<Office>> {
  const lock = lockFolder(folder, ground.nativeBinding)
  if (!lock.ok) return lock
  const rests = ['-wal', '-shm'].map((rest) => storePath(folder) + rest)
  const own = rests.filter((path) => !existsSync(path))
  const opened = openReader(storePath(folder), key, ground.nativeBinding)
  const kept = opened.ok ? await lookInto(opened.value) : null
  if (opened.ok && kept)
    return ok({ ground, folder, lock: lock.value, readOnly: true, store: opened.value, ...kept })
  if (opened.ok) await closeStore(opened.value)
  for (const path of own) rmSync(path, { force: true })
  lock.value.release()
  return fail('store.damaged', { folder })
}

async function lookInto(store: Store): Promise<Kept | null> {
  try {
    if (lastMigration(store.raw) !== Object.keys(migrations).at(-1)) return null
    const row = await readOffice(store.db)
    // Wrong PINs are still counted, in memory: the store itself takes nothing.
    store.raw.exec('create temp table staff as select * from main.staff')
    return row && { row, ownPolicy: await readOwnPolicy(store.db) }
  } catch (error) {
    if (storeProblem(error, store.file)) return null
    throw error
  }
}

async function openWhole(
  ground: Ground,
  folder: string,
  key: Buffer,
): Promise<Result<Pick<Office, 'store' | 'row' | 'ownPolicy'>>> {
  const store = openStore(storePath(folder), key, { nativeBinding: ground.nativeBinding })
  if (!store.ok) return store
  let kept: Result<Kept>
  try {
    kept = await prepare(ground, folder, store.value)
  } catch (error) {
    await closeStore(store.value)
    const problem = storeProblem(error, folder)
    if (problem) return problem
    throw error
  }
  if (kept.ok) return ok({ store: store.value, ...kept.value })
  await closeStore(store.value)
  return kept
}

type Kept = Pick<Office, 'row' | 'ownPolicy'>

/** Checks the pages, brings the schema up to date, notes the opening and that it was kept durably. */
async function prepare(ground: Ground, folder: string, store: Store): Promise<Result<Kept>> {
  if (!isWhole(store.raw)) return fail('store.damaged', { folder })
  const migrated = await migrate(store)
  if (!migrated.ok) return migrated
  catchUpSearch(store.raw)
  const row = await readOffice(store.db)
  if (row === null) return fail('store.missing', { folder })
  await seedOlderStore(store.db, overviewData(ground).campaigns)
  const [now, actor] = [ground.now(), 'app']
  const at = now.toISOString()
  const clock = await readClock(store.db, now)
  if (clock)
    await appendAudit(store.db, {
      ...{ at, actor, event: clock.event, subject: 'clock', detail: clock.detail },
    })
  const detail = { version: ground.version }
  await appendAudit(store.db, { at, actor, event: 'office.opened', subject: 'office', detail })
  assertDurable(store.raw)
  return ok({ row, ownPolicy: await readOwnPolicy(store.db) })
}
