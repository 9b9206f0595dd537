import { addDays, daysBetween, type IsoDate } from '../date.ts'
import { type ConferenceKind, ParticipationKind, PeriodKind, Scheme } from '../terms.ts'
import { isInForce, type ReceivedFile, type SchemeSum, slotOf } from './received.ts'

/** Days from `from` to `to`, both inclusive. */
export type Span = { from: IsoDate; to: IsoDate }

/** What several files come to. Persons are added up file by file. */
export type Totals = {
  joiners: number
  firstTime: number
  households: number
  conferences: Record<ConferenceKind, { held: number; attendees: number }>
  sums: SchemeSum[]
}

/** The files that count: of each unit and period the newest revision, unless it was returned. */
export function inForce(files: readonly ReceivedFile[]): ReceivedFile[] {
  const newest = new Map<string, ReceivedFile>()
  for (const file of files) {
    const known = newest.get(slotOf(file))
    if (!known || known.revision < file.revision) newest.set(slotOf(file), file)
  }
  return [...newest.values()].filter(isInForce).sort(byPlace)
}

/** An order that does not depend on how the files came: unit, days, kind. */
function byPlace(a: ReceivedFile, b: ReceivedFile): number {
  const key = ({ unit, period }: ReceivedFile) =>
    `${unit.code} ${period.to} ${period.from} ${PeriodKind.options.indexOf(period.kind)}`
  return key(a) < key(b) ? -1 : 1
}

type Best = { days: number; files: ReceivedFile[] }

/**
 * Picks, from the files in force of one unit, those that together speak for most days of a span without
 * speaking for any day twice; of equal choices the one with the fewest files. A month therefore comes
 * before its days, and a campaign to date before both when it reaches furthest.
 */
export function coverSpan(own: readonly ReceivedFile[], span: Span): ReceivedFile[] {
  const inside = own
    .filter(({ period }) => period.from >= span.from && period.to <= span.to)
    .sort(byPlace)
  // best[i] is the best choice among the first i files, which are in the order of their last days.
  const best: Best[] = [{ days: 0, files: [] }]
  for (const [index, file] of inside.entries()) {
    const free = inside.findLastIndex(({ period }) => period.to < file.period.from)
    const base = best[free + 1]
    const without = best[index]
    if (!base || !without) throw new Error('a choice of files is missing')
    const days = base.days + daysBetween(file.period.from, file.period.to) + 1
    const better =
      days > without.days || (days === without.days && base.files.length + 1 < without.files.length)
    best.push(better ? { days, files: [...base.files, file] } : without)
  }
  return best.at(-1)?.files ?? []
}

/** The days of a span that no chosen file speaks for. */
export function openDays(chosen: readonly ReceivedFile[], span: Span): IsoDate[] {
  const open: IsoDate[] = []
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (!chosen.some(({ period }) => day >= period.from && day <= period.to)) open.push(day)
  }
  return open
}

const emptySum = (scheme: Scheme, kind: ParticipationKind): SchemeSum => ({
  ...{ scheme, kind, persons: 0, months: 0 },
  ...{ gross: 0, state: 0, local: 0, payer: 0 },
})

/** Nothing: every scheme and kind of participation stands there with zeros. */
export function noTotals(): Totals {
  return {
    joiners: 0,
    firstTime: 0,
    households: 0,
    conferences: {
      conference: { held: 0, attendees: 0 },
      'small-group': { held: 0, attendees: 0 },
    },
    sums: Scheme.options.flatMap((scheme) =>
      ParticipationKind.options.map((kind) => emptySum(scheme, kind)),
    ),
  }
}

const figures = ['persons', 'months', 'gross', 'state', 'local', 'payer'] as const

/** Adds up files or totals of units; whole numbers, so the order cannot matter. */
export function addUp(
  parts: readonly (Pick<ReceivedFile, 'people' | 'conferences' | 'sums'> | Totals)[],
): Totals {
  const totals = noTotals()
  for (const part of parts) {
    const people = 'people' in part ? part.people : part
    totals.joiners += people.joiners
    totals.firstTime += people.firstTime
    totals.households += people.households
    for (const kind of ['conference', 'small-group'] as const) {
      totals.conferences[kind].held += part.conferences[kind].held
      totals.conferences[kind].attendees += part.conferences[kind].attendees
    }
    for (const sum of part.sums) {
      const total = totals.sums.find((each) => each.scheme === sum.scheme && each.kind === sum.kind)
      if (total) for (const figure of figures) total[figure] += sum[figure]
    }
  }
  return totals
}

/** Persons of one scheme over every kind of participation. */
export function personsOf({ sums }: Pick<Totals, 'sums'>, scheme: Scheme): number {
  return sums.reduce((total, sum) => total + (sum.scheme === scheme ? sum.persons : 0), 0)
}
