import type { IsoDate } from '../date.ts'
import { formatMoney } from '../money.ts'
import type { Policy } from '../policy.ts'
import { needRow, type Row, rowOn } from '../policy-row.ts'
import { fail, ok, type Result } from '../result.ts'
import { dong } from './amounts.ts'

/** The rates and limits of BHXH tự nguyện on one day of payment; percents and đồng a month. */
export type VoluntaryTerms = {
  rate: Row<number>
  povertyLine: Row<number>
  minimum: number
  maximum: number
  ceilingRows: Row<unknown>[]
  step: Row<{ step: number; offStep: 'refused' | 'warned' }> | null
}

/** Gathers the rates and limits in force on the day of payment. */
export function voluntaryTerms(policy: Policy, date: IsoDate): Result<VoluntaryTerms> {
  const rate = needRow(policy.voluntary.contributionRate, date)
  if (!rate.ok) return rate
  const povertyLine = needRow(policy.amounts.povertyLine, date)
  if (!povertyLine.ok) return povertyLine
  const ceiling = needRow(policy.voluntary.incomeCeiling, date)
  if (!ceiling.ok) return ceiling
  const base = needRow(policy.amounts[ceiling.value.value.of], date)
  if (!base.ok) return base
  return ok({
    rate: rate.value,
    povertyLine: povertyLine.value,
    minimum: povertyLine.value.value,
    maximum: ceiling.value.value.times * base.value.value,
    ceilingRows: [ceiling.value, base.value],
    step: rowOn(policy.voluntary.incomeStep, date),
  })
}

/** What checking an income found: rows it rests on and what a clerk should look at. */
export type IncomeCheck = { rows: Row<unknown>[]; notices: string[] }

/** Checks a chosen monthly income against the limits and the step (L41 Điều 31.2, Q595 Điều 10). */
export function checkIncome(income: number, terms: VoluntaryTerms): Result<IncomeCheck> {
  const { minimum: min, maximum: max, step } = terms
  const shown = { income: formatMoney(income), min: formatMoney(min), max: formatMoney(max) }
  if (income < min) return fail('income.below-minimum', shown, ['income'])
  if (income > max) return fail('income.above-maximum', shown, ['income'])
  const off = step === null || income === max ? 0 : (income - min) % step.value.step
  if (step === null || off === 0) return ok({ rows: terms.ceilingRows, notices: [] })
  const below = income - off
  const above = Math.min(below + step.value.step, max)
  if (step.value.offStep === 'refused')
    return fail(
      'income.off-step',
      {
        income: shown.income,
        step: formatMoney(step.value.step),
        below: formatMoney(below),
        above: formatMoney(above),
      },
      ['income'],
    )
  const notice = `Thu nhập ${dong(income)} không đúng bậc ${dong(step.value.step)} (gần nhất: ${dong(below)} hoặc ${dong(above)}). ${step.note ?? ''}`
  return ok({ rows: [...terms.ceilingRows, step], notices: [notice.trim()] })
}
