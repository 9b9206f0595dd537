import { createHash } from 'node:crypto'
import { constants, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** What a disk writes at once; without the cache between, sizes and places must be whole blocks. */
const block = 4096
const piece = 1024 * block
/** A copy is brought to the disk bit by bit, so that a save never waits for all of it at once. */
const syncEvery = 16 * piece

/** Told how many bytes were dealt with. */
export type Told = (done: number) => Promise<void> | void

/**
 * Copies a file into a new one and syncs it; answers the SHA-256 of what was read. Throws the
 * system's error.
 */
export async function copyFile(
  { from, to }: { from: string; to: string },
  tell: Told = () => {},
): Promise<string> {
  const uncached = isWholeBlocks(from)
  const source = await openFile(from, constants.O_RDONLY, uncached)
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
    const target = await openFile(to, flags, uncached)
    try {
      let unsynced = 0
      const hash = await walk(source, async (bytes, done) => {
        await writeAll(target, bytes, done - bytes.length)
        unsynced += bytes.length
        if (unsynced >= syncEvery) {
          await target.datasync()
          unsynced = 0
        }
        await tell(done)
      })
      await target.sync()
      return hash
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/**
 * The SHA-256 of a file: read `from` the disk itself where the system lets us, or through the `cache`,
 * where whoever reads it next finds it.
 */
export async function hashFile(
  path: string,
  from: 'disk' | 'cache',
  tell: Told = () => {},
): Promise<string> {
  const uncached = from === 'disk' && isWholeBlocks(path)
  const file = await openFile(path, constants.O_RDONLY, uncached)
  try {
    return await walk(file, async (_bytes, done) => tell(done))
  } finally {
    await file.close()
  }
}

const isWholeBlocks = (path: string): boolean => statSync(path).size % block === 0

/**
 * Opens a file past the system's cache: what is read back is then what the disk holds, and the book is
 * not pushed out of the memory by its own copy. Windows and some file systems only know the cache.
 */
async function openFile(path: string, flags: number, uncached: boolean): Promise<FileHandle> {
  const direct = uncached ? constants.O_DIRECT : undefined
  if (direct !== undefined) {
    try {
      return await open(path, flags | direct, 0o600)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error
    }
  }
  return open(path, flags, 0o600)
}

/** What of WebAssembly is used here; the types of Node.js do not know it. */
type Memory = { buffer: ArrayBuffer }
type WithMemory = { WebAssembly: { Memory: new (size: { initial: number }) => Memory } }

/** Memory that begins at the start of a block, as reading past the cache asks; buffers begin anywhere. */
function makeRoom(): Buffer {
  const { Memory } = (globalThis as unknown as WithMemory).WebAssembly
  return Buffer.from(new Memory({ initial: piece / 65_536 }).buffer)
}

/** Reads a file from end to end, the next piece while one is dealt with; answers its SHA-256. */
async function walk(
  file: FileHandle,
  take: (bytes: Buffer, done: number) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256')
  let [room, next] = [makeRoom(), makeRoom()]
  let done = 0
  let { bytesRead } = await file.read(room, 0, piece, 0)
  while (bytesRead > 0) {
    const bytes = room.subarray(0, bytesRead)
    done += bytesRead
    const taken = take(bytes, done)
    const reading = file.read(next, 0, piece, done)
    hash.update(bytes)
    const [read] = await Promise.all([reading, taken])
    bytesRead = read.bytesRead
    const rest = room
    room = next
    next = rest
  }
  return hash.digest('hex')
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written)
    written += bytesWritten
  }
}
