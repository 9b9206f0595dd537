import type { PapersMade, PapersOrder } from '#core/papers/order.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Desk } from './desk.ts'
import type { Office } from './office.ts'

/** A document a job drew, and what it said of it. */
export type DrawnPapers = { bytes: Uint8Array; made: PapersMade }

/**
 * Draws papers in a process of its own, telling the window how far it is, and answers the document. It
 * is kept in memory only. One job at a time; `job.cancelled` when somebody stopped it.
 */
export function drawInJob(
  desk: Desk,
  office: Office,
  id: string,
  papers: PapersOrder,
): Promise<Result<DrawnPapers>> {
  if (desk.job !== null) return Promise.resolve(fail('job.running'))
  const { file, key } = office.store
  const { nativeBinding } = office.ground
  const pieces: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    const order = { kind: 'papers' as const, store: { file, key, nativeBinding }, papers }
    const running = desk.ports.runJob(order, (report) => {
      if (report.type === 'piece') {
        pieces.push(report.bytes)
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
      else resolve(ok({ bytes: Buffer.concat(pieces), made: report.made }))
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
