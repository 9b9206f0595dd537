import type { JobOrder, JobReport } from '#core/job.ts'
import { closeStore } from '../db/open.ts'
import { openReader } from '../db/reader.ts'
import { makePapers } from '../papers/make.ts'
import { openChannel } from './channel.ts'

// The process of one job. It gets its order with the key in a message, never in arguments or the
// environment, which other programs can read; whoever started it ends it after the last report.
const { onOrder, report } = openChannel()

onOrder((order) => {
  void work(order).then(report, (error: unknown) => {
    report({ type: 'broken', stack: error instanceof Error ? String(error.stack) : 'not an error' })
  })
})

async function work({ store, papers }: JobOrder): Promise<JobReport> {
  const opened = openReader(store.file, Buffer.from(store.key), store.nativeBinding)
  if (!opened.ok) return { type: 'refused', problem: opened.problem }
  try {
    const made = await makePapers(opened.value.db, papers, {
      piece: (bytes) => report({ type: 'piece', bytes }),
      progress: reporter(papers.title),
    })
    return made.ok ? { type: 'done', made: made.value } : { type: 'refused', problem: made.problem }
  } finally {
    await closeStore(opened.value)
  }
}

const tenth = 100

/** Says how far the work is at most ten times a second, and always at its end. */
function reporter(label: string): (done: number, total: number) => Promise<void> | void {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (done < total && now - last < tenth) return
    last = now
    report({ type: 'progress', done, total, label })
    // Lets what was posted leave before the next pages are drawn.
    return new Promise((resolve) => setImmediate(resolve))
  }
}
