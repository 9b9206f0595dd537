import { overview } from '#core/overview.ts'
import type { Report, ReportOrder } from '#core/reports.ts'
import { b15a, b16a, b16c, type ReportHead } from '#core/reports-official.ts'
import { campaignReport, overviewPage } from '#core/reports-own.ts'
import { b09a } from '#core/reports-quarter.ts'
import { gatherOverview } from './overview.ts'
import {
  campaignFacts,
  collectorLines,
  monthOf,
  quarterOf,
  standings,
  supportLines,
} from './report-facts.ts'
import type { Source } from './source.ts'

/** The figures of a report, in one snapshot of the book. */
export async function readReport(source: Source, { report, on }: ReportOrder): Promise<Report> {
  const { unit, today } = source.ground
  const head: ReportHead = {
    ...{ office: { name: unit.name, unitCode: unit.code }, practice: unit.practice, on },
    madeOn: today,
  }
  switch (report) {
    case 'overview':
      return overviewPage(head, overview(await gatherOverview(source, on)))
    case 'campaign': {
      const { view, events, joins } = await campaignFacts(source, on)
      return campaignReport(head, view, events, joins)
    }
    case 'b15a-uq':
      return b15a({ ...head, on: monthOf(on).to }, await collectorLines(source, on))
    case 'b16a-ts':
      return b16a({ ...head, on: monthOf(on).to }, await standings(source, on))
    case 'b16c-ts':
      return b16c({ ...head, on: monthOf(on).to }, await collectorLines(source, on))
    case 'b09a-ts':
      return b09a({ ...head, on: quarterOf(on).to }, supportLines(source, on))
  }
}
