import { execFile } from 'node:child_process'

/** How long a job may take from Chromium to its queue, in milliseconds. */
const patience = 15_000
const interval = 200

/** The number of the last job of a CUPS queue (0 when there is none); null where there is no CUPS to ask. */
export async function lastJob(queue: string): Promise<number | null> {
  const listed = await ask(queue)
  if (listed === null) return null
  const numbers = listed.split('\n').flatMap((line) => {
    const [job = ''] = line.split(/\s/)
    return job.startsWith(`${queue}-`) ? Number(job.slice(queue.length + 1)) : []
  })
  return Math.max(0, ...numbers)
}

/** Whether a job newer than `before` shows up in a queue before our patience ends. */
export async function waitForJob(queue: string, before: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += interval) {
    const last = await lastJob(queue)
    if (last === null || last > before) return true
    await new Promise((resolve) => setTimeout(resolve, interval))
  }
  return false
}

function ask(queue: string): Promise<string | null> {
  if (process.platform === 'win32') return Promise.resolve(null)
  return new Promise((resolve) => {
    const options = { env: { ...process.env, LC_ALL: 'C' }, timeout: 10_000 }
    execFile('lpstat', ['-W', 'all', '-o', queue], options, (error, stdout) =>
      resolve(error ? null : stdout),
    )
  })
}
