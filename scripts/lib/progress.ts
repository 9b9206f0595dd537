import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from './console.ts'

const megabyte = 1_000_000
const reportEvery = 20 * megabyte

/**
 * Runs a download that fills `folder`, saying how far it is every 20 MB. `total` in bytes, where it
 * is known.
 */
export async function watchDownload<T>(
  folder: string,
  total: number | undefined,
  work: () => Promise<T>,
): Promise<T> {
  let next = reportEvery
  const timer = setInterval(async () => {
    const size = await folderSize(folder)
    if (size < next) return
    next = size - (size % reportEvery) + reportEvery
    const share = total ? ` (${Math.min(100, Math.floor((100 * size) / total))} %)` : ''
    say(`  đã tải ${Math.round(size / megabyte)} MB${share}`)
  }, 500)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** The bytes of all files below a folder; files that come and go meanwhile count as nothing. */
async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        (s) => s.size,
        () => 0,
      ),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
