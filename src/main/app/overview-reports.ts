import { rmSync } from 'node:fs'
import type { CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { JobMade } from '#core/job.ts'
import type { ReportId, ReportOrder } from '#core/reports.ts'
import { ok, type Result } from '#core/result.ts'
import { temporaryOf } from '../sheets/workbook.ts'
import type { Desk, HeldPaper } from './desk.ts'
import type { Actor, Office } from './office.ts'
import { readInJob } from './overview-jobs.ts'
import { asWritten, paperCard } from './paper-card.ts'
import { tracePaper } from './paper-out.ts'
import { fileName } from './papers.ts'

const titles: Record<ReportId, string> = {
  overview: 'Tổng quan',
  campaign: 'Báo cáo đợt',
  'b15a-uq': 'B15a-UQ',
  'b16a-ts': 'B16a-TS',
  'b16c-ts': 'B16c-TS',
  'b09a-ts': 'B09a-TS',
}

/** Draws a report in a job, as a PDF that the window can show, print and save. */
export async function makeReport(
  desk: Desk,
  { office, actor }: { office: Office; actor: Actor },
  { job, ...order }: CallInput<'overview.paper'>,
): Promise<Result<HeldPaper>> {
  const made = await runReport(desk, office, job, order, null)
  if (!made.ok) return made
  const { isOwn, notes } = made.value
  const bytes = Buffer.from(made.value.bytes ?? [])
  const title = titles[order.report]
  const card = paperCard(bytes, {
    title: `${title} – ${formatDate(order.on)}`,
    fileName: fileName(order.report, order.on),
    edition: isOwn ? 'RQ1' : 'QD366',
    notices: notes.map(asWritten),
    missing: [],
  })
  const paper = {
    card,
    bytes,
    trace: { form: order.report, edition: card.edition, subject: 'office' },
  }
  await tracePaper(office, actor, 'paper.made', paper)
  return ok(paper)
}

/** Saves a report as a workbook where the person chooses; null when the dialog was closed. */
export async function saveReportSheet(
  desk: Desk,
  office: Office,
  { job, ...order }: CallInput<'overview.sheet'>,
): Promise<Result<string | null>> {
  const path = await desk.ports.chooseSave(fileName(order.report, order.on).replace(/pdf$/, 'xlsx'))
  if (path === null) return ok(null)
  const made = await runReport(desk, office, job, order, path)
  if (made.ok) return ok(path)
  // A job that was stopped could not tidy up behind itself.
  rmSync(temporaryOf(path), { force: true })
  return made
}

function runReport(
  desk: Desk,
  office: Office,
  job: string,
  order: ReportOrder,
  path: string | null,
): Promise<Result<JobMade['report']>> {
  const { resources } = office.ground
  return readInJob(desk, office, job, order.on, { kind: 'report', order, resources, path })
}
