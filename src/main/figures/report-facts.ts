import { addDays, addMonths, type IsoDate } from '#core/date.ts'
import { type Overview, overview, type Span, yearOf } from '#core/overview.ts'
import { workCalendar } from '#core/overview-days.ts'
import type { SpanCounts } from '#core/overview-facts.ts'
import type { CollectorLine, SchemeStanding } from '#core/reports-official.ts'
import type { EventLine, JoinLine } from '#core/reports-own.ts'
import type { SupportLine } from '#core/reports-quarter.ts'
import type { Plan } from '#core/target-plan.ts'
import { Collector, type Organiser, type ParticipationKind, type Scheme } from '#core/terms.ts'
import { countConferences } from '../db/conference-counts.ts'
import { readEnrolment } from '../db/enrolments.ts'
import { readCounts, readInForce } from '../db/overview.ts'
import {
  countAtConferences,
  countJoins,
  listAgain,
  listOrganisers,
  sumJoins,
  sumSupport,
} from '../db/overview-reports.ts'
import { readPlan } from '../db/target-plan.ts'
import { kindCounted } from './kind-counted.ts'
import { gatherOverview } from './overview.ts'
import { nameOfCommune, type Source } from './source.ts'

/** The month, quarter and year a day lies in. */
export function monthOf(on: IsoDate): Span {
  const from = `${on.slice(0, 7)}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The quarter a day lies in. */
export function quarterOf(on: IsoDate): Span {
  const month = Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3 + 1
  const from = `${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  return { from, to: addDays(addMonths(from, 3), -1) }
}

const schemeMeasure = { 'bhxh-tn': 'bhxh-tn-persons', 'bhyt-hgd': 'bhyt-hgd-persons' } as const

/** What each collecting organisation was given for the year and did in the month of a day. */
export async function collectorLines(
  source: Source,
  on: IsoDate,
): Promise<Record<Collector, CollectorLine>> {
  const { raw } = source
  const [month, year] = [monthOf(on), yearOf(on)]
  const { assignments } = await readPlan(source.db)
  const inMonth = await readCounts(raw, month, month.to, ['collector'], source.tell)
  const inYear = await readCounts(raw, year, year.to, ['collector'], source.tell)
  const again = await kindsAgain(source, month, month.to)
  const line = (collector: Collector): CollectorLine => {
    const of = (scheme: Scheme): CollectorLine[Scheme] => {
      const target = targetOf(assignments, collector, schemeMeasure[scheme], year)
      const kind = (wanted: string) => peopleIn(inMonth, scheme, collector, wanted, month.to)
      const back = again.filter((one) => one.scheme === scheme && one.collector === collector)
      const returned = back.filter((one) => one.kind === 'returning').length
      return {
        target,
        month: {
          added: kind('first') + kind('returning') + returned,
          going: kind('renewing') + back.length - returned,
        },
        soFar: peopleIn(inYear, scheme, collector, null, month.to),
      }
    }
    return { 'bhxh-tn': of('bhxh-tn'), 'bhyt-hgd': of('bhyt-hgd') }
  }
  return Object.fromEntries(Collector.options.map((key) => [key, line(key)])) as Record<
    Collector,
    CollectorLine
  >
}

function targetOf(
  assignments: Plan['assignments'],
  collector: Collector,
  measure: string,
  span: Span,
): CollectorLine[Scheme]['target'] {
  const given = assignments.find(
    (row) =>
      row.collector === collector &&
      row.measure === measure &&
      row.from === span.from &&
      row.to === span.to,
  )
  return given ? { value: given.value, added: given.newPeople } : null
}

function peopleIn(
  { sides }: SpanCounts,
  scheme: Scheme,
  collector: Collector,
  kind: string | null,
  until: IsoDate,
): number {
  return (sides.collector ?? []).reduce((sum, cell) => {
    const [who, month = ''] = cell.key.split('|')
    const isIn = cell.scheme === scheme && who === collector && month <= until.slice(0, 7)
    return isIn && (kind === null || cell.kind === kind) ? sum + cell.people : sum
  }, 0)
}

type Again = {
  scheme: Scheme
  collector: Collector
  commune_code: string
  commune_from: string
  kind: ParticipationKind
}

/** What the first times that are none count as, by the rules of their day. */
async function kindsAgain({ db, raw, ground }: Source, span: Span, on: IsoDate): Promise<Again[]> {
  const found: Again[] = []
  for (const id of listAgain(raw, span, on)) {
    const row = await readEnrolment(db, id)
    if (row) found.push({ ...row, kind: await kindCounted(db, ground.policy, row) })
  }
  return found
}

/** How both schemes stood at the end of the month of a day. */
export async function standings(
  source: Source,
  on: IsoDate,
): Promise<Record<Scheme, SchemeStanding>> {
  const { raw } = source
  const [month, year] = [monthOf(on), yearOf(on)]
  const before = addDays(month.from, -1)
  const [now, then, last] = [month.to, before, addDays(year.from, -1)].map((day) =>
    readInForce(raw, day),
  ) as [Record<Scheme, number>, Record<Scheme, number>, Record<Scheme, number>]
  const { targets } = await readPlan(source.db)
  const counts = await readCounts(raw, year, year.to, ['day'], source.tell)
  const calendar = workCalendar(source.ground.holidays)
  const of = (scheme: Scheme): SchemeStanding => {
    const target = targets.find(
      (row) =>
        row.scope === 'unit' &&
        row.measure === schemeMeasure[scheme] &&
        row.from === year.from &&
        row.to === year.to,
    )
    const done = (counts.sides.day ?? []).reduce(
      (sum, cell) => (cell.scheme === scheme && cell.key <= before ? sum + cell.people : sum),
      0,
    )
    const left = calendar.count(month.from, year.to)
    const part = left === 0 ? 0 : calendar.count(month.from, month.to) / left
    return {
      target: target?.value ?? null,
      monthTarget: target ? Math.ceil(Math.max(0, target.value - done) * part) : null,
      ...{ inForce: now[scheme], monthBefore: then[scheme], yearBefore: last[scheme] },
    }
  }
  return { 'bhxh-tn': of('bhxh-tn'), 'bhyt-hgd': of('bhyt-hgd') }
}

/** BHXH tự nguyện of the quarter of a day by commune and support group. */
export function supportLines({ raw, ground }: Source, on: IsoDate): SupportLine[] {
  return sumSupport(raw, quarterOf(on)).map(
    ({ commune_code: code, commune_from: validFrom, ...line }) => ({
      ...line,
      commune: nameOfCommune(ground, { code, validFrom }),
    }),
  )
}

/** Everything the campaign report is made of. */
export async function campaignFacts(
  source: Source,
  on: IsoDate,
): Promise<{ view: Overview; events: EventLine[]; joins: JoinLine[] }> {
  const view = overview(await gatherOverview(source, on))
  const span = { from: view.focus.from, to: view.focus.to }
  const events = await eventLines(source, span, on)
  return { view, events, joins: await joinLines(source, span, on) }
}

const keyOf = (row: { commune_code: string; commune_from: string }) =>
  `${row.commune_code}|${row.commune_from}`

async function eventLines(source: Source, span: Span, on: IsoDate): Promise<EventLine[]> {
  const { raw } = source
  const held = await countConferences(source.db, {
    from: span.from,
    to: on < span.to ? on : span.to,
  })
  const lines = new Map<string, EventLine>()
  const lineOf = (key: string): EventLine => {
    const [code = '', validFrom = ''] = key.split('|')
    const line = lines.get(key) ?? {
      commune: nameOfCommune(source.ground, { code, validFrom }),
      ...{ conferences: 0, smallGroups: 0, attendees: 0, consultations: 0 },
      organisers: [] as Organiser[],
      signUps: { 'bhxh-tn': 0, 'bhyt-hgd': 0 },
    }
    lines.set(key, line)
    return line
  }
  for (const { commune, kind, held: number, attendees, consultations } of held) {
    if (number === 0) continue
    const line = lineOf(`${commune.code}|${commune.validFrom}`)
    line[kind === 'conference' ? 'conferences' : 'smallGroups'] += number
    line.attendees += attendees
    line.consultations += consultations
  }
  for (const row of listOrganisers(raw, span)) {
    const line = lines.get(keyOf(row))
    if (line) line.organisers = [...new Set([...line.organisers, ...row.organisers])].sort()
  }
  for (const row of countAtConferences(raw, span, on))
    lineOf(keyOf(row)).signUps[row.scheme] += row.people
  return [...lines.values()].sort(
    (a, b) => b.conferences - a.conferences || b.attendees - a.attendees,
  )
}

async function joinLines(source: Source, span: Span, on: IsoDate): Promise<JoinLine[]> {
  const { raw } = source
  const lines = new Map<string, JoinLine>()
  const none = () => ({ first: 0, returning: 0, renewing: 0, payer: 0 })
  const lineOf = (row: { commune_code: string; commune_from: string; collector: Collector }) => {
    const key = `${keyOf(row)}|${row.collector}`
    const commune = { code: row.commune_code, validFrom: row.commune_from }
    const line = lines.get(key) ?? {
      ...{
        commune: nameOfCommune(source.ground, commune),
        collector: row.collector,
        households: 0,
      },
      schemes: { 'bhxh-tn': none(), 'bhyt-hgd': none() },
    }
    lines.set(key, line)
    return line
  }
  for (const row of countJoins(raw, span, on))
    if (row.kind !== 'again')
      lineOf(row).schemes[row.scheme][row.kind as ParticipationKind] += row.people
  for (const row of await kindsAgain(source, span, on))
    lineOf(row).schemes[row.scheme][row.kind] += 1
  for (const row of sumJoins(raw, span, on)) {
    const line = lineOf(row)
    line.schemes[row.scheme].payer += row.payer
    if (row.scheme === 'bhyt-hgd') line.households += row.households
  }
  return [...lines.values()]
}
