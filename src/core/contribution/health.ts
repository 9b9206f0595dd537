import { formatDate, type IsoDate } from '../date.ts'
import type { Policy } from '../policy.ts'
import { basisOf, needRow } from '../policy-row.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Amounts, dong, law, percentText } from './amounts.ts'
import { cardValidity } from './health-validity.ts'
import {
  chooseWay,
  type HealthContext,
  type HealthMember,
  type HealthRates,
  type HealthRoute,
  ratesOn,
  type Way,
} from './health-ways.ts'
import { percentOf, product, type Ratio, toDong, whole } from './ratio.ts'

/** What one member pays and the card it buys; `base` is the monthly base as printed in Mẫu số 3. */
export type HealthAmounts = Amounts & {
  route: HealthRoute
  /** Ladder place used, null off the ladder. */
  position: number | null
  base: number
  support: number
  months: number
  validFrom: IsoDate
  validTo: IsoDate
  waits: boolean
}

/** Prices one member on the day of payment; the amount never changes with a later base salary. */
export function priceHealthMember(
  member: HealthMember,
  context: HealthContext,
  policy: Policy,
): Result<HealthAmounts> {
  const rates = ratesOn(policy, context.date)
  if (!rates.ok) return rates
  const term = checkTerm(policy, context.date, member.months)
  if (!term.ok) return term
  const chosen = chooseWay(member, context, policy, rates.value)
  if (!chosen.ok) return chosen
  const history = { paidOn: context.date, first: member.first, cardEnds: member.cardEnds }
  const card = cardValidity(history, member.months, policy)
  if (!card.ok) return card
  const way = chosen.value
  const money = amountsOf(way, rates.value, member.months)
  const { salary, rate } = rates.value
  const { validFrom, validTo, waits, reason } = card.value
  const localRow = money.local > 0 ? (way.support?.localRow ?? null) : null
  const cardLine = `Thẻ có giá trị từ ${formatDate(validFrom)} đến ${formatDate(validTo)} (${reason})`
  return ok({
    ...money,
    route: way.route,
    position: way.route === 'household' ? member.position : null,
    base: toDong(product(percentOf(way.percent), whole(salary.value))),
    support: money.state + money.local,
    months: member.months,
    validFrom,
    validTo,
    waits,
    basis: basisOf([salary, rate, ...way.rows, localRow, ...card.value.rows]),
    derivation: [...explain(way, rates.value, member.months, money), cardLine],
    notices: [...term.value, ...localNotices(way), ...card.value.notices],
  })
}

/** Refuses a term the scheme does not have; a term shown for information only answers a notice. */
function checkTerm(policy: Policy, date: IsoDate, months: number): Result<string[]> {
  const terms = needRow(policy.health.terms, date)
  if (!terms.ok) return terms
  const { months: sold, shown } = terms.value.value
  if (sold.includes(months)) return ok([])
  const allowed = sold.join(', ')
  return shown.includes(months)
    ? ok([`Kỳ ${months} tháng chỉ để xem mức đóng; hộ gia đình đóng theo kỳ ${allowed} tháng.`])
    : fail('term.not-allowed', { months, allowed }, ['months'])
}

function localNotices(way: Way): string[] {
  const row = way.support?.localRow
  const unsure = row && (row.confidence === 'L' || way.support?.localPercent === 0)
  return unsure && row.note ? [row.note] : []
}

type Money = { gross: number; state: number; local: number; payer: number }

function amountsOf(way: Way, { salary, rate }: HealthRates, months: number): Money {
  const due = product(
    percentOf(rate.value),
    percentOf(way.percent),
    whole(salary.value),
    whole(months),
  )
  const part = (percent: number): Ratio => product(due, percentOf(percent))
  const gross = toDong(due)
  const state = toDong(part(way.support?.statePercent ?? 0))
  const local = Math.min(toDong(part(way.support?.localPercent ?? 0)), gross - state)
  return { gross, state, local, payer: gross - state - local }
}

function explain(way: Way, { salary, rate }: HealthRates, months: number, money: Money): string[] {
  const share = way.percent === 100 ? '' : ` × ${percentText(way.percent)}`
  const full = `${percentText(rate.value)} × ${dong(salary.value)}${share} × ${months} tháng`
  const laws = [rate.source, salary.source].join('; ')
  const lines = [`Mức đóng, ${way.label}: ${full} = ${dong(money.gross)} ${law(laws)}`]
  const { support, passedOver } = way
  if (passedOver) {
    const { label, percent } = passedOver.row.value
    lines.unshift(
      `Thuộc nhóm ${label} (hỗ trợ ${percentText(percent)}) nhưng đóng theo hộ gia đình ${law(passedOver.row.source)}`,
    )
  }
  if (support && money.state > 0) {
    const percent = percentText(support.statePercent)
    lines.push(
      `Nhà nước hỗ trợ: ${percent} × ${dong(money.gross)} = ${dong(money.state)} ${law(support.row.source)}`,
    )
  }
  if (support?.localRow && money.local > 0) {
    const percent = percentText(support.localPercent)
    lines.push(
      `Địa phương hỗ trợ thêm: ${percent} × ${dong(money.gross)} = ${dong(money.local)} ${law(support.localRow.source)}`,
    )
  }
  return [...lines, `Người tham gia đóng: ${dong(money.payer)}`]
}
