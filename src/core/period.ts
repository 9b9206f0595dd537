import { addDays, daysInMonth, formatDate, type IsoDate, weekdayName } from './date.ts'
import type { PeriodKind } from './terms.ts'

/** A period by its kind and days (inclusive ISO dates). */
export type Span = { kind: PeriodKind; from: IsoDate; to: IsoDate }

/**
 * Where a period stands: never closed; opened again; signed but not yet written out; sent; and the
 * city's answer to its newest file.
 */
export type PeriodState = 'open' | 'reopened' | 'unwritten' | 'sent' | 'accepted' | 'returned'

/** What the state of a period follows from; `verdict` is the city's answer to the newest file. */
export type PeriodFacts = {
  closed: boolean
  revision: number
  written: boolean
  verdict: 'accepted' | 'returned' | null
}

/** The state of a period. */
export function stateOf({ closed, revision, written, verdict }: PeriodFacts): PeriodState {
  if (!closed) return revision === 0 ? 'open' : 'reopened'
  return written ? (verdict ?? 'sent') : 'unwritten'
}

const breadth: Record<PeriodKind, number> = {
  'launch-day': 1,
  day: 1,
  week: 2,
  month: 3,
  campaign: 4,
}

/**
 * Whether opening one period opens another with it. A day is locked while any closed period holds it,
 * so what is as wide or wider and shares a day must open too; what is narrower stays closed.
 */
export function opensWith(opened: Span, other: Span): boolean {
  const shares = other.from <= opened.to && other.to >= opened.from
  return shares && breadth[other.kind] >= breadth[opened.kind]
}

/** The period of a kind that a day lies in; a campaign runs from its first day to that day. */
export function spanAround(kind: PeriodKind, day: IsoDate, campaignFrom: IsoDate): Span {
  if (kind === 'week') {
    let from = day
    while (weekdayName(from) !== 'thứ Hai') from = addDays(from, -1)
    return { kind, from, to: addDays(from, 6) }
  }
  if (kind === 'month') {
    const [year, month] = [day.slice(0, 4), day.slice(5, 7)]
    const last = daysInMonth(Number(year), Number(month))
    return { kind, from: `${year}-${month}-01`, to: `${year}-${month}-${last}` }
  }
  if (kind === 'campaign') return { kind, from: campaignFrom < day ? campaignFrom : day, to: day }
  return { kind, from: day, to: day }
}

/** A period in words: `ngày 16/11/2024`, `tuần 11/11/2024 – 17/11/2024`. */
export function periodWords({ kind, from, to }: Span): string {
  const days = `${formatDate(from)} – ${formatDate(to)}`
  switch (kind) {
    case 'launch-day':
      return `ngày ra quân ${formatDate(from)}`
    case 'day':
      return `ngày ${formatDate(from)}`
    case 'week':
      return `tuần ${days}`
    case 'month':
      return `tháng ${from.slice(5, 7)}/${from.slice(0, 4)}`
    case 'campaign':
      return `đợt ${days}`
  }
}
