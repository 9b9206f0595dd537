import { z } from 'zod'
import { addDays, daysBetween, type IsoDate, isIsoDate } from './date.ts'
import { Confidence } from './units.ts'

const day = z.string().refine(isIsoDate)

/**
 * Public holidays (`off`) and the Saturdays that are worked in exchange (`work`), inclusive days, with
 * the announcement they rest on (Bộ luật Lao động 2019, Điều 112). Confidence L is not confirmed.
 */
export const Holiday = z.strictObject({
  from: day,
  to: day,
  kind: z.enum(['off', 'work']),
  name: z.string().min(1).max(100),
  source: z.string().min(1).max(300),
  confidence: Confidence,
})
export type Holiday = z.infer<typeof Holiday>

/** Working days between two days, both inclusive; 0 when the first is later. */
export type WorkCalendar = {
  isWorking: (day: IsoDate) => boolean
  count: (from: IsoDate, to: IsoDate) => number
  /** The working days themselves, in order. */
  days: (from: IsoDate, to: IsoDate) => IsoDate[]
  /** At most so many working days before a day, not before `from`, in order. */
  last: (count: number, before: IsoDate, from: IsoDate) => IsoDate[]
}

const made = new WeakMap<readonly Holiday[], WorkCalendar>()

const monday = '1970-01-05'

const isWeekend = (date: IsoDate): boolean => {
  const weekday = ((daysBetween(monday, date) % 7) + 7) % 7
  return weekday >= 5
}

/** Monday to Friday without public holidays, with the Saturdays worked in exchange. */
export function workCalendar(holidays: readonly Holiday[]): WorkCalendar {
  const known = made.get(holidays) ?? makeCalendar(holidays)
  made.set(holidays, known)
  return known
}

function makeCalendar(holidays: readonly Holiday[]): WorkCalendar {
  const known = new Map<IsoDate, Holiday['kind']>()
  for (const { from, to, kind } of holidays) {
    for (let date = from; date <= to; date = addDays(date, 1)) known.set(date, kind)
  }
  const isWorking = (date: IsoDate) => {
    const kind = known.get(date)
    return kind === undefined ? !isWeekend(date) : kind === 'work'
  }
  const days = (from: IsoDate, to: IsoDate) => {
    const found: IsoDate[] = []
    for (let date = from; date <= to; date = addDays(date, 1)) if (isWorking(date)) found.push(date)
    return found
  }
  const last = (count: number, before: IsoDate, from: IsoDate) => {
    const found: IsoDate[] = []
    for (let date = addDays(before, -1); date >= from && found.length < count; ) {
      if (isWorking(date)) found.unshift(date)
      date = addDays(date, -1)
    }
    return found
  }
  return { isWorking, days, last, count: memoCount(isWorking) }
}

/** Counts whole years once, so that many long spans cost little. */
function memoCount(isWorking: (day: IsoDate) => boolean): WorkCalendar['count'] {
  const years = new Map<number, number[]>()
  const sums = (year: number): number[] => {
    const known = years.get(year)
    if (known) return known
    const first = `${year}-01-01`
    const made: number[] = [0]
    for (let n = 0; n < daysBetween(first, `${year + 1}-01-01`); n += 1)
      made.push((made[n] ?? 0) + (isWorking(addDays(first, n)) ? 1 : 0))
    years.set(year, made)
    return made
  }
  const upTo = (date: IsoDate): number =>
    sums(Number(date.slice(0, 4)))[daysBetween(`${date.slice(0, 4)}-01-01`, date) + 1] ?? 0
  return (from, to) => {
    if (from > to) return 0
    let total = upTo(to) - upTo(from) + (isWorking(from) ? 1 : 0)
    for (let year = Number(from.slice(0, 4)); year < Number(to.slice(0, 4)); year += 1)
      total += sums(year).at(-1) ?? 0
    return total
  }
}

/** The not confirmed public holidays that touch a span. */
export function unconfirmedHolidays(
  holidays: readonly Holiday[],
  span: { from: IsoDate; to: IsoDate },
): Holiday[] {
  return holidays.filter(
    ({ from, to, confidence }) => confidence === 'L' && from <= span.to && to >= span.from,
  )
}
