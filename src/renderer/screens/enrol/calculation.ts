import type { Calculation } from '#core/contract.ts'
import { parseMoney } from '#core/money.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { PaymentMethod, SupportGroup } from '#core/terms.ts'
import { noting, readDay, readMonth, readPercent, type Wrongs } from '../../components/reading.ts'
import type { MemberForm } from './draft.ts'

/** What can be calculated. */
export const calculations = ['payment', 'missing', 'late', 'refund'] as const

/** A calculation as typed; `count` are the missing, late or unused months. */
export type CalculationForm = {
  what: (typeof calculations)[number]
  name: string
  date: string
  income: string
  method: Exclude<PaymentMethod, 'missing'> | ''
  group: SupportGroup
  count: string
  yield: string
  since: string
}

/** A calculation that begins with what a row of the sign-up says. */
export function calculationOf(member: MemberForm | undefined, date: string): CalculationForm {
  const method = member?.method
  return {
    what: 'payment',
    name: member?.name ?? '',
    date,
    income: member?.income ?? '',
    method: method && method !== 'missing' ? method : '12m',
    group: member?.group ?? 'other',
    count: '',
    yield: '',
    since: '',
  }
}

/** The methods that a calculation can be about: late payment and refunds do not exist for all. */
export function methodsFor(what: CalculationForm['what']): readonly PaymentMethod[] {
  const short = ['1m', '3m', '6m', '12m'] as const
  const ahead = ['2y', '3y', '4y', '5y'] as const
  return {
    payment: [...short, ...ahead],
    missing: [],
    late: short,
    refund: [...short.slice(1), ...ahead],
  }[what]
}

const mostMonths = 240

function readCount(text: string): Result<number> {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  if (count > 0 && count <= mostMonths) return ok(count)
  return fail('months.unreadable', { text, largest: mostMonths })
}

/** Reads a calculation: what to ask when every box is right, and what is wrong by box. */
export function readCalculation(
  form: CalculationForm,
  today: string,
): { asked: Calculation | null; wrong: Wrongs } {
  const wrong: Wrongs = {}
  const { required, optional } = noting(wrong)
  const { what } = form
  const date = required('date', form.date.trim(), (text) => readDay(text, today))
  const income = required('income', form.income.trim(), parseMoney)
  const fits = form.method !== '' && methodsFor(what).includes(form.method)
  const method = what === 'missing' ? what : required('method', fits ? form.method : '')
  const count = what === 'payment' ? null : required('count', form.count.trim(), readCount)
  const percent = optional('yield', form.yield, readPercent(5))
  const since = optional('since', form.since, (text) => readMonth(text, today))
  if (Object.keys(wrong).length > 0 || !date || income === null || !method) {
    return { asked: null, wrong }
  }
  const asked: Calculation = {
    scheme: 'bhxh-tn',
    date,
    income,
    method,
    group: [form.group],
    yield: percent === null ? null : Number((percent / 100).toPrecision(12)),
    missingMonths: what === 'missing' ? count : null,
    lateMonths: what === 'late' ? count : null,
    unusedMonths: what === 'refund' ? count : null,
    supportedSince: since?.slice(0, 7) ?? null,
  }
  return { asked, wrong }
}
