import { formatDate, type IsoDate } from '../date.ts'
import type { Policy } from '../policy.ts'
import { needRow, type Row, rowOn } from '../policy-row.ts'
import { fail, ok, type Result } from '../result.ts'
import type { PaymentMethod } from '../terms.ts'
import { percentText } from './amounts.ts'
import { decimal, geometric, inverse, plus, power, product, type Ratio, whole } from './ratio.ts'

/** What decides how many monthly contributions a payment is worth. */
export type PlanRequest = {
  date: IsoDate
  method: PaymentMethod
  /** Average monthly fund yield of the year before; 0.00628 is 0.628 %. */
  yield?: number | undefined
  /** Months still missing, with method `missing`. */
  missingMonths?: number | undefined
  /** Whole months after the deadline, with 1 to 12 months. */
  lateMonths?: number | undefined
  /** Months not used, for a refund. */
  unusedMonths?: number | undefined
}

/** How a payment is worth so many monthly contributions. */
export type Plan = {
  kind: 'payment' | 'refund'
  /** Months the payment covers, or months given back. */
  months: number
  /** How many of those months carry support when `supported` months of the whole plan do. */
  supportedOf: (supported: number) => number
  /** Months of the whole plan, counted for the support cap. */
  planMonths: number
  /** Monthly contributions the payment is worth, with interest or discount. */
  weight: Ratio
  /** The same for `months` supported months. */
  supportWeight: (months: number) => Ratio
  /** The formula in words around one monthly amount, for so many months. */
  explain: (monthly: string, months: number) => string
  supportExplain: (monthly: string, months: number) => string
  rows: Row<unknown>[]
  notices: string[]
}

const times = (monthly: string, months: number): string => `${monthly} × ${months} tháng`

/** Chooses the formula for a request (Q595 Điều 10–12, N159 Điều 5–8). */
export function planFor(policy: Policy, request: PlanRequest): Result<Plan> {
  if (request.method === 'missing') return missingPlan(policy, request)
  const method = policy.voluntary.methods.find(
    (row) => row.value.method === request.method && rowOn([row], request.date),
  )
  if (!method) return fail('date.no-policy', { date: formatDate(request.date) })
  const { months, payWithin } = method.value
  const ahead = payWithin === 0
  if (request.unusedMonths !== undefined)
    return refundPlan(policy, request, months, ahead, request.unusedMonths, method)
  if (request.lateMonths) return latePlan(policy, request, months, ahead, method)
  return ahead ? aheadPlan(policy, request, months, method) : ok(plainPlan(months, method))
}

function plainPlan(months: number, method: Row<unknown>): Plan {
  return {
    kind: 'payment',
    months,
    planMonths: months,
    supportedOf: (supported) => supported,
    weight: whole(months),
    supportWeight: whole,
    explain: times,
    supportExplain: times,
    rows: [method],
    notices: [],
  }
}

type Yield = { growth: Ratio; text: string; rows: Row<unknown>[] }

/** 1 + r, from the request or from the office's own table; never guessed. */
function monthlyYield(policy: Policy, request: PlanRequest): Result<Yield> {
  const row = request.yield === undefined ? rowOn(policy.voluntary.yields, request.date) : null
  const rate = request.yield ?? row?.value
  if (rate === undefined) return fail('yield.missing', undefined, ['yield'])
  if (!(rate > 0 && rate <= 0.05))
    return fail('yield.out-of-range', { yield: String(rate).replace('.', ',') }, ['yield'])
  return ok({
    growth: plus(whole(1), decimal(rate)),
    text: `r = ${percentText(rate * 100)}/tháng${row ? '' : ' (nhập tay)'}`,
    rows: row ? [row] : [],
  })
}

/** T1 = Σ M × 22 % ÷ (1+r)^(i−1), i = 1 … 12n. */
function aheadPlan(
  policy: Policy,
  request: PlanRequest,
  months: number,
  method: Row<unknown>,
): Result<Plan> {
  const found = monthlyYield(policy, request)
  if (!found.ok) return found
  const { growth, text, rows } = found.value
  return ok({
    ...plainPlan(months, method),
    weight: geometric(inverse(growth), months),
    explain: (monthly) => `tổng của ${monthly} ÷ (1 + r)^(i−1) với i từ 1 đến ${months}, ${text}`,
    rows: [method, ...rows],
  })
}

/** T2 = Σ M × 22 % × (1+r)^i, i = 1 … t. */
function missingPlan(policy: Policy, request: PlanRequest): Result<Plan> {
  if (request.unusedMonths !== undefined) return fail('refund.wrong-method', undefined, ['method'])
  if (request.lateMonths) return fail('late.wrong-method', undefined, ['method'])
  const limit = needRow(policy.voluntary.missingMonths, request.date)
  if (!limit.ok) return limit
  const months = request.missingMonths ?? 0
  if (months < 1) return fail('missing.months-needed', undefined, ['missingMonths'])
  const { max, years } = limit.value.value
  if (months > max) return fail('missing.too-many-months', { max, years }, ['missingMonths'])
  const found = monthlyYield(policy, request)
  if (!found.ok) return found
  const { growth, text, rows } = found.value
  const weight = (count: number): Ratio => product(growth, geometric(growth, count))
  const explain = (monthly: string, count: number): string =>
    `tổng của ${monthly} × (1 + r)^i với i từ 1 đến ${count}, ${text}`
  return ok({
    ...plainPlan(months, limit.value),
    weight: weight(months),
    supportWeight: weight,
    explain,
    supportExplain: explain,
    rows: [limit.value, ...rows],
    notices: limit.value.note ? [limit.value.note] : [],
  })
}

/** T3 = D × (1+r)^t; the support stays that of the months themselves. */
function latePlan(
  policy: Policy,
  request: PlanRequest,
  months: number,
  ahead: boolean,
  method: Row<unknown>,
): Result<Plan> {
  if (ahead) return fail('late.wrong-method', undefined, ['method'])
  const rule = needRow(policy.voluntary.latePayment, request.date)
  if (!rule.ok) return rule
  const found = monthlyYield(policy, request)
  if (!found.ok) return found
  const { growth, text, rows } = found.value
  const late = request.lateMonths ?? 0
  return ok({
    ...plainPlan(months, method),
    weight: product(whole(months), power(growth, late)),
    explain: (monthly) => `${times(monthly, months)} × (1 + r)^${late}, ${text}`,
    rows: [method, rule.value, ...rows],
    notices: rule.value.note ? [rule.value.note] : [],
  })
}

/** The last `unused` months of a plan; years ahead keep their discount (Q595 Điều 12.4). */
function refundPlan(
  policy: Policy,
  request: PlanRequest,
  months: number,
  ahead: boolean,
  unused: number,
  method: Row<unknown>,
): Result<Plan> {
  if (months === 1) return fail('refund.wrong-method', undefined, ['method'])
  if (unused > months)
    return fail('refund.too-many-months', { unused, paid: months }, ['unusedMonths'])
  const used = months - unused
  const base: Plan = {
    ...plainPlan(unused, method),
    kind: 'refund',
    planMonths: months,
    supportedOf: (supported) => Math.max(0, supported - used),
  }
  if (!ahead) return ok(base)
  const found = monthlyYield(policy, request)
  if (!found.ok) return found
  const { growth, text, rows } = found.value
  const discount = inverse(growth)
  return ok({
    ...base,
    weight: product(power(discount, used), geometric(discount, unused)),
    explain: (monthly) =>
      `tổng của ${monthly} ÷ (1 + r)^(i−1) với i từ ${used + 1} đến ${months}, ${text}`,
    rows: [method, ...rows],
  })
}
