import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const workMark = '.work-'

/** The first 12 hex digits of the SHA-256 over the parts a cached thing is made from. */
export function contentName(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}

/**
 * Makes `target` unless it exists. `make` works in a folder of its own beside it and answers the
 * path of the finished file or folder in there, which is renamed to `target` as the last act: an
 * interrupted run leaves nothing half-done under the real name. What dead runs left is removed.
 */
export async function createOnce(
  target: string,
  make: (folder: string) => Promise<string>,
): Promise<void> {
  if (existsSync(target)) return
  const folder = `${target}${workMark}${process.pid}`
  await mkdir(folder, { recursive: true })
  await sweep(dirname(target))
  try {
    const made = await make(folder)
    await rename(made, target).catch((error) => {
      // Another run was faster: its result is the same as ours.
      if (!existsSync(target)) throw error
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, pid] = name.split(workMark)
    if (pid === undefined || isAlive(Number(pid))) continue
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
