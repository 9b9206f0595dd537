import { percentText } from './contribution/amounts.ts'
import type { IsoDate } from './date.ts'
import { policyTexts } from './messages/ui-policy.ts'
import { termTexts } from './messages/ui-terms.ts'
import { fill, type Phrase } from './messages.ts'
import { formatMoney } from './money.ts'
import { type GroupRates, keyOf, type Policy } from './policy.ts'
import { holdsOn, type Row } from './policy-row.ts'
import { SupportGroup } from './terms.ts'

/** The part of policy a row belongs to: amounts both schemes use, one scheme, or local support. */
export type PolicyPart = 'amounts' | 'bhxh' | 'bhyt' | 'local'

/** One row of policy in words: what it fixes, how much, since when, and the law it rests on. */
export type PolicyCard = {
  part: PolicyPart
  id: string
  what: Phrase
  value: Phrase
  from: IsoDate | null
  to: IsoDate | null
  source: string
  confidence: 'H' | 'M' | 'L'
  note: string | null
}

const { tables, values } = policyTexts

const both = (text: string): Phrase => ({ vi: text, en: text })
const said = (phrase: Phrase, numbers: Record<string, string | number>): Phrase => ({
  vi: fill(phrase, 'vi', numbers),
  en: fill(phrase, 'en', numbers),
})
const money = (amount: number): Phrase => both(formatMoney(amount, 'đ'))
const percent = (rate: number): Phrase => both(percentText(rate))

/** Support by group, or that the rates are not known yet. */
function ratesText(rates: GroupRates): Phrase {
  const known = SupportGroup.options.filter((group) => rates[group] !== null)
  if (known.length === 0) return values.unknown
  const say = (language: 'vi' | 'en') =>
    known
      .map((group) => `${termTexts.group[group][language]} ${percentText(rates[group] ?? 0)}`)
      .join(', ')
  return { vi: say('vi'), en: say('en') }
}

/** The rows in force on a day; of several rows for one thing only the one that counts. */
function inForce<T>(rows: readonly Row<T>[], on: IsoDate): Row<T>[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = keyOf(row.value)
    if (!holdsOn(row, on) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A row as a card of its part. */
export function cardOf(
  part: PolicyPart,
  row: Row<unknown>,
  what: Phrase,
  value: Phrase,
): PolicyCard {
  const { id, from, to, source, confidence, note } = row
  return { part, id, what, value, from, to, source, confidence, note: note ?? null }
}

/** Every rule in force on a day that an amount can rest on, in the order of the screen. */
export function listPolicy(policy: Policy, on: IsoDate): PolicyCard[] {
  const cards =
    (part: PolicyPart) =>
    <T>(rows: readonly Row<T>[], value: (of: T) => Phrase, what: Phrase | ((of: T) => Phrase)) =>
      inForce(rows, on).map((row) =>
        cardOf(part, row, typeof what === 'function' ? what(row.value) : what, value(row.value)),
      )
  return [
    ...amountCards(policy, cards('amounts')),
    ...voluntaryCards(policy, cards('bhxh')),
    ...healthCards(policy, cards('bhyt')),
    ...localCards(policy, cards('local')),
  ]
}

type Cards = <T>(
  rows: readonly Row<T>[],
  value: (of: T) => Phrase,
  what: Phrase | ((of: T) => Phrase),
) => PolicyCard[]

function amountCards({ amounts }: Policy, cards: Cards): PolicyCard[] {
  return [
    ...cards(amounts.baseSalary, money, tables.baseSalary),
    ...cards(amounts.referenceAmount, money, tables.referenceAmount),
    ...cards(amounts.povertyLine, money, tables.povertyLine),
  ]
}

function voluntaryCards({ voluntary }: Policy, cards: Cards): PolicyCard[] {
  return [
    ...cards(voluntary.contributionRate, percent, tables.bhxhRate),
    ...cards(
      voluntary.incomeCeiling,
      ({ times, of }) => ({
        vi: `${times} × ${tables[of].vi.toLowerCase()}`,
        en: `${times} × ${tables[of].en.toLowerCase()}`,
      }),
      tables.incomeCeiling,
    ),
    ...cards(voluntary.incomeStep, ({ step }) => money(step), tables.incomeStep),
    ...cards(voluntary.stateSupport, ratesText, tables.stateSupport),
    ...cards(voluntary.supportCap, ({ months }) => said(values.months, { n: months }), tables.cap),
    ...cards(
      voluntary.missingMonths,
      ({ max }) => said(values.months, { n: max }),
      tables.missingMonths,
    ),
    ...cards(voluntary.latePayment, () => values.compound, tables.latePayment),
    ...cards(voluntary.yields, (share) => percent(share * 100), tables.yield),
  ]
}

function healthCards({ health }: Policy, cards: Cards): PolicyCard[] {
  return [
    ...cards(health.contributionRate, percent, tables.bhytRate),
    ...cards(
      health.ladder,
      (steps) => both(steps.map((step) => percentText(step)).join(' – ')),
      tables.ladder,
    ),
    ...cards(
      health.terms,
      ({ months }) => said(values.months, { n: months.join(', ') }),
      tables.terms,
    ),
    ...cards(
      health.supports,
      (support) => percent(support.percent),
      ({ label }) => said(tables.bhytSupport, { group: label }),
    ),
    ...cards(
      health.breaks,
      ({ unit, count }) => said(unit === 'days' ? values.days : values.months, { n: count }),
      tables.break,
    ),
    ...cards(health.waitDays, (count) => said(values.days, { n: count }), tables.wait),
    ...cards(health.fiveYears, (count) => said(values.months, { n: count }), tables.fiveYears),
  ]
}

function localCards({ voluntary, health }: Policy, cards: Cards): PolicyCard[] {
  const label = new Map(health.supports.map(({ value }) => [value.group, value.label]))
  return [
    ...cards(voluntary.localSupport, ratesText, tables.localSupport),
    ...cards(
      health.localSupports,
      (support) => (support.percent === null ? values.unknown : percent(support.percent)),
      ({ group }) =>
        group === '*'
          ? tables.bhytLocalAny
          : said(tables.bhytLocal, { group: label.get(group) ?? group }),
    ),
  ]
}

/** The rows that wait for the office's word, with whether it has given it. */
export function listPending(
  shipped: Policy,
  confirmed: readonly string[],
): (PolicyCard & { confirmed: boolean })[] {
  return Object.entries(shipped.amounts).flatMap(([table, rows]) =>
    rows
      .filter((row) => row.pending)
      .map((row) => ({
        ...cardOf('amounts', row, tables[table as keyof Policy['amounts']], money(row.value)),
        confirmed: confirmed.includes(row.id),
      })),
  )
}
