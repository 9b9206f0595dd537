import { fork } from 'node:child_process'
import { join } from 'node:path'
import { isLast, type JobReport } from '#core/job.ts'
import type { Ports, RunningJob } from '../../src/main/app/desk.ts'

const entry = join(import.meta.dirname, '..', '..', 'src', 'main', 'jobs', 'entry.ts')

/** Runs a job as the window does, in a process of its own, but on Node instead of Electron. */
export const runNodeJob: Ports['runJob'] = (order, onReport) => {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: ['--max-semi-space-size=8'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let over = false
  const end = () => {
    over = true
    child.kill('SIGKILL')
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
  child.send(order)
  const tell: RunningJob['tell'] = (word) => {
    if (!over) child.send(word)
  }
  return { stop: end, tell }
}
