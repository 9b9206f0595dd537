import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** Takes the bytes of a file in order. */
export type Sink = (bytes: Uint8Array) => void

/** Where a file stands until it is whole. */
export const temporaryOf = (path: string): string => `${path}.moi`

/**
 * Writes a file piece by piece so that only a whole one ever stands at `path`: temporary name, sync,
 * rename. Throws the system's error, or what `fill` throws, and then leaves nothing behind.
 */
export async function writeInPieces(
  path: string,
  fill: (sink: Sink) => Promise<void>,
): Promise<void> {
  const temporary = temporaryOf(path)
  try {
    const file = openSync(temporary, 'w', 0o600)
    try {
      await fill((bytes) => {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      })
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
