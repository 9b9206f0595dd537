import { existsSync, renameSync, rmSync } from 'node:fs'
import { formatDate } from '#core/date.ts'
import { fail, must, ok, type Result } from '#core/result.ts'
import type { Target } from '#core/target.ts'
import type { Role } from '#core/terms.ts'
import { findOffice } from '#core/units.ts'
import { appendAudit } from '../db/audit.ts'
import { lockFolder } from '../db/lock.ts'
import { migrate } from '../db/migrate.ts'
import { addOffice, addTargets } from '../db/office.ts'
import { assertDurable, closeStore, openStore, type Store, storeProblem } from '../db/open.ts'
import { addStaff } from '../db/staff.ts'
import { fileProblem, makeFolder, syncFolder, writeDurably } from './files.ts'
import { createKey, type OsVault } from './key-file.ts'
import type { Ground } from './office.ts'
import { holdsOffice, storePath } from './open-office.ts'
import { overviewData } from './overview-data.ts'
import { hashPin } from './pin.ts'
import { refuseUnfit } from './place-kind.ts'
import { seedCampaigns } from './targets.ts'

/** What an office is made from; `on` (ISO date) picks the row of the effective-dated office list. */
export type OfficePlan = {
  code: string
  on: string
  practice: boolean
  people: readonly { name: string; role: Role; pin: string }[]
  targets: readonly Target[]
}

/** Checks a plan and the folder it is for before anything is written; answers the office's name. */
export async function checkPlan(
  ground: Ground,
  folder: string,
  plan: OfficePlan,
): Promise<Result<string>> {
  const office = findOffice(ground.policy.places, plan.code, plan.on)
  if (office === null) {
    return fail('office.unknown-unit', { code: plan.code, date: formatDate(plan.on) })
  }
  const roles = new Set(plan.people.map((person) => person.role))
  if (!roles.has('head') || !roles.has('clerk')) return fail('office.no-head')
  const targets = new Set(plan.targets.map((target) => target.id))
  if (targets.size < plan.targets.length) {
    return fail('input.invalid', { field: 'targets' }, ['targets'])
  }
  if (hasRemains(folder)) return fail('office.exists', { folder })
  const unfit = await refuseUnfit(folder)
  if (unfit) return unfit
  try {
    makeFolder(folder)
    const probe = `${storePath(folder)}.thu`
    writeDurably(probe, 'probe')
    rmSync(probe)
  } catch (error) {
    return fileProblem(error, folder) ?? rethrow(error)
  }
  return ok(office.name)
}

/** A store, or the log of one whose file is missing: a new store beside it would take that log for its own. */
function hasRemains(folder: string): boolean {
  return holdsOffice(folder) || existsSync(`${storePath(folder)}-wal`)
}

/**
 * Makes an office in a folder: key file, encrypted store, people and targets. The store gets its
 * final name last, so an interrupted run leaves no half-made office.
 */
export async function createOffice(
  ground: Ground,
  folder: string,
  plan: OfficePlan,
  recoveryCode: string,
  vault: OsVault,
): Promise<Result<{ key: Buffer }>> {
  const name = await checkPlan(ground, folder, plan)
  if (!name.ok) return name
  // Two makers at once would leave the store of one with the keys of the other.
  const lock = lockFolder(folder, ground.nativeBinding)
  if (!lock.ok) return lock
  try {
    if (hasRemains(folder)) return fail('office.exists', { folder })
    const unfinished = `${storePath(folder)}.moi`
    for (const rest of ['', '-wal', '-shm']) rmSync(unfinished + rest, { force: true })
    const key = createKey(folder, recoveryCode, vault)
    const options = { nativeBinding: ground.nativeBinding, create: true }
    const store = openStore(unfinished, key, options)
    if (!store.ok) return store
    await fillStore(ground, store.value, plan, name.value)
    renameSync(unfinished, storePath(folder))
    syncFolder(folder)
    return ok({ key })
  } catch (error) {
    return fileProblem(error, folder) ?? storeProblem(error, folder) ?? rethrow(error)
  } finally {
    lock.value.release()
  }
}

async function fillStore(
  ground: Ground,
  store: Store,
  plan: OfficePlan,
  name: string,
): Promise<void> {
  try {
    must(await migrate(store))
    const at = ground.now().toISOString()
    await store.db.transaction().execute(async (db) => {
      await addOffice(db, {
        code: plan.code,
        name,
        foundedOn: plan.on,
        practice: plan.practice,
        createdAt: at,
      })
      for (const person of plan.people) {
        await addStaff(db, { name: person.name, role: person.role, ...hashPin(person.pin) })
      }
      await addTargets(db, plan.targets)
      await seedCampaigns(db, overviewData(ground).campaigns)
      await appendAudit(db, {
        at,
        actor: 'app',
        event: 'office.created',
        subject: 'office',
        detail: { code: plan.code, practice: plan.practice },
      })
    })
    assertDurable(store.raw)
    // Everything must be in the one file that gets renamed.
    store.raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    await closeStore(store)
  }
}

function rethrow(error: unknown): never {
  throw error
}
