import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BackupManifest, type BackupVerdict, isBackupName } from '#core/backup.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { syncFolder } from './files.ts'

/** A backup as it stands in a place: its folder, its manifest where that can be read, and the verdict. */
export type FoundBackup = {
  folder: string
  name: string
  manifest: BackupManifest | null
  verdict: BackupVerdict
}

const manifestFile = 'manifest.json'
const largestManifest = 100_000
const [unfinished, going] = ['.moi', '.xoa']

/** The store inside a backup. */
export function backupStore(folder: string): string {
  return join(folder, 'office.db')
}

/** The name a backup has in its place while it is being made. */
export function unfinishedFolder(place: string, name: string): string {
  return join(place, `.${name}${unfinished}`)
}

/** Where the manifest of a backup lies. */
export function manifestPath(folder: string): string {
  return join(folder, manifestFile)
}

/** Reads the manifest of a backup somebody points at; it is checked as anything from outside is. */
export function readManifest(folder: string): Result<BackupManifest> {
  const path = manifestPath(folder)
  try {
    if (statSync(path).size > largestManifest) return fail('backup.unreadable', { folder })
    return ok(BackupManifest.parse(JSON.parse(readFileSync(path, 'utf8'))))
  } catch {
    return fail('backup.unreadable', { folder })
  }
}

/** The backup in one folder, judged by its manifest and size alone. */
export function lookAt(folder: string): FoundBackup {
  const name = basename(folder)
  const manifest = readManifest(folder)
  if (!manifest.ok || !existsSync(join(folder, 'keys.json')))
    return { folder, name, manifest: null, verdict: 'unreadable' }
  const size = statSync(backupStore(folder), { throwIfNoEntry: false })?.size
  const verdict = size === manifest.value.size ? 'whole' : 'changed'
  return { folder, name, manifest: manifest.value, verdict }
}

/** The backups in a place, newest first; a folder that is a backup itself counts as its own place. */
export function findBackups(place: string): Result<FoundBackup[]> {
  if (existsSync(manifestPath(place))) return ok([lookAt(place)])
  let names: string[]
  try {
    names = readdirSync(place)
  } catch {
    return fail('backup.place-missing', { folder: place })
  }
  const found = names.filter(isBackupName).map((name) => lookAt(join(place, name)))
  const made = ({ name }: FoundBackup) => name.slice(name.lastIndexOf('-') + 1)
  return ok(found.sort((a, b) => (made(a) < made(b) ? 1 : -1)))
}

/** Takes a backup away: first out of sight in one step, so that a half of it is never listed. */
export function removeBackup(folder: string): void {
  const out = join(dirname(folder), `.${basename(folder)}${going}`)
  renameSync(folder, out)
  syncFolder(dirname(folder))
  rmSync(out, { recursive: true, force: true })
}

/** Clears away what an interrupted backup or removal of this unit left in a place. */
export function removeRests(place: string, unit: string): void {
  for (const name of readdirSync(place)) {
    const ours = name.startsWith(`.raquan-${unit}-`)
    if (ours && (name.endsWith(unfinished) || name.endsWith(going)))
      rmSync(join(place, name), { recursive: true, force: true })
  }
}
