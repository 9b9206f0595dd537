import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import { isLast, type JobOrder, type JobReport, type JobWord } from '#core/job.ts'

/** Much of a batch is short-lived text; a small nursery keeps the process small. */
const flags = ['--max-semi-space-size=8']

/** Drawing keeps little; left alone, the process would grow before it cleans up. */
const drawingFlags = [...flags, '--max-old-space-size=256']

/**
 * Runs one job in a process of its own and ends it after its last report. A process that ends by
 * itself before that reports `broken`; `stop` ends it without a further word.
 */
export function runJob(
  order: JobOrder,
  onReport: (report: JobReport) => void,
): { stop: () => void; tell: (word: JobWord) => void } {
  const file = join(app.getAppPath(), 'out', 'build', 'main', 'jobs.js')
  const child = utilityProcess.fork(file, [], {
    serviceName: 'raquan-job',
    execArgv: order.kind === 'papers' ? drawingFlags : flags,
    stdio: 'ignore',
  })
  let over = false
  const end = () => {
    over = true
    child.kill()
  }
  child.on('message', (report: JobReport) => {
    if (over) return
    if (isLast(report)) end()
    onReport(report)
  })
  child.once('exit', (code) => {
    if (over) return
    over = true
    onReport({ type: 'broken', stack: `the job ended with code ${code}` })
  })
  child.postMessage(order)
  const tell = (word: JobWord) => {
    if (!over) child.postMessage(word)
  }
  return { stop: end, tell }
}
