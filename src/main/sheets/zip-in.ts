import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { megabytes, ReadStop } from './limits.ts'

/** An archive to read parts from; all of them together unpack to no more than the limit. */
export type ZipIn = {
  has: (part: string) => boolean
  /** The unpacked pieces of a part; throws a ReadStop when it is missing, damaged or too large. */
  read: (part: string) => AsyncGenerator<Buffer>
  close: () => void
}

const mostEntries = 10_000

/** Opens an archive, trusting none of the sizes it claims. Throws a ReadStop. */
export async function openZip(path: string, unpackedBytes: number): Promise<ZipIn> {
  let zip: ZipFile
  const entries = new Map<string, Entry>()
  try {
    zip = await openPromise(path, { autoClose: false, validateEntrySizes: true })
  } catch (error) {
    throw damaged(error)
  }
  let left = unpackedBytes
  async function* read(part: string): AsyncGenerator<Buffer> {
    const entry = entries.get(part)
    if (!entry || entry.isEncrypted()) throw new ReadStop('workbook.damaged')
    try {
      const stream: Readable = await zip.openReadStreamPromise(entry)
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        left -= bytes.length
        if (left < 0) {
          const most = megabytes(unpackedBytes)
          throw new ReadStop('workbook.unpacks-too-large', { most })
        }
        yield bytes
      }
    } catch (error) {
      throw damaged(error)
    }
  }
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size === mostEntries) throw new ReadStop('workbook.damaged')
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    zip.close()
    throw damaged(error)
  }
  return { has: (part) => entries.has(part), read, close: () => zip.close() }
}

/** A disk that fails says so itself; everything else that goes wrong in an archive is damage. */
function damaged(error: unknown): unknown {
  if (error instanceof ReadStop || (error instanceof Error && 'syscall' in error)) return error
  return new ReadStop('workbook.damaged')
}
