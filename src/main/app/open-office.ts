import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '#core/result.ts'
import { appendAudit } from '../db/audit.ts'
import { lockFolder } from '../db/lock.ts'
import { migrate } from '../db/migrate.ts'
import { readOffice } from '../db/office.ts'
import { openStore, type Store } from '../db/open.ts'
import type { Ground, Office } from './office.ts'

/** The file of the store in its data folder. */
export function storePath(folder: string): string {
  return join(folder, 'office.db')
}

/** Whether a folder holds an office. */
export function holdsOffice(folder: string): boolean {
  return existsSync(storePath(folder))
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
  const opened = await openWhole(ground, folder, key)
  if (!opened.ok) {
    lock.value.release()
    return opened
  }
  return ok({ ground, folder, lock: lock.value, ...opened.value })
}

async function openWhole(
  ground: Ground,
  folder: string,
  key: Buffer,
): Promise<Result<Pick<Office, 'store' | 'row'>>> {
  const store = openStore(storePath(folder), key, { nativeBinding: ground.nativeBinding })
  if (!store.ok) return store
  const close = async (problem: { ok: false; problem: import('#core/result.ts').Problem }) => {
    await store.value.db.destroy()
    return problem
  }
  if (!isWhole(store.value)) return close(fail('store.damaged', { folder }))
  const migrated = await migrate(store.value)
  if (!migrated.ok) return close(migrated)
  const row = await readOffice(store.value.db)
  if (row === null) return close(fail('store.missing', { folder }))
  await appendAudit(store.value.db, {
    at: ground.now().toISOString(),
    actor: 'app',
    event: 'office.opened',
    subject: 'office',
    detail: { version: ground.version },
  })
  return ok({ store: store.value, row })
}

function isWhole(store: Store): boolean {
  return store.raw.pragma('quick_check(1)', { simple: true }) === 'ok'
}
