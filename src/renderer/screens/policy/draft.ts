import { formatDate } from '#core/date.ts'
import type { OfficePolicyForm } from '#core/office-policy.ts'
import { isPin } from '#core/pin.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { SupportGroup } from '#core/terms.ts'
import { cleanText } from '#core/text.ts'
import { noting, readDay, readPercent, type Wrongs } from '../../components/reading.ts'

/** A typed line; every box is text, `key` tells the lines apart while they are being typed. */
export type Line<F extends string> = { key: string } & Record<F, string>

/** What the head types: three tables of lines, rows confirmed, who confirms and the PIN. */
export type PolicyTyped = {
  yields: Line<'year' | 'percent' | 'source'>[]
  localSupport: Line<'from' | 'to' | SupportGroup | 'source'>[]
  healthSupport: Line<'from' | 'to' | 'group' | 'percent' | 'source'>[]
  confirmed: string[]
  head: string
  pin: string
}

/** The tables of lines. */
export type LineTable = 'yields' | 'localSupport' | 'healthSupport'

const key = () => crypto.randomUUID()
const typed = (rate: number | null): string => (rate === null ? '' : String(rate).replace('.', ','))

/** An empty line of each table. */
export const emptyLine = {
  yields: () => ({ key: key(), year: '', percent: '', source: '' }),
  localSupport: () => {
    const rates = { poor: '', 'near-poor': '', ethnic: '', other: '' }
    return { key: key(), from: '', to: '', ...rates, source: '' }
  },
  healthSupport: () => ({ key: key(), from: '', to: '', group: '', percent: '', source: '' }),
} satisfies { [T in LineTable]: () => PolicyTyped[T][number] }

/** What the office entered before, as text to go on with. */
export function asTyped(form: OfficePolicyForm, head: string): PolicyTyped {
  const days = ({ from, to }: { from: string; to: string | null }) => ({
    key: key(),
    from: formatDate(from),
    to: to === null ? '' : formatDate(to),
  })
  return {
    yields: form.yields.map(({ year, percent, source }) => ({
      key: key(),
      year: String(year),
      percent: typed(percent),
      source,
    })),
    localSupport: form.localSupport.map((row) => ({
      ...days(row),
      poor: typed(row.poor),
      'near-poor': typed(row['near-poor']),
      ethnic: typed(row.ethnic),
      other: typed(row.other),
      source: row.source,
    })),
    healthSupport: form.healthSupport.map((row) => ({
      ...days(row),
      group: row.group,
      percent: typed(row.percent),
      source: row.source,
    })),
    confirmed: form.confirmed,
    head,
    pin: '',
  }
}

function readYear(text: string): Result<number> {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0
  return year < 2007 || year > 2100 ? fail('policy.year-unreadable', { text }) : ok(year)
}

/** Reads what is typed: the order when every box is right, and what is wrong by box. */
export function readPolicy(form: PolicyTyped, today: string) {
  const wrong: Wrongs = {}
  const { required, optional } = noting(wrong)
  const days = (path: string, line: { from: string; to: string }) => ({
    from: required(`${path}.from`, line.from.trim(), (text) => readDay(text, today)) ?? '',
    to: optional(`${path}.to`, line.to, (text) => readDay(text, today)),
  })
  const source = (path: string, text: string) => required(`${path}.source`, cleanText(text)) ?? ''
  const yields = form.yields.map((line, index) => {
    const path = `yields.${index}`
    return {
      year: required(`${path}.year`, line.year.trim(), readYear) ?? 0,
      percent: required(`${path}.percent`, line.percent.trim(), readPercent(5)) ?? 0,
      source: source(path, line.source),
    }
  })
  const localSupport = form.localSupport.map((line, index) => {
    const path = `localSupport.${index}`
    const rate = (group: SupportGroup) =>
      optional(`${path}.${group}`, line[group], readPercent(100))
    const [poor, near, ethnic] = [rate('poor'), rate('near-poor'), rate('ethnic')]
    // Who belongs to no group of their own takes this rate, so it is asked for.
    const other = required(`${path}.other`, line.other.trim(), readPercent(100))
    return {
      ...days(path, line),
      poor,
      'near-poor': near,
      ethnic,
      other,
      source: source(path, line.source),
    }
  })
  const healthSupport = form.healthSupport.map((line, index) => {
    const path = `healthSupport.${index}`
    return {
      ...days(path, line),
      group: required(`${path}.group`, line.group) ?? '',
      percent: required(`${path}.percent`, line.percent.trim(), readPercent(100)) ?? 0,
      source: source(path, line.source),
    }
  })
  const headId = Number(required('head', form.head))
  const pin = isPin(form.pin) ? form.pin : required('pin', '')
  const { confirmed } = form
  const entered: OfficePolicyForm = { confirmed, yields, localSupport, healthSupport }
  const order = Object.keys(wrong).length === 0 && pin ? { form: entered, headId, pin } : null
  return { order, wrong }
}

/** The groups of BHXH tự nguyện in the order of the boxes. */
export const groups = SupportGroup.options
