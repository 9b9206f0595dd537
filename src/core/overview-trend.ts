import { addDays, daysBetween, type IsoDate } from './date.ts'
import { countedIn, nobody, type PeopleCounts } from './overview-cells.ts'
import type { SpanCounts } from './overview-facts.ts'

/** A point of the trend: the people of a week (or of the days of it that are over) and of the year so far. */
export type TrendPoint = { from: IsoDate; to: IsoDate; people: PeopleCounts; soFar: PeopleCounts }

const weeksShown = 26

/** The last weeks of the year to a day from the first sign-up on, Monday to Sunday, oldest first. */
export function trendOf(
  year: SpanCounts | undefined,
  span: { from: IsoDate; to: IsoDate },
  on: IsoDate,
): TrendPoint[] {
  const points = weeksTo(span.from, on).map((week) => ({
    ...week,
    people: nobody(),
    soFar: nobody(),
  }))
  for (const cell of year?.sides.day ?? []) {
    const { key: day, people } = cell
    if (day > on) continue
    const counted = countedIn(cell)
    for (const point of points) {
      if (day >= point.from && day <= point.to) point.people[counted] += people
      if (day <= point.to) point.soFar[counted] += people
    }
  }
  const first = points.findIndex(({ soFar }) => soFar.joiner > 0)
  return first < 0 ? points.slice(-1) : points.slice(first)
}

function weeksTo(from: IsoDate, on: IsoDate): { from: IsoDate; to: IsoDate }[] {
  const weeks: { from: IsoDate; to: IsoDate }[] = []
  const sinceMonday = ((daysBetween('1970-01-05', on) % 7) + 7) % 7
  let monday = addDays(on, -sinceMonday)
  let to = on
  while (to >= from && weeks.length < weeksShown) {
    weeks.unshift({ from: monday < from ? from : monday, to })
    to = addDays(monday, -1)
    monday = addDays(monday, -7)
  }
  return weeks
}
