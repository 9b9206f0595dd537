import { addDays, addMonths, daysBetween, formatDate, type IsoDate, termEnd } from '../date.ts'
import type { Policy } from '../policy.ts'
import { needRow, type Row } from '../policy-row.ts'
import { ok, type Result } from '../result.ts'

/** What decides when a card starts: `cardEnds` is the last day of the card held before. */
export type CardHistory = { paidOn: IsoDate; first: boolean; cardEnds: IsoDate | null }

/** First and last day of a card, why it starts then, and the rows that say so. */
export type Validity = {
  validFrom: IsoDate
  validTo: IsoDate
  waits: boolean
  reason: string
  rows: Row<unknown>[]
  notices: string[]
}

type BreakRule = Row<{ unit: 'months' | 'days'; count: number }>

/** Whether days without a card from `gapFrom` up to the day before `until` break continuity. */
export function isBreak(rule: BreakRule, gapFrom: IsoDate, until: IsoDate): boolean {
  const { unit, count } = rule.value
  return unit === 'days' ? daysBetween(gapFrom, until) >= count : addMonths(gapFrom, count) <= until
}

/**
 * First and last day of a card of `months` (L51 Điều 16.3.c; before 1/7/2025 QĐ 595 Điều 47): at once
 * or right after the old card; 30 days after payment for a first card or after a long break.
 */
export function cardValidity(
  history: CardHistory,
  months: number,
  policy: Policy,
): Result<Validity> {
  const { paidOn, first, cardEnds } = history
  const rule = needRow(policy.health.breaks, paidOn)
  if (!rule.ok) return rule
  const wait = needRow(policy.health.waitDays, paidOn)
  if (!wait.ok) return wait
  const gapFrom = cardEnds === null ? null : addDays(cardEnds, 1)
  const broken = !first && gapFrom !== null && isBreak(rule.value, gapFrom, paidOn)
  const waits = first || broken
  const next = gapFrom !== null && gapFrom > paidOn ? gapFrom : paidOn
  const validFrom = waits ? addDays(paidOn, wait.value.value) : next
  return ok({
    validFrom,
    validTo: termEnd(validFrom, months),
    waits,
    reason: reasonFor({ first, broken, paidOn, gapFrom }, wait.value.value),
    rows: waits ? [rule.value, wait.value] : [rule.value],
    notices: broken && gapFrom ? yearNotice(rule.value, gapFrom, paidOn) : [],
  })
}

function reasonFor(
  facts: { first: boolean; broken: boolean; paidOn: IsoDate; gapFrom: IsoDate | null },
  waitDays: number,
): string {
  const { first, broken, paidOn, gapFrom } = facts
  if (first) return `tham gia lần đầu, sau ${waitDays} ngày kể từ ngày nộp ${formatDate(paidOn)}`
  if (gapFrom === null || gapFrom === paidOn) return 'tham gia liên tục, từ ngày nộp tiền'
  const ended = formatDate(addDays(gapFrom, -1))
  if (broken)
    return `gián đoạn dài, thẻ cũ hết hạn ${ended}, sau ${waitDays} ngày kể từ ngày nộp ${formatDate(paidOn)}`
  return gapFrom > paidOn
    ? `nối tiếp thẻ cũ hết hạn ${ended}`
    : `gián đoạn ngắn, thẻ cũ hết hạn ${ended}, từ ngày nộp tiền`
}

/** The old rule speaks of three months within the fiscal year; a gap over New Year may be shorter there. */
function yearNotice(rule: BreakRule, gapFrom: IsoDate, paidOn: IsoDate): string[] {
  const newYear = `${paidOn.slice(0, 4)}-01-01`
  if (rule.value.unit !== 'months' || gapFrom >= newYear || isBreak(rule, newYear, paidOn))
    return []
  return [
    'Thời gian gián đoạn vắt qua năm; phần trong năm nay chưa đủ 3 tháng. Hãy kiểm tra lại ngày thẻ có giá trị.',
  ]
}

/** The unbroken run of cards that a person is in, and the day it reaches five years. */
export type Continuity = { since: IsoDate; fiveYears: IsoDate }

/**
 * Since when a person has been insured without a long break, and the day five years are full
 * ("Thời điểm đủ 5 năm liên tục"). Cards in any order; null without cards.
 */
export function continuityOf(
  cards: readonly { from: IsoDate; to: IsoDate }[],
  policy: Policy,
): Result<Continuity | null> {
  const sorted = [...cards].sort((a, b) => (a.from < b.from ? -1 : 1))
  const [oldest] = sorted
  if (!oldest) return ok(null)
  let since = oldest.from
  let coveredTo = oldest.to
  for (const card of sorted) {
    const rule = needRow(policy.health.breaks, card.from)
    if (!rule.ok) return rule
    if (isBreak(rule.value, addDays(coveredTo, 1), card.from)) since = card.from
    if (card.to > coveredTo) coveredTo = card.to
  }
  const span = needRow(policy.health.fiveYears, since)
  return span.ok ? ok({ since, fiveYears: addMonths(since, span.value.value) }) : span
}
