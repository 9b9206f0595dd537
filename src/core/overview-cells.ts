import type { IsoDate } from './date.ts'
import type { CountedCell, CountedSide, SpanCounts } from './overview-facts.ts'
import type { DayCounts } from './overview-pace.ts'
import type { TargetMeasure } from './target.ts'
import type { Scheme } from './terms.ts'

/** What people are counted for: a scheme, joining either scheme, or joining for the first time. */
export type Counted = Scheme | 'joiner' | 'first'

/** People by what they are counted for. */
export type PeopleCounts = Record<Counted, number>

/** What a measure of people counts; null for conferences. */
export function countedOf(measure: TargetMeasure): Counted | null {
  switch (measure) {
    case 'joiners':
      return 'joiner'
    case 'first-time-persons':
      return 'first'
    case 'bhxh-tn-persons':
      return 'bhxh-tn'
    case 'bhyt-hgd-persons':
      return 'bhyt-hgd'
    case 'conferences':
      return null
  }
}

/** What a cell counts. */
export function countedIn({ scheme, kind }: CountedCell): Counted {
  return scheme === 'any' ? (kind === 'first' ? 'first' : 'joiner') : scheme
}

/** Nobody, for adding up. */
export const nobody = (): PeopleCounts => ({ 'bhxh-tn': 0, 'bhyt-hgd': 0, joiner: 0, first: 0 })

/** The counts of a span by one side: people for every key. */
export function countBy(
  span: SpanCounts | undefined,
  side: CountedSide,
  keyOf: (key: string) => string = (key) => key,
): Map<string, PeopleCounts> {
  const counts = new Map<string, PeopleCounts>()
  for (const cell of span?.sides[side] ?? []) {
    const key = keyOf(cell.key)
    const people = counts.get(key) ?? nobody()
    people[countedIn(cell)] += cell.people
    counts.set(key, people)
  }
  return counts
}

/** People of one kind of count on every day of a span. */
export function dayCounts(span: SpanCounts | undefined, counted: Counted): DayCounts {
  const days = new Map<IsoDate, number>()
  for (const cell of span?.sides.day ?? [])
    if (countedIn(cell) === counted) days.set(cell.key, (days.get(cell.key) ?? 0) + cell.people)
  return days
}

/** All people of a span. */
export function totalOf(span: SpanCounts | undefined): PeopleCounts {
  const total = nobody()
  for (const cell of span?.sides.day ?? []) total[countedIn(cell)] += cell.people
  return total
}
