import type { JobOrder, JobReport } from '#core/job.ts'
import { checkFile, listFiles } from '../exchange/inbox.ts'
import { readTrust } from '../exchange/trust.ts'
import type { Channel } from './channel.ts'
import { reporter } from './reporter.ts'

/** How many checked files may be under way; what is saved slower than checked must not pile up. */
const underWay = 32

/** Checks every file of an order and hands each over as soon as it is checked. */
export async function receive(
  { paths, trust }: Extract<JobOrder, { kind: 'receive' }>,
  { report, onWord }: Pick<Channel, 'report' | 'onWord'>,
): Promise<JobReport> {
  const known = await readTrust(trust)
  if (!known.ok) return { type: 'refused', problem: known.problem }
  const files = await listFiles(paths)
  const progress = reporter(report, '')
  const free = places(onWord)
  await progress(0, files.length)
  for (const [index, path] of files.entries()) {
    await free()
    report({ type: 'checked', file: await checkFile(path, known.value) })
    await progress(index + 1, files.length)
  }
  return { type: 'done', made: null }
}

/** Waits until one of the places under way is free, and takes it. */
function places(onWord: Channel['onWord']): () => Promise<void> {
  let left = underWay
  let waiting: (() => void) | null = null
  onWord(() => {
    left += 1
    waiting?.()
    waiting = null
  })
  return async () => {
    if (left === 0) {
      await new Promise<void>((resolve) => {
        waiting = resolve
      })
    }
    left -= 1
  }
}
