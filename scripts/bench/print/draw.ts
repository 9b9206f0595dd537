import { fork } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobReport } from '#core/job.ts'
import type { PapersMade } from '#core/papers/order.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { paperContext } from '../../../src/main/app/paper-context.ts'
import { projectDir } from '../../lib/paths.ts'
import { adopt } from '../../lib/process.ts'
import { benchDay } from '../store.ts'

/** As the window starts a job that draws. */
const jobFlags = ['--max-semi-space-size=8', '--max-old-space-size=256']

/** What drawing one file cost: milliseconds for a page, the most memory of the job in MB. */
export type Drawn = { pageTime: number; memory: number | null }

/** Draws the TK1-TS of these enrolments into one file, in the process of a job as the window does. */
export async function drawTk1(office: Office, ids: number[]): Promise<Drawn> {
  const path = join(tmpdir(), `raquan-bench-${process.pid}.pdf`)
  const file = openSync(path, 'w', 0o600)
  const start = performance.now()
  try {
    const { made, memory } = await runJob(office, ids, (bytes) => writeSync(file, bytes))
    const pages = made.papers.at(-1)?.pagesSoFar ?? 0
    if (pages !== ids.length) throw new Error(`${pages} pages for ${ids.length} papers`)
    return { pageTime: (performance.now() - start) / pages, memory }
  } finally {
    closeSync(file)
    rmSync(path)
  }
}

type Answer = { made: PapersMade; memory: number | null }

function runJob(office: Office, ids: number[], keep: (bytes: Uint8Array) => void): Promise<Answer> {
  const entry = join(projectDir, 'src', 'main', 'jobs', 'entry.ts')
  const job = adopt(fork(entry, [], { serialization: 'advanced', execArgv: jobFlags }))
  return new Promise((resolve, reject) => {
    job.on('message', (report: JobReport) => {
      if (report.type === 'piece') keep(report.bytes)
      if (report.type === 'piece' || report.type === 'progress') return
      const memory = mostMemory(job.pid)
      job.kill('SIGKILL')
      if (report.type === 'done') resolve({ made: report.made as PapersMade, memory })
      else reject(new Error(JSON.stringify(report)))
    })
    job.once('error', reject)
    job.send(orderOf(office, ids))
  })
}

function orderOf(office: Office, ids: number[]) {
  const { file, key } = office.store
  const { nativeBinding, resources } = office.ground
  return {
    kind: 'papers' as const,
    store: { file, key, nativeBinding },
    papers: {
      context: paperContext(office, { checkAgainstOfficial: false, blank: false }),
      resources,
      title: 'TK1-TS',
      on: benchDay,
      what: {
        selection: { kind: 'enrolments' as const, ids },
        forms: [{ form: 'tk1-ts' as const, edition: 'QD490' }],
        order: 'number' as const,
        onlyNeeded: true,
      },
      amounts: [],
    },
  }
}

/** The most memory a running process ever held, in MB; null where the system does not say. */
function mostMemory(pid: number | undefined): number | null {
  if (process.platform !== 'linux') return null
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
