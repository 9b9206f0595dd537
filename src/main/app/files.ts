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
import { dirname } from 'node:path'
import { fail, type Problem } from '#core/result.ts'

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

const unwritable = [
  ...['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENAMETOOLONG', 'EINVAL', 'ELOOP', 'ENXIO'],
  ...['EIO', 'EBUSY', 'ENODEV'],
]

/** The problem behind a file-system error, or null when it is a bug. */
export function fileProblem(error: unknown, path: string): { ok: false; problem: Problem } | null {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return fail('store.read-only', { folder: path })
  if (['ENOSPC', 'EDQUOT'].includes(code)) return fail('store.no-space', { folder: path })
  return unwritable.includes(code) ? fail('file.unwritable', { file: path }) : null
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
