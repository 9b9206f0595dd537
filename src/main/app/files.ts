import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileProblem } from '#core/file-problem.ts'
import type { Problem } from '#core/result.ts'

export { fileProblem }

/**
 * Writes a whole file so that it is either the old or the new one after a crash: temporary name in
 * the same folder, sync, rename, sync of the folder. Throws the system's error.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.moi`
  try {
    const file = openSync(temporary, 'w', 0o600)
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/**
 * Makes a folder and the ones above it. Node's own `recursive` never comes back where the system says
 * "no such folder" to a folder whose parent is there, as /proc does. Throws the system's error.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  mkdirSync(folder, { mode: 0o700 })
}

/** Makes a renaming in a folder durable, where the system can. Throws the system's error. */
export function syncFolder(folder: string): void {
  // Windows has no handle for a folder; a rename is durable there once the file is synced.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Why a folder cannot be written, or null; asked before anything is signed or closed. */
export function probeFolder(folder: string): { ok: false; problem: Problem } | null {
  const probe = join(folder, '.raquan-thu')
  try {
    writeDurably(probe, 'probe')
    rmSync(probe)
    return null
  } catch (error) {
    const problem = fileProblem(error, folder)
    if (problem) return problem
    throw error
  }
}
