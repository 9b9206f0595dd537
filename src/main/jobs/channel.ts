import type { JobOrder, JobReport } from '#core/job.ts'

/** The line to the process that started this one. */
export type Channel = {
  /** Hears the one order of this process. */
  onOrder: (take: (order: JobOrder) => void) => void
  report: (report: JobReport) => void
}

/** Electron's port of a utility process; Node has no type for it. */
type ParentPort = {
  once: (event: 'message', listener: (event: { data: JobOrder }) => void) => void
  postMessage: (report: JobReport) => void
}

/** The line of this process: Electron's when it is a utility process, else that of a forked Node. */
export function openChannel(): Channel {
  const { parentPort } = process as { parentPort?: ParentPort }
  if (parentPort) {
    return {
      onOrder: (take) => parentPort.once('message', ({ data }) => take(data)),
      report: (report) => parentPort.postMessage(report),
    }
  }
  return {
    onOrder: (take) => process.once('message', (order) => take(order as JobOrder)),
    report: (report) => process.send?.(report),
  }
}
