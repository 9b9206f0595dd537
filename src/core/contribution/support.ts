import { type IsoDate, termEnd } from '../date.ts'
import type { GroupRates, Policy } from '../policy.ts'
import { type Row, rowOn } from '../policy-row.ts'
import type { SupportGroup } from '../terms.ts'

/** The support a person gets: the group that counts, percents of the base, and the rows. */
export type Support = {
  group: SupportGroup
  statePercent: number
  localPercent: number
  stateRow: Row<GroupRates> | null
  localRow: Row<GroupRates> | null
  notices: string[]
}

const groupNames: Record<SupportGroup, string> = {
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
  ethnic: 'người dân tộc thiểu số',
  other: 'đối tượng khác',
}

/** The name of a support group inside a sentence. */
export function groupName(group: SupportGroup): string {
  return groupNames[group]
}

const rateOf = (rates: GroupRates | undefined, group: SupportGroup): number =>
  rates?.[group] ?? rates?.other ?? 0

const isUnknown = (rates: GroupRates): boolean =>
  Object.keys(groupNames).every((group) => rates[group as SupportGroup] === null)

/**
 * The state's and the province's support on a day of payment; of several groups the one with the
 * highest support counts (NĐ 159/2025 Điều 5). `province` null leaves local support out.
 */
export function supportFor(
  policy: Policy,
  date: IsoDate,
  groups: readonly SupportGroup[],
  province: string | null,
): Support {
  const stateRow = rowOn(policy.voluntary.stateSupport, date)
  const localRow = rowOn(
    policy.voluntary.localSupport.filter((row) => row.value.province === province),
    date,
  )
  const total = (group: SupportGroup): number =>
    rateOf(stateRow?.value, group) + rateOf(localRow?.value, group)
  const candidates: readonly SupportGroup[] = groups.length > 0 ? groups : ['other']
  const group = candidates.reduce((best, each) => (total(each) > total(best) ? each : best))
  const notices: string[] = []
  if (stateRow && stateRow.value[group] === null)
    notices.push(
      `Chưa có mức hỗ trợ riêng cho ${groupName(group)}; tính như ${groupName('other')}.`,
    )
  if (localRow?.note && (isUnknown(localRow.value) || localRow.confidence === 'L'))
    notices.push(localRow.note)
  return {
    group,
    statePercent: rateOf(stateRow?.value, group),
    localPercent: rateOf(localRow?.value, group),
    stateRow,
    localRow,
    notices,
  }
}

/** Months paid for, as first and last day. */
export type Span = { from: IsoDate; to: IsoDate }

const monthIndex = (iso: IsoDate): number =>
  Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1

/**
 * How many months of a person's history count against the support cap: every calendar month
 * once, from 1/1/2018 on.
 */
export function countSupportedMonths(history: readonly Span[], policy: Policy): number {
  const start = policy.voluntary.supportCap[0]?.value.countedFrom ?? '2018-01-01'
  const counted = new Set<number>()
  for (const span of history)
    for (let month = Math.max(monthIndex(span.from), monthIndex(start)); ; month += 1) {
      if (month > monthIndex(span.to)) break
      counted.add(month)
    }
  return counted.size
}

/** First and last day of `months` calendar months that begin with the month of `first`. */
export function monthsFrom(first: IsoDate, months: number): Span {
  const from = `${first.slice(0, 7)}-01`
  return { from, to: termEnd(from, months) }
}

/** How many more of `months` can be supported under the cap, after `used` supported months. */
export function withinCap(
  policy: Policy,
  date: IsoDate,
  used: number,
  months: number,
): { months: number; row: Row<unknown> | null; cap: number | null } {
  const row = rowOn(policy.voluntary.supportCap, date)
  if (row === null) return { months, row, cap: null }
  return {
    months: Math.min(months, Math.max(0, row.value.months - used)),
    row,
    cap: row.value.months,
  }
}
