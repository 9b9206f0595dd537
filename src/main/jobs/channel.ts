import type { JobOrder, JobReport, JobWord } from '#core/job.ts'

/** The line to the process that started this one. */
export type Channel = {
  /** Hears the one order of this process. */
  onOrder: (take: (order: JobOrder) => void) => void
  /** Hears every word that follows the order. */
  onWord: (take: (word: JobWord) => void) => void
  report: (report: JobReport) => void
}

/** Electron's port of a utility process; Node has no type for it. */
type ParentPort = {
  on: (event: 'message', listener: (event: { data: JobOrder | JobWord }) => void) => void
  postMessage: (report: JobReport) => void
}

/** The line of this process: Electron's when it is a utility process, else that of a forked Node. */
export function openChannel(): Channel {
  const { parentPort } = process as { parentPort?: ParentPort }
  const hear = (take: (said: JobOrder | JobWord) => void) => {
    if (parentPort) parentPort.on('message', ({ data }) => take(data))
    else process.on('message', (said) => take(said as JobOrder | JobWord))
  }
  return {
    onOrder: (take) => hear((said) => typeof said === 'object' && take(said)),
    onWord: (take) => hear((said) => typeof said === 'string' && take(said)),
    report: (report) => {
      if (parentPort) parentPort.postMessage(report)
      else process.send?.(report)
    },
  }
}
