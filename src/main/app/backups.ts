import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupManifest, backupName, type CopyFacts, staleBackups } from '#core/backup.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { type CopyOrder, type Hold, holdStill } from '../db/backup.ts'
import { storeProblem } from '../db/open.ts'
import {
  backupStore,
  type FoundBackup,
  findBackups,
  lookAt,
  manifestPath,
  removeBackup,
  removeRests,
  unfinishedFolder,
} from './backup-folder.ts'
import { placeProblem, readPlan } from './backup-plan.ts'
import { agrees, type Copier } from './copier.ts'
import { escrowBytes, escrowPath } from './escrow.ts'
import { fileProblem, syncFolder, writeDurably } from './files.ts'
import { keyFilePath, portableKeyFile } from './key-file.ts'
import { type Actor, change, type Office } from './office.ts'
import { erasureListPath } from './privacy/erasure-list.ts'
import { spreadErasures } from './privacy/spread-erasures.ts'

/** What became of a backup at one place. */
export type PlaceOutcome = { place: string; made: FoundBackup | null; problem: Problem | null }

/** Makes a backup at every place of the plan, one after the other, and drops the ones it keeps no longer. */
export async function makeBackups(
  office: Office,
  actor: Actor,
  copier: Copier,
): Promise<Result<PlaceOutcome[]>> {
  const { places } = await readPlan(office)
  if (places.length === 0) return fail('backup.no-place')
  const outcomes: PlaceOutcome[] = []
  for (const place of places) {
    const made = await makeBackup(office, place, copier)
    await noteOutcome(office, actor, place, made)
    if (made.ok) await dropStale(office, place)
    if (made.ok) await spreadErasures(office)
    outcomes.push({
      place,
      made: made.ok ? made.value : null,
      problem: made.ok ? null : made.problem,
    })
    if (!made.ok && made.problem.code === 'job.cancelled') break
  }
  return ok(outcomes)
}

/**
 * Makes one backup in a folder while saving goes on. It has its name once it was synced, read back,
 * opened and counted; then every page is checked, and one that is not sound is taken away again. A
 * failure leaves the place as it was.
 */
export async function makeBackup(
  office: Office,
  place: string,
  copier: Copier,
): Promise<Result<FoundBackup>> {
  const made = await copyStore(office, place, copier)
  if (!made.ok) return made
  const { folder, manifest } = made.value
  try {
    const facts = await copier(orderOf(office, 'check', folder))
    const isSound = facts.ok && manifest !== null && agrees(facts.value, manifest)
    if (isSound) return made
    removeBackup(folder)
    return facts.ok ? fail('backup.unsound') : facts
  } catch (error) {
    return problemAt(error, place)
  }
}

/** Copies the store, which stands still meanwhile, and gives the copy its name. */
async function copyStore(
  office: Office,
  place: string,
  copier: Copier,
): Promise<Result<FoundBackup>> {
  if (office.readOnly) return fail('store.looking-only')
  const unfit = placeProblem(office, place)
  if (unfit) return { ok: false, problem: unfit }
  const keys = portableKeyFile(office.folder)
  if (!keys.ok) return keys
  const held = await stillSoon(office)
  if (!held.ok) return held
  const madeAt = office.ground.now().toISOString()
  const name = backupName(office.row.code, madeAt)
  const folder = unfinishedFolder(place, name)
  try {
    removeRests(place, office.row.code)
    mkdirSync(folder, { mode: 0o700 })
    const facts = await copier(orderOf(office, 'copy', folder))
    if (!facts.ok) return facts
    return ok(finish(office, { place, name, folder, madeAt }, facts.value, keys.value))
  } catch (error) {
    return problemAt(error, place)
  } finally {
    held.value.release()
    dropQuietly(folder)
  }
}

function orderOf({ store, ground }: Office, step: CopyOrder['step'], folder: string): CopyOrder {
  const { file, key } = store
  const { nativeBinding } = ground
  return { step, from: file, to: backupStore(folder), key, nativeBinding }
}

/** What the system refused at a place; a bug is thrown on. */
function problemAt(error: unknown, place: string): Result<never> {
  const problem = fileProblem(error, place) ?? storeProblem(error, place)
  if (problem) return problem
  throw error
}

type Unfinished = { place: string; name: string; folder: string; madeAt: string }

function finish(
  office: Office,
  { place, name, folder, madeAt }: Unfinished,
  facts: CopyFacts,
  keys: string,
): FoundBackup {
  const { code: unit, name: unitName, practice } = office.row
  const manifest: BackupManifest = {
    ...{ format: 1, unit, name: unitName, practice, madeAt, version: office.ground.version },
    ...facts,
  }
  writeDurably(keyFilePath(folder), keys)
  const escrow = escrowBytes(office.folder)
  if (escrow) writeDurably(escrowPath(folder), escrow)
  const erased = erasureListPath(office.folder)
  if (existsSync(erased)) writeDurably(erasureListPath(folder), readFileSync(erased))
  writeDurably(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`)
  const final = join(place, name)
  renameSync(folder, final)
  syncFolder(place)
  return lookAt(final)
}

/** A stick that was pulled out cannot be cleared; the next backup there does. */
function dropQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (fileProblem(error, folder) === null) throw error
  }
}

const patience = 20

/** Another reader of the log is over soon; a long one is waited for, for a few seconds. */
async function stillSoon(office: Office): Promise<Result<Hold>> {
  for (let tries = 1; ; tries += 1) {
    const held = holdStill(office.store, office.ground.nativeBinding)
    if (held.ok || tries === patience) return held
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function noteOutcome(
  office: Office,
  actor: Actor,
  place: string,
  made: Result<FoundBackup>,
): Promise<void> {
  await change(office, { ...actor, id: null }, async (_db, audit) => {
    const manifest = made.ok ? made.value.manifest : null
    if (made.ok && manifest) {
      const { sha256, size, events } = manifest
      const detail = { name: made.value.name, place, sha256, size, events }
      await audit({ event: 'backup.made', subject: 'office', detail })
    } else {
      const problem = made.ok ? 'backup.unreadable' : made.problem.code
      await audit({ event: 'backup.failed', subject: 'office', detail: { place, problem } })
    }
  })
}

/** Drops what the plan keeps no longer; backups of other offices in the same folder are left alone. */
async function dropStale(office: Office, place: string): Promise<void> {
  const plan = await readPlan(office)
  const found = findBackups(place)
  if (!found.ok) return
  const own = found.value.filter(
    ({ manifest, verdict }) => verdict === 'whole' && manifest?.unit === office.row.code,
  )
  const stale = new Set(
    staleBackups(
      own.map(({ name }) => name),
      plan,
    ),
  )
  for (const { folder, name } of own) {
    if (!stale.has(name)) continue
    try {
      removeBackup(folder)
    } catch (error) {
      if (fileProblem(error, folder) === null) throw error
    }
  }
}
