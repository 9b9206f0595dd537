import { formatDate, type IsoDate } from '../date.ts'
import type { Policy } from '../policy.ts'
import { needRow, type Row, rowOn } from '../policy-row.ts'
import { fail, ok, type Result } from '../result.ts'
import { type HealthSupport, healthSupport } from './health-support.ts'

/** How a member joins: on the household ladder, as a supported group, or alone. */
export type HealthRoute = 'household' | 'supported' | 'individual'

/** One member of a household who joins BHYT. */
export type HealthMember = {
  /** Place on the household ladder in the fiscal year, from 1. */
  position: number
  months: number
  /** Supported groups the member belongs to; the highest support counts. */
  supports: readonly string[]
  /** Joins alone, without the ladder (from 1/7/2025). */
  individual?: boolean | undefined
  /** Which way to join when both are open; without it the cheaper one. */
  choice?: 'household' | 'supported' | undefined
  first: boolean
  /** Last day of the card held before, or null. */
  cardEnds: IsoDate | null
}

/** The day of payment and the province whose local support applies. */
export type HealthContext = { date: IsoDate; province: string | null }

/** The amounts and rates of BHYT in force on one day. */
export type HealthRates = { salary: Row<number>; rate: Row<number>; ladder: Row<number[]> }

/** Gathers the base salary, the rate and the ladder of a day. */
export function ratesOn(policy: Policy, date: IsoDate): Result<HealthRates> {
  const salary = needRow(policy.amounts.baseSalary, date)
  if (!salary.ok) return salary
  const rate = needRow(policy.health.contributionRate, date)
  if (!rate.ok) return rate
  const ladder = needRow(policy.health.ladder, date)
  if (!ladder.ok) return ladder
  return ok({ salary: salary.value, rate: rate.value, ladder: ladder.value })
}

/** The ladder's percentage for a position: 100, 70, 60, 50, then 40 (NĐ 146/2018 Điều 7, NĐ 188/2025). */
function ladderPercent(ladder: readonly number[], position: number): number {
  return ladder[Math.min(position, ladder.length) - 1] ?? 100
}

/** One way to join: what share of the full contribution is due before support. */
export type Way = {
  route: HealthRoute
  percent: number
  support: HealthSupport | null
  /** The support given up for the cheaper household ladder. */
  passedOver: HealthSupport | null
  rows: (Row<unknown> | null)[]
  label: string
}

const shareDue = (way: Way): number =>
  way.percent * (100 - (way.support?.statePercent ?? 0) - (way.support?.localPercent ?? 0))

const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm']

/** The ways open to a member; the law lets some supported groups choose the household (L51 Điều 13.5.e). */
export function chooseWay(
  member: HealthMember,
  context: HealthContext,
  policy: Policy,
  rates: HealthRates,
): Result<Way> {
  const found = healthSupport(policy, context.date, member.supports, context.province)
  if (!found.ok) return found
  const support = found.value
  const household: Way = {
    route: 'household',
    percent: ladderPercent(rates.ladder.value, member.position),
    support: null,
    passedOver: support,
    rows: [rates.ladder, support?.row ?? null],
    label: `người thứ ${ordinals[member.position - 1] ?? member.position} của hộ`,
  }
  if (member.individual) return individualWay(policy, context.date)
  if (support === null)
    return member.choice === 'supported'
      ? fail('support.none-to-choose', undefined, ['support'])
      : ok(household)
  const supported: Way = {
    route: 'supported',
    percent: 100,
    support,
    passedOver: null,
    rows: [support.row],
    label: support.row.value.label,
  }
  if (!support.row.value.mayChooseHousehold)
    return member.choice === 'household'
      ? fail('support.no-household-choice', { label: support.row.value.label }, ['choice'])
      : ok(supported)
  if (member.choice) return ok(member.choice === 'household' ? household : supported)
  return ok(shareDue(household) < shareDue(supported) ? household : supported)
}

function individualWay(policy: Policy, date: IsoDate): Result<Way> {
  const row = rowOn(policy.health.individual, date)
  if (!row) return fail('individual.not-allowed', { date: formatDate(date) }, ['individual'])
  return ok({
    route: 'individual',
    percent: row.value,
    support: null,
    passedOver: null,
    rows: [row],
    label: 'tham gia theo cá nhân',
  })
}
