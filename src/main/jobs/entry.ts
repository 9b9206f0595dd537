import type { JobOrder, JobReport } from '#core/job.ts'
import { closeStore } from '../db/open.ts'
import { openReader } from '../db/reader.ts'
import { makePapers } from '../papers/make.ts'
import { backUp } from './back-up.ts'
import { openChannel } from './channel.ts'
import { exportMerged } from './export-merged.ts'
import { readFigures } from './figures.ts'
import { listRegister } from './list-register.ts'
import { readPlan } from './read-plan.ts'
import { receive } from './receive.ts'
import { reporter } from './reporter.ts'

// The process of one job. It gets its order with the key in a message, never in arguments or the
// environment, which other programs can read; whoever started it ends it after the last report.
const channel = openChannel()
const { onOrder, report } = channel

onOrder((order) => {
  void work(order).then(report, (error: unknown) => {
    report({ type: 'broken', stack: error instanceof Error ? String(error.stack) : 'not an error' })
  })
})

function work(order: JobOrder): Promise<JobReport> {
  switch (order.kind) {
    case 'papers':
      return drawPapers(order)
    case 'overview':
    case 'counted':
    case 'report':
      return readFigures(order, report)
    case 'plan':
      return readPlan(order)
    case 'register':
      return listRegister(order, report)
    case 'receive':
      return receive(order, channel)
    case 'backup':
      return backUp(order, report)
    case 'merged':
      return exportMerged(order, report)
  }
}

type PapersJob = Extract<JobOrder, { kind: 'papers' }>

async function drawPapers({ store, papers }: PapersJob): Promise<JobReport> {
  const opened = openReader(store.file, Buffer.from(store.key), store.nativeBinding)
  if (!opened.ok) return { type: 'refused', problem: opened.problem }
  try {
    const made = await makePapers(opened.value.db, papers, {
      piece: (bytes) => report({ type: 'piece', bytes }),
      progress: reporter(report, papers.title),
    })
    return made.ok ? { type: 'done', made: made.value } : { type: 'refused', problem: made.problem }
  } finally {
    await closeStore(opened.value)
  }
}
