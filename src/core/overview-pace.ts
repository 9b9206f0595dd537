import type { IsoDate } from './date.ts'
import type { WorkCalendar } from './overview-days.ts'
import type { Target } from './target.ts'

/** How many people (or conferences) each day of a span added; days without any may be missing. */
export type DayCounts = ReadonlyMap<IsoDate, number>

/** Where a target ends at the present pace; whole numbers, `low` and `high` hold in about 4 of 5 cases. */
export type Forecast = {
  low: number
  likely: number
  high: number
  /** The pace it rests on: per working day, over so many working days. */
  perDay: number
  overDays: number
}

/** Why there is no forecast. */
export type NoForecast = 'over' | 'one-day' | 'too-early' | 'city'

/** How a target stands. */
export type TargetState =
  | 'waiting'
  | 'empty'
  | 'behind'
  | 'on-track'
  | 'reached'
  | 'exceeded'
  | 'missed'

/** A target with what was done for it by a day. Shares are in thousandths. */
export type TargetFigure = Target & {
  done: number
  today: number
  permille: number
  remaining: number
  /** How far the time of the target has gone, in thousandths of its working days. */
  timePermille: number
  workingDaysLeft: number
  /** What each working day from today on must bring; null when none is left, nothing remains, or it is the city’s. */
  neededPerDay: number | null
  state: TargetState
  forecast: Forecast | null
  noForecast: NoForecast | null
}

const paceDays = 20
const fewestDays = 5
/** Four of five cases of a normal distribution lie within so many standard deviations. */
const fourOfFive = 1.2816

/** Thousandths, rounded down; a whole of 0 never divides. */
export function permilleOf(part: number, whole: number): number {
  return whole > 0 ? Math.floor((part * 1000) / whole) : 0
}

/** Days that count for a span: its working days, or all its days when it has none (a launch on a Saturday). */
function counterOf(calendar: WorkCalendar, span: { from: IsoDate; to: IsoDate }) {
  if (calendar.count(span.from, span.to) > 0) return calendar.count
  const single = span.from === span.to
  return (from: IsoDate, to: IsoDate) => (single && from <= span.from && to >= span.to ? 1 : 0)
}

/** Judges one target on a day from what each day of its span added. */
export function judgeTarget(
  target: Target,
  days: DayCounts,
  on: IsoDate,
  calendar: WorkCalendar,
): TargetFigure {
  const until = on < target.to ? on : target.to
  let done = 0
  for (const [day, count] of days) if (day >= target.from && day <= until) done += count
  const remaining = Math.max(0, target.value - done)
  const count = counterOf(calendar, target)
  const left = count(on > target.from ? on : target.from, target.to)
  const total = count(target.from, target.to)
  const gone = on < target.from ? 0 : total - left
  const forecast = forecastOf(target, days, done, on, calendar)
  const isOwn = target.scope === 'unit'
  return {
    ...target,
    done,
    today: on <= target.to ? (days.get(on) ?? 0) : 0,
    permille: permilleOf(done, target.value),
    remaining,
    timePermille: permilleOf(gone, total),
    workingDaysLeft: left,
    neededPerDay: isOwn && remaining > 0 && left > 0 ? Math.ceil(remaining / left) : null,
    state: stateOf(target, { done, on, gone, total }),
    forecast: typeof forecast === 'string' ? null : forecast,
    noForecast: typeof forecast === 'string' ? forecast : null,
  }
}

type Standing = { done: number; on: IsoDate; gone: number; total: number }

function stateOf(target: Target, { done, on, gone, total }: Standing): TargetState {
  if (done > target.value) return 'exceeded'
  if (done === target.value && done > 0) return 'reached'
  if (on > target.to) return 'missed'
  if (on < target.from) return 'waiting'
  if (done === 0) return 'empty'
  return done * total >= target.value * gone ? 'on-track' : 'behind'
}

/**
 * The last working days go on as they were: their mean is the pace, their spread the range. What is
 * signed on a free day belongs to the working day after it. Today counts with what it has so far.
 */
function forecastOf(
  target: Target,
  days: DayCounts,
  done: number,
  on: IsoDate,
  calendar: WorkCalendar,
): Forecast | NoForecast {
  if (target.scope === 'city') return 'city'
  if (target.from === target.to) return 'one-day'
  if (on > target.to) return 'over'
  const buckets = lastDays(target.from, days, on, calendar)
  const n = buckets.length
  if (n < fewestDays) return 'too-early'
  const perDay = buckets.reduce((sum, count) => sum + count, 0) / n
  const spread = buckets.reduce((sum, count) => sum + (count - perDay) ** 2, 0) / (n - 1)
  const today = calendar.isWorking(on) ? 1 : 0
  const later = calendar.count(on, target.to) - today
  const restOfToday = today * Math.max(0, perDay - (days.get(on) ?? 0))
  const likely = done + restOfToday + perDay * later
  const m = later + today
  // Days vary by themselves, and the mean they vary around is itself only estimated.
  const margin = fourOfFive * Math.sqrt(spread * (m + (m * m) / n))
  return {
    low: Math.max(done, Math.floor(likely - margin)),
    likely: Math.round(likely),
    high: Math.ceil(likely + margin),
    perDay: Math.round(perDay * 10) / 10,
    overDays: n,
  }
}

/** What the last working days before a day brought, oldest first; at most twenty. */
function lastDays(from: IsoDate, days: DayCounts, on: IsoDate, calendar: WorkCalendar): number[] {
  const working = calendar.last(paceDays + 1, on, from)
  const shown = working.slice(-paceDays)
  if (shown.length === 0) return []
  // What was signed up to the working day before these belongs to earlier ones.
  const after = working.length > paceDays ? working[0] : undefined
  const counts = new Map(shown.map((day) => [day, 0]))
  for (const [day, count] of days) {
    if (day >= on || day < from || (after !== undefined && day <= after)) continue
    const bucket = shown.find((each) => each >= day) ?? shown.at(-1)
    if (bucket !== undefined) counts.set(bucket, (counts.get(bucket) ?? 0) + count)
  }
  return [...counts.values()]
}
