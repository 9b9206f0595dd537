import type { Channel } from './channel.ts'

const tenth = 100

/** Says how far the work is at most ten times a second, and always at its end. */
export function reporter(
  report: Channel['report'],
  label: string,
): (done: number, total: number) => Promise<void> | void {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (done < total && now - last < tenth) return
    last = now
    report({ type: 'progress', done, total, label })
    // Lets what was posted leave before the next piece is made.
    return new Promise((resolve) => setImmediate(resolve))
  }
}
