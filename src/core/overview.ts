import type { IsoDate } from './date.ts'
import { countedOf, dayCounts, nobody, type PeopleCounts, totalOf } from './overview-cells.ts'
import { type CommuneFigure, communeFigures } from './overview-communes.ts'
import { type CoverageFigure, coverageFigures } from './overview-coverage.ts'
import { unconfirmedHolidays, workCalendar } from './overview-days.ts'
import type { OverviewFacts, SpanCounts } from './overview-facts.ts'
import { judgeTarget, type TargetFigure } from './overview-pace.ts'
import { type SourceFigures, sourceFigures } from './overview-sources.ts'
import { type TrendPoint, trendOf } from './overview-trend.ts'
import type { Target } from './target.ts'
import type { Scheme } from './terms.ts'

/** A span of days, both inclusive. */
export type Span = { from: IsoDate; to: IsoDate }

/** The launch day of the campaign that is on, or was last. */
export type LaunchFigure = {
  campaignId: string
  name: string
  day: IsoDate
  people: PeopleCounts
  conferences: number
  smallGroups: number
  /** The office's own targets of that day. */
  targets: TargetFigure[]
}

/** Every figure of the overview; people are distinct persons, as in a summary of the same days. */
export type Overview = {
  on: IsoDate
  unit: OverviewFacts['unit']
  today: PeopleCounts
  launch: LaunchFigure | null
  /** Own targets first, those that are behind before the others. */
  targets: TargetFigure[]
  /** The span the communes and sources are of: the campaign that is on, else the year. */
  focus: Span & { name: string | null; people: PeopleCounts }
  year: Span & { people: PeopleCounts }
  communes: CommuneFigure[]
  conferences: {
    planned: number
    held: number
    smallGroups: number
    attendees: number
    communesWithout: number
  }
  sources: SourceFigures
  trend: TrendPoint[]
  inForce: Record<Scheme, number>
  coverage: CoverageFigure[]
  unconfirmedHolidays: { from: IsoDate; to: IsoDate; name: string }[]
}

/** The calendar year of a day. */
export function yearOf(on: IsoDate): Span {
  return { from: `${on.slice(0, 4)}-01-01`, to: `${on.slice(0, 4)}-12-31` }
}

/** The campaign that is on, or the one that began last before a day of the same year; null for none. */
export function campaignOn<T extends Span>(campaigns: readonly T[], on: IsoDate): T | null {
  const begun = campaigns.filter(({ from, to }) => from <= on && to.slice(0, 4) >= on.slice(0, 4))
  return begun.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))[0] ?? null
}

/** The days whose counts an overview needs: the year, the campaign and its launch day, every target. */
export function overviewSpans(facts: Pick<OverviewFacts, 'on' | 'targets' | 'campaigns'>): Span[] {
  const campaign = campaignOn(facts.campaigns, facts.on)
  const spans = [
    yearOf(facts.on),
    ...(campaign ? [campaign, { from: campaign.launchDay, to: campaign.launchDay }] : []),
    ...facts.targets.filter(({ measure }) => measure !== 'conferences'),
  ]
  const known = new Map(spans.map(({ from, to }) => [`${from} ${to}`, { from, to }]))
  return [...known.values()]
}

const rank: Record<TargetFigure['state'], number> = {
  ...{ behind: 0, empty: 1, 'on-track': 2, waiting: 3, reached: 4, exceeded: 5, missed: 6 },
}

const byNeed = (a: TargetFigure, b: TargetFigure): number =>
  Number(a.scope === 'city') - Number(b.scope === 'city') ||
  rank[a.state] - rank[b.state] ||
  a.permille - b.permille ||
  (a.id < b.id ? -1 : 1)

/** Works out everything the head sees in the morning from the counts of the book. */
export function overview(facts: OverviewFacts): Overview {
  const { on } = facts
  const calendar = workCalendar(facts.holidays)
  const spanOf = (span: Span): SpanCounts | undefined =>
    facts.spans.find(({ from, to }) => from === span.from && to === span.to)
  const judge = (target: Target) =>
    judgeTarget(target, daysOf(facts, target, spanOf(target)), on, calendar)
  const targets = facts.targets.map(judge).sort(byNeed)
  const campaign = campaignOn(facts.campaigns, on)
  const year = yearOf(on)
  const focus: Span = campaign ?? year
  const counts = spanOf(focus)
  const communes = communeFigures(facts, focus, counts)
  const held = heldIn(facts, focus)
  return {
    on,
    unit: facts.unit,
    today: peopleOn(spanOf(year), on),
    launch: campaign && launchOf(facts, campaign, spanOf, targets),
    targets,
    focus: { ...spanDays(focus), name: campaign?.name ?? null, people: totalOf(counts) },
    year: { ...year, people: totalOf(spanOf(year)) },
    communes,
    conferences: {
      planned: communes.reduce((sum, { conferencesPlanned }) => sum + (conferencesPlanned ?? 0), 0),
      ...held,
      communesWithout: communes.filter(
        ({ conferences, isCurrent }) => isCurrent && conferences === 0,
      ).length,
    },
    sources: sourceFigures(facts, counts),
    trend: trendOf(spanOf(year), year, on),
    inForce: facts.inForce,
    coverage: coverageFigures(facts),
    unconfirmedHolidays: unconfirmedHolidays(facts.holidays, {
      from: on,
      to: targets.reduce((last, { to }) => (to > last ? to : last), on),
    }).map(({ from, to, name }) => ({ from, to, name })),
  }
}

const spanDays = ({ from, to }: Span): Span => ({ from, to })

function daysOf(facts: OverviewFacts, target: Target, span: SpanCounts | undefined) {
  const counted = countedOf(target.measure)
  if (counted) return dayCounts(span, counted)
  const days = new Map<IsoDate, number>()
  for (const { day, kind } of facts.conferences)
    if (kind === 'conference') days.set(day, (days.get(day) ?? 0) + 1)
  return days
}

function peopleOn(year: SpanCounts | undefined, on: IsoDate): PeopleCounts {
  const people = nobody()
  for (const counted of Object.keys(people) as (keyof PeopleCounts)[])
    people[counted] = dayCounts(year, counted).get(on) ?? 0
  return people
}

function heldIn(facts: OverviewFacts, span: Span) {
  const sum = { held: 0, smallGroups: 0, attendees: 0 }
  const last = facts.on < span.to ? facts.on : span.to
  for (const { day, kind, attendees } of facts.conferences) {
    if (day < span.from || day > last) continue
    sum[kind === 'conference' ? 'held' : 'smallGroups'] += 1
    sum.attendees += attendees
  }
  return sum
}

function launchOf(
  facts: OverviewFacts,
  campaign: OverviewFacts['campaigns'][number],
  spanOf: (span: Span) => SpanCounts | undefined,
  targets: readonly TargetFigure[],
): LaunchFigure {
  const day = campaign.launchDay
  const { held, smallGroups } = heldIn(facts, { from: day, to: day })
  return {
    campaignId: campaign.id,
    name: campaign.name,
    day,
    people: totalOf(spanOf({ from: day, to: day })),
    conferences: held,
    smallGroups,
    targets: targets.filter(({ from, to }) => from === day && to === day),
  }
}
