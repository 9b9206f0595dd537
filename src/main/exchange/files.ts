import { readFileSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { type Certificate, readCertificates } from './certificate.ts'
import { largestFile } from './container.ts'

/** Reads a file whole, refusing one that is too large before reading it. */
export async function readSummaryFile(file: string): Promise<Result<Uint8Array>> {
  try {
    const info = await stat(file)
    if (!info.isFile()) return fail('exchange.file-unreadable', { file })
    if (info.size > largestFile)
      return fail('exchange.too-large', { limit: largestFile / 1024 / 1024 })
    return ok(await readFile(file))
  } catch {
    return fail('exchange.file-unreadable', { file })
  }
}

const gone = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE']
const forbidden = ['EACCES', 'EPERM', 'EROFS']
const full = ['ENOSPC', 'EDQUOT', 'EFBIG']

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'EIO'

/** The sentence for what the operating system said while writing. */
function writeProblem(error: unknown, folder: string): Problem {
  const code = codeOf(error)
  if (gone.includes(code)) return { code: 'exchange.folder-missing', values: { folder } }
  if (forbidden.includes(code)) return { code: 'exchange.folder-read-only', values: { folder } }
  if (full.includes(code)) return { code: 'exchange.disk-full', values: { folder } }
  return { code: 'exchange.write-failed', values: { folder, reason: code } }
}

async function used<T>(handle: FileHandle, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  await used(await open(file, 'wx'), async (handle) => {
    await handle.writeFile(bytes)
    await handle.sync()
  })
}

/** Makes the renaming durable where the system can: Windows and some sticks cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await used(await open(folder, 'r'), (handle) => handle.sync()).catch((error: unknown) => {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
  })
}

async function isSame(file: string, bytes: Uint8Array): Promise<boolean> {
  return (await readFile(file)).equals(bytes)
}

/** Whether a file of that name stands there already: with these bytes, with others, or not at all. */
async function standing(file: string, bytes: Uint8Array): Promise<'same' | 'other' | 'none'> {
  const info = await stat(file).catch(() => null)
  if (!info) return 'none'
  return info.size === bytes.length && (await isSame(file, bytes)) ? 'same' : 'other'
}

async function place(folder: string, name: string, bytes: Uint8Array): Promise<Result<string>> {
  const file = join(folder, name)
  const before = await standing(file, bytes)
  if (before === 'other') return fail('exchange.file-exists', { file: name })
  if (before === 'same') return ok(file)
  const temporary = join(folder, `.${name}.tam`)
  try {
    await rm(temporary, { force: true })
    await writeDurably(temporary, bytes)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
  await syncFolder(folder)
  if (await isSame(file, bytes)) return ok(file)
  await rm(file, { force: true })
  return fail('exchange.readback-failed')
}

/**
 * Writes a file so that it is either there whole or not at all: under a temporary name in the same
 * folder, synced, renamed, folder synced, read back and compared. Never writes over another file.
 * Answers the path.
 */
export async function writeSummaryFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string>> {
  try {
    return await place(folder, name, bytes)
  } catch (error) {
    return { ok: false, problem: writeProblem(error, folder) }
  }
}

/** The first certificate of a file, PEM or DER. */
export function readCertificateFile(file: string): Result<Certificate> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return fail('file.unreadable', { file })
  }
  const [certificate] = readCertificates(bytes) ?? []
  return certificate ? ok(certificate) : fail('exchange.certificate-unreadable')
}
