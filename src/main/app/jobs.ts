import type { JobMade, JobOrder, JobReport } from '#core/job.ts'
import type { PapersMade, PapersOrder } from '#core/papers/order.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Desk, RunningJob } from './desk.ts'
import type { Office } from './office.ts'

/** A document a job drew, and what it said of it. */
export type DrawnPapers = { bytes: Uint8Array; made: PapersMade }

/** What a job says on its way, besides how far it is. */
export type JobPart = Extract<JobReport, { type: 'piece' | 'checked' }>

/**
 * Draws papers in a process of its own, telling the window how far it is, and answers the document. It
 * is kept in memory only.
 */
export async function drawInJob(
  desk: Desk,
  office: Office,
  id: string,
  papers: PapersOrder,
): Promise<Result<DrawnPapers>> {
  const { file, key } = office.store
  const { nativeBinding } = office.ground
  const pieces: Uint8Array[] = []
  const order = { kind: 'papers' as const, store: { file, key, nativeBinding }, papers }
  const made = await runInJob(desk, id, order, (part) => {
    if (part.type === 'piece') pieces.push(part.bytes)
  })
  return made.ok ? ok({ bytes: Buffer.concat(pieces), made: made.value }) : made
}

/**
 * Runs long work in a process of its own, telling the window how far it is; `take` gets its parts. One
 * job at a time (`job.running`); `job.cancelled` when somebody stopped it.
 */
export function runInJob<O extends JobOrder>(
  desk: Desk,
  id: string,
  order: O,
  take: (part: JobPart, job: RunningJob) => void,
): Promise<Result<JobMade[O['kind']]>> {
  if (desk.job !== null) return Promise.resolve(fail('job.running'))
  return new Promise((resolve, reject) => {
    const running = desk.ports.runJob(order, (report) => {
      if (report.type === 'piece' || report.type === 'checked') {
        take(report, running)
        return
      }
      if (report.type === 'progress') {
        const { done, total, label } = report
        desk.ports.emit('progress', { done, total, label, job: id })
        return
      }
      desk.job = null
      if (report.type === 'broken') reject(new Error(`job: ${report.stack}`))
      else if (report.type === 'refused') resolve({ ok: false, problem: report.problem })
      else resolve(ok(report.made as JobMade[O['kind']]))
    })
    const stop = () => {
      running.stop()
      desk.job = null
      resolve(fail('job.cancelled'))
    }
    desk.job = { id, stop }
  })
}

/** Stops the job of that id; false when it is over already. */
export function stopJob(desk: Desk, id: string): boolean {
  if (desk.job?.id !== id) return false
  desk.job.stop()
  return true
}
