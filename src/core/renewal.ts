import { z } from 'zod'
import { continuityOf } from './contribution/health-validity.ts'
import { addDays, addMonths, daysBetween, formatDate, type IsoDate } from './date.ts'
import { paymentDeadline } from './kind.ts'
import type { Policy } from './policy.ts'
import { rowOn } from './policy-row.ts'
import type { Collector, Occupation, PaymentMethod, Scheme } from './terms.ts'

/** What came of a call about a renewal. */
export const CallOutcome = z.enum([
  'will-renew',
  'thinking',
  'refused',
  'moved',
  'wrong-number',
  'no-answer',
])
export type CallOutcome = z.infer<typeof CallOutcome>

/** The marks of the work list: days until the last covered day; −90 holds what is overdue. */
export const DueMark = z.union([
  z.literal(60),
  z.literal(30),
  z.literal(15),
  z.literal(0),
  z.literal(-90),
])
export type DueMark = z.infer<typeof DueMark>

/** Each mark with the days left that it holds, both ends included; together they have no gap. */
export const dueMarks: readonly { mark: DueMark; from: number; to: number }[] = [
  { mark: -90, from: -90, to: -1 },
  { mark: 0, from: 0, to: 0 },
  { mark: 15, from: 1, to: 15 },
  { mark: 30, from: 16, to: 30 },
  { mark: 60, from: 31, to: 60 },
]

/** The mark of a last covered day seen from a day, or null when it is not on the work list. */
export function dueMarkOf(validTo: IsoDate, on: IsoDate): DueMark | null {
  const left = daysBetween(on, validTo)
  return dueMarks.find(({ from, to }) => left >= from && left <= to)?.mark ?? null
}

/** The last covered days that a mark (all when null) holds on a day. */
export function dueSpan(on: IsoDate, mark: DueMark | null): { from: IsoDate; to: IsoDate } {
  const held = dueMarks.filter((each) => mark === null || each.mark === mark)
  const [first, last] = [held[0]?.from ?? 0, held.at(-1)?.to ?? 0]
  return { from: addDays(on, first), to: addDays(on, last) }
}

/** The term that runs out: what was chosen, by whom it was collected, and what it covered. */
export type EndingTerm = {
  enrolmentId: number
  personId: number
  scheme: Scheme
  signedOn: IsoDate
  validTo: IsoDate
  months: number
  income: number | null
  method: PaymentMethod | null
  supportGroup: string
  occupation: Occupation
  collector: Collector
}

/** The last day to pay on: by the registered method for BHXH, the card's last day for BHYT (D08a-TS, column 2). */
export function payBy(term: EndingTerm, policy: Policy): IsoDate {
  if (term.scheme === 'bhyt-hgd') return term.validTo
  return paymentDeadline(policy, term.validTo, term.method, null)
}

/**
 * How long a person has been insured without a long break, as the office's own book knows: since when,
 * the day five years are full, and the last day to pay that keeps it; `isNear` when five years are full
 * or will be within a year, `isLost` when that day has passed.
 */
export type Continuity = {
  since: IsoDate
  fiveYears: IsoDate
  keepBy: IsoDate
  isNear: boolean
  isLost: boolean
  text: string
}

/** The five-year warning for cards that end; null without cards or rules for them. */
export function warnContinuity(
  cards: readonly { from: IsoDate; to: IsoDate }[],
  on: IsoDate,
  policy: Policy,
): Continuity | null {
  const run = continuityOf(cards, policy)
  const ended = cards
    .map((card) => card.to)
    .sort()
    .at(-1)
  if (!run.ok || run.value === null || ended === undefined) return null
  const { since, fiveYears } = run.value
  const gapFrom = addDays(ended, 1)
  const rule = rowOn(policy.health.breaks, gapFrom > on ? gapFrom : on)
  if (rule === null) return null
  const { unit, count } = rule.value
  const broken = unit === 'days' ? addDays(gapFrom, count) : addMonths(gapFrom, count)
  const keepBy = addDays(broken, -1)
  const limit = `${count} ${unit === 'days' ? 'ngày' : 'tháng'}`
  const isLost = on > keepBy
  const isFull = fiveYears <= gapFrom
  const held = isFull
    ? `Đã đủ 5 năm liên tục từ ${formatDate(fiveYears)}`
    : `Liên tục từ ${formatDate(since)}, đủ 5 năm vào ${formatDate(fiveYears)}`
  const text = isLost
    ? `${held} (theo sổ của đơn vị) nhưng đã gián đoạn từ ${limit} trở lên: thời gian liên tục tính lại từ đầu.`
    : `${held} (theo sổ của đơn vị). Gián đoạn từ ${limit} trở lên sẽ tính lại từ đầu: nộp tiền chậm nhất ngày ${formatDate(keepBy)}.`
  const isNear = fiveYears <= addMonths(on, 12)
  return { since, fiveYears, keepBy, isNear, isLost, text }
}
