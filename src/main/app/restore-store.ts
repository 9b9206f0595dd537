import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupManifest } from '#core/backup.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { lockFolder } from '../db/lock.ts'
import { migrations } from '../db/migrate.ts'
import { storeProblem } from '../db/open.ts'
import { backupStore, readManifest } from './backup-folder.ts'
import { tryCode } from './code-tries.ts'
import { type Copier, copyHere, takeOut } from './copier.ts'
import { fileProblem, makeFolder, syncFolder, writeDurably } from './files.ts'
import { keyFilePath, noVault, openKeyWithCode } from './key-file.ts'
import type { Ground } from './office.ts'
import { restoreMark, storePath } from './open-office.ts'
import { refuseUnfit } from './place-kind.ts'
import { mergeErasures, readErasureList, writeErasureList } from './privacy/erasure-list.ts'

/** A restored data folder: its key, what was restored, and where the store that stood there lies now. */
export type Restored = { key: Buffer; manifest: BackupManifest; aside: string | null }

/** What is restored where; wrong codes are counted in `triesIn`, the folder itself unless told otherwise. */
export type RestoreOrder = { backup: string; folder: string; code: string; triesIn?: string }

const Mark = z.strictObject({ aside: z.string().regex(/^thay-ra-[0-9A-Za-z]{1,40}$/) })

const staging = 'khoi-phuc.moi'
const stages = ['office.db', 'keys.json', 'da-xoa.bin'] as const
const beside: Record<string, string[]> = {
  'office.db': ['office.db-wal', 'office.db-shm'],
  'keys.json': [],
}

/**
 * Restores a data folder from a backup and its recovery code. The backup is copied, opened and counted
 * first; then the store that stands there moves aside whole, and the copy takes its place. Whenever it
 * stops, the folder is as it was or restored (`settleRestore`). `copier` copies and checks.
 */
export async function restoreStore(
  ground: Ground,
  { backup, folder, code, triesIn = folder }: RestoreOrder,
  copier: Copier = copyHere,
): Promise<Result<Restored>> {
  const manifest = readManifest(backup)
  if (!manifest.ok) return manifest
  if (!Object.hasOwn(migrations, manifest.value.schema)) return fail('backup.newer')
  const unfit = await refuseUnfit(folder)
  if (unfit) return unfit
  const key = tryCode(triesIn, ground.now(), () => openKeyWithCode(backup, code, noVault))
  if (!key.ok)
    return key.problem.code.startsWith('store.')
      ? fail('backup.unreadable', { folder: backup })
      : key
  try {
    makeFolder(folder)
  } catch (error) {
    return fileProblem(error, folder) ?? rethrow(error)
  }
  const lock = lockFolder(folder, ground.nativeBinding)
  if (!lock.ok) return lock
  try {
    finish(folder)
    const copy = (to: string) => {
      const { nativeBinding } = ground
      const order = { from: backupStore(backup), to, key: key.value, nativeBinding }
      return takeOut(copier, order, manifest.value)
    }
    const staged = await stage({ backup, folder, key: key.value }, copy)
    if (!staged.ok) return staged
    const aside = swap(ground, folder)
    return ok({ key: key.value, manifest: manifest.value, aside })
  } catch (error) {
    return fileProblem(error, folder) ?? storeProblem(error, folder) ?? rethrow(error)
  } finally {
    lock.value.release()
  }
}

/** Copies the backup beside the store and checks that the copy is what the manifest says. */
async function stage(
  { backup, folder, key }: { backup: string; folder: string; key: Buffer },
  copy: (to: string) => Promise<Result<true>>,
): Promise<Result<true>> {
  const stage = join(folder, staging)
  dropFolder(stage)
  mkdirSync(stage, { mode: 0o700 })
  try {
    const copied = await copy(join(stage, 'office.db'))
    if (!copied.ok) {
      dropFolder(stage)
      return copied
    }
    writeDurably(join(stage, 'keys.json'), readFileSync(keyFilePath(backup)))
    // What either knows was erased is erased again when the folder is opened.
    const erased = mergeErasures(readErasureList(backup, key), readErasureList(folder, key))
    if (erased.length > 0) writeErasureList(stage, key, erased)
    return copied
  } catch (error) {
    dropFolder(stage)
    throw error
  }
}

/** From the mark on the folder counts as restored; the moves can be finished by whoever opens it next. */
function swap(ground: Ground, folder: string): string | null {
  const stamp = ground.now().toISOString().replace(/[-:.]/g, '')
  // A name of its own each time: nothing that was put aside is ever written over.
  const aside = `thay-ra-${stamp}${randomBytes(3).toString('hex')}`
  const stood = existsSync(storePath(folder)) || existsSync(keyFilePath(folder))
  writeDurably(restoreMark(folder), `${JSON.stringify({ aside })}\n`)
  finish(folder)
  return stood ? join(folder, aside) : null
}

/** Finishes what an interrupted restore of this folder began; nothing to do otherwise. */
export function settleRestore(ground: Ground, folder: string): Result<true> {
  const unfinished = existsSync(restoreMark(folder)) || existsSync(join(folder, staging))
  if (!unfinished) return ok(true)
  const lock = lockFolder(folder, ground.nativeBinding)
  if (!lock.ok) return lock
  try {
    finish(folder)
    return ok(true)
  } catch (error) {
    return fileProblem(error, folder) ?? rethrow(error)
  } finally {
    lock.value.release()
  }
}

/** Moves what is staged into place, the old first out of the way; each move can be found half done. */
function finish(folder: string): void {
  const stage = join(folder, staging)
  if (existsSync(restoreMark(folder))) {
    const { aside } = Mark.parse(JSON.parse(readFileSync(restoreMark(folder), 'utf8')))
    for (const name of stages) {
      const staged = join(stage, name)
      if (!existsSync(staged)) continue
      for (const old of [...(beside[name] ?? []), name]) moveAside(folder, old, join(folder, aside))
      renameSync(staged, join(folder, name))
      syncFolder(folder)
    }
    rmSync(restoreMark(folder), { force: true })
  }
  rmSync(stage, { recursive: true, force: true })
  syncFolder(folder)
}

/** Takes a folder away; the system may still be closing what a stopped copy had open there. */
export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function moveAside(folder: string, name: string, aside: string): void {
  const path = join(folder, name)
  if (!existsSync(path)) return
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  renameSync(path, join(aside, name))
  syncFolder(aside)
}

function rethrow(error: unknown): never {
  throw error
}
