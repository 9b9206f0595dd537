import type { Policy } from '../policy.ts'
import { basisOf, type Row } from '../policy-row.ts'
import { ok, type Result } from '../result.ts'
import type { SupportGroup } from '../terms.ts'
import { type Amounts, dong, law, percentText } from './amounts.ts'
import { percentOf, product, type Ratio, toDong, whole } from './ratio.ts'
import { groupName, type Support, supportFor, withinCap } from './support.ts'
import { type Plan, type PlanRequest, planFor } from './voluntary-plan.ts'
import { checkIncome, type VoluntaryTerms, voluntaryTerms } from './voluntary-terms.ts'

/** A BHXH tự nguyện payment (or refund) of one person; income in đồng a month. */
export type VoluntaryRequest = PlanRequest & {
  income: number
  groups: readonly SupportGroup[]
  /** Code of the province whose local support applies, or null. */
  province: string | null
  /** Months already supported before this payment, for the 120-month cap. */
  supportedMonths: number
}

/** Amounts of a payment; for a refund `payer` is what goes back to the person. */
export type VoluntaryAmounts = Amounts & {
  kind: 'payment' | 'refund'
  /** Months this payment covers, or months given back. */
  months: number
  /** Months of it that carry support. */
  supportedMonths: number
  /** The group whose support counted. */
  group: SupportGroup
}

/**
 * Prices a BHXH tự nguyện payment on its day, or the refund of one made on that day. Exact until
 * each amount is rounded half up once; a refused income, yield or term is a problem.
 */
export function priceVoluntary(
  request: VoluntaryRequest,
  policy: Policy,
): Result<VoluntaryAmounts> {
  const terms = voluntaryTerms(policy, request.date)
  if (!terms.ok) return terms
  const income = checkIncome(request.income, terms.value)
  if (!income.ok) return income
  const planned = planFor(policy, request)
  if (!planned.ok) return planned
  const support = supportFor(policy, request.date, request.groups, request.province)
  const plan = planned.value
  const cap = withinCap(policy, request.date, request.supportedMonths, plan.planMonths)
  const months = plan.supportedOf(cap.months)
  const money = amountsOf(request.income, terms.value, plan, support, months)
  const capped = cap.months < plan.planMonths && support.statePercent > 0
  const capNotice = `Đã được hỗ trợ ${request.supportedMonths} tháng; mỗi người được hỗ trợ tối đa ${cap.cap} tháng nên kỳ này chỉ ${cap.months} tháng có hỗ trợ.`
  const used: (Row<unknown> | null)[] = [
    terms.value.rate,
    terms.value.povertyLine,
    ...income.value.rows,
    ...plan.rows,
    money.state > 0 ? support.stateRow : null,
    money.local > 0 ? support.localRow : null,
    capped ? cap.row : null,
  ]
  return ok({
    gross: money.gross,
    state: money.state,
    local: money.local,
    payer: money.payer,
    kind: plan.kind,
    months: plan.months,
    supportedMonths: months,
    group: support.group,
    basis: basisOf(used),
    derivation: explain(request.income, terms.value, plan, support, months, money),
    notices: [
      ...income.value.notices,
      ...plan.notices,
      ...support.notices,
      ...(capped ? [capNotice] : []),
      ...(money.trimmed
        ? ['Tổng hỗ trợ lớn hơn mức đóng; hỗ trợ thêm được tính tới mức đóng.']
        : []),
    ],
  })
}

type Money = { gross: number; state: number; local: number; payer: number; trimmed: boolean }

function amountsOf(
  income: number,
  terms: VoluntaryTerms,
  plan: Plan,
  support: Support,
  supportedMonths: number,
): Money {
  const rate = percentOf(terms.rate.value)
  const weight = plan.supportWeight(supportedMonths)
  const share = (percent: number): Ratio =>
    product(percentOf(percent), rate, whole(terms.povertyLine.value), weight)
  const gross = toDong(product(rate, whole(income), plan.weight))
  const fullState = toDong(share(support.statePercent))
  const fullLocal = toDong(share(support.localPercent))
  // A discount for years ahead can make the payment smaller than support counted by months.
  const state = Math.min(fullState, gross)
  const local = Math.min(fullLocal, gross - state)
  const trimmed = state + local < fullState + fullLocal
  return { gross, state, local, payer: gross - state - local, trimmed }
}

function explain(
  income: number,
  terms: VoluntaryTerms,
  plan: Plan,
  support: Support,
  months: number,
  money: Money,
): string[] {
  const rate = percentText(terms.rate.value)
  const refund = plan.kind === 'refund'
  const label = refund ? `Giá trị ${plan.months} tháng chưa dùng` : 'Mức phải đóng'
  const monthly = `${rate} × ${dong(income)}`
  const lines = [
    `${label}: ${plan.explain(monthly, plan.months)} = ${dong(money.gross)} ${law(terms.rate.source)}`,
  ]
  const line = (title: string, percent: number, amount: number, row: Row<unknown> | null): void => {
    if (amount === 0 || row === null) return
    const base = `${percentText(percent)} × ${rate} × ${dong(terms.povertyLine.value)}`
    lines.push(
      `${title}: ${plan.supportExplain(base, months)} = ${dong(amount)} ${law(row.source)}`,
    )
  }
  const name = groupName(support.group)
  const given = refund ? 'đã hỗ trợ' : 'hỗ trợ'
  line(`Nhà nước ${given} ${name}`, support.statePercent, money.state, support.stateRow)
  line(`Địa phương ${given} thêm ${name}`, support.localPercent, money.local, support.localRow)
  const parts = [money.gross, money.state, money.local].filter((part, i) => i === 0 || part > 0)
  const last = refund ? 'Trả lại người tham gia' : 'Người tham gia đóng'
  lines.push(
    parts.length === 1
      ? `${last}: ${dong(money.payer)}`
      : `${last}: ${parts.map(dong).join(' − ')} = ${dong(money.payer)}`,
  )
  return lines
}
