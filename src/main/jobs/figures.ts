import { fileProblem } from '#core/file-problem.ts'
import type { JobMade, JobOrder, JobReport } from '#core/job.ts'
import { overview } from '#core/overview.ts'
import { closeStore } from '../db/open.ts'
import { openReader } from '../db/reader.ts'
import { listBehind } from '../figures/counted.ts'
import { gatherOverview } from '../figures/overview.ts'
import { readReport } from '../figures/reports.ts'
import type { Source } from '../figures/source.ts'
import { drawReport } from '../forms/report.ts'
import { sheetsOf } from '../sheets/report-sheets.ts'
import { writeWorkbook } from '../sheets/workbook.ts'
import type { Channel } from './channel.ts'
import { reporter } from './reporter.ts'

/** A job that reads figures of the book. */
export type FiguresJob = Extract<JobOrder, { kind: 'overview' | 'counted' | 'report' }>

/** Reads figures from one snapshot of the store, beside the app. */
export async function readFigures(
  order: FiguresJob,
  report: Channel['report'],
): Promise<JobReport> {
  const { store, ground } = order
  const opened = openReader(store.file, Buffer.from(store.key), store.nativeBinding)
  if (!opened.ok) return { type: 'refused', problem: opened.problem }
  const { db, raw } = opened.value
  try {
    const made = await db
      .transaction()
      .execute((snapshot) => work(order, { db: snapshot, raw, ground, tell: reporter(report, '') }))
    return { type: 'done', made }
  } catch (error) {
    const path = order.kind === 'report' ? order.path : null
    const refused = path === null ? null : fileProblem(error, path)
    if (refused) return { type: 'refused', problem: refused.problem }
    throw error
  } finally {
    await closeStore(opened.value)
  }
}

async function work(order: FiguresJob, source: Source): Promise<JobMade[FiguresJob['kind']]> {
  switch (order.kind) {
    case 'overview':
      return overview(await gatherOverview(source, order.on))
    case 'counted':
      return listBehind(source, order.wish)
    case 'report':
      return makeReport(order, source)
  }
}

async function makeReport(
  { order, resources, path }: Extract<JobOrder, { kind: 'report' }>,
  source: Source,
): Promise<JobMade['report']> {
  const read = await readReport(source, order)
  const { isOwn, notes } = read
  if (path === null) return { isOwn, notes, bytes: drawReport(read, { resources }) }
  await writeWorkbook(path, sheetsOf(read))
  return { isOwn, notes, bytes: null }
}
