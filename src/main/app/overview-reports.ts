import { formatDate } from '#core/date.ts'
import { overview } from '#core/overview.ts'
import type { Report, ReportOrder } from '#core/reports.ts'
import { b15a, b16a, b16c, type ReportHead } from '#core/reports-official.ts'
import { campaignReport, overviewPage } from '#core/reports-own.ts'
import { b09a } from '#core/reports-quarter.ts'
import { ok, type Result } from '#core/result.ts'
import type { Db } from '../db/kysely.ts'
import { settleCounts } from '../db/overview-settle.ts'
import { drawReport } from '../forms/report.ts'
import { writeWorkbook } from '../sheets/workbook.ts'
import type { Desk, HeldPaper } from './desk.ts'
import { fileProblem } from './files.ts'
import { type Actor, type Office, todayInVietnam } from './office.ts'
import { gatherOverview } from './overview.ts'
import {
  campaignFacts,
  collectorLines,
  monthOf,
  quarterOf,
  standings,
  supportLines,
} from './overview-report-facts.ts'
import { sheetsOf } from './overview-sheets.ts'
import { paperCard } from './paper-card.ts'
import { tracePaper } from './paper-out.ts'
import { fileName } from './papers.ts'

/** The figures of a report, in one snapshot of the book. */
export async function readReport(office: Office, order: ReportOrder): Promise<Report> {
  return office.store.db.transaction().execute((db) => {
    settleCounts(office.store.raw)
    return build(db, office, order)
  })
}

async function build(db: Db, office: Office, { report, on }: ReportOrder): Promise<Report> {
  const { name, code, practice } = office.row
  const head: ReportHead = {
    ...{ office: { name, unitCode: code }, practice, on },
    madeOn: todayInVietnam(office.ground.now()),
  }
  switch (report) {
    case 'overview':
      return overviewPage(head, overview(await gatherOverview(db, office, on)))
    case 'campaign': {
      const { view, events, joins } = await campaignFacts(db, office, on)
      return campaignReport(head, view, events, joins)
    }
    case 'b15a-uq':
      return b15a({ ...head, on: monthOf(on).to }, await collectorLines(db, office, on))
    case 'b16a-ts':
      return b16a({ ...head, on: monthOf(on).to }, await standings(db, office, on))
    case 'b16c-ts':
      return b16c({ ...head, on: monthOf(on).to }, await collectorLines(db, office, on))
    case 'b09a-ts':
      return b09a({ ...head, on: quarterOf(on).to }, supportLines(office, on))
  }
}

const titles: Record<Report['id'], string> = {
  overview: 'Tổng quan',
  campaign: 'Báo cáo đợt',
  'b15a-uq': 'B15a-UQ',
  'b16a-ts': 'B16a-TS',
  'b16c-ts': 'B16c-TS',
  'b09a-ts': 'B09a-TS',
}

/** Draws a report as a PDF that the window can show, print and save. */
export async function makeReport(
  office: Office,
  actor: Actor,
  order: ReportOrder,
): Promise<HeldPaper> {
  const report = await readReport(office, order)
  const bytes = drawReport(report, office.ground)
  const title = titles[order.report]
  const card = paperCard(bytes, {
    title: `${title} – ${formatDate(order.on)}`,
    fileName: fileName(order.report, order.on),
    edition: report.isOwn ? 'RQ1' : 'QD366',
    notices: [...report.notes],
    missing: [],
  })
  const paper = {
    card,
    bytes,
    trace: { form: order.report, edition: card.edition, subject: 'office' },
  }
  await tracePaper(office, actor, 'paper.made', paper)
  return paper
}

/** Saves a report as a workbook where the person chooses; null when the dialog was closed. */
export async function saveReportSheet(
  desk: Desk,
  office: Office,
  order: ReportOrder,
): Promise<Result<string | null>> {
  const path = await desk.ports.chooseSave(fileName(order.report, order.on).replace(/pdf$/, 'xlsx'))
  if (path === null) return ok(null)
  try {
    await writeWorkbook(path, sheetsOf(await readReport(office, order)))
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
  return ok(path)
}
