import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Birth } from '#core/person.ts'
import type { Scheme, Sex } from '#core/terms.ts'

/** A birth date as forms want it: `28/02/1986`, or the year alone; null stays blank. */
export function birthWords(birth: Birth | null | undefined): string | null {
  return birth ? formatDate(birth.date, birth.precision) : null
}

const sexes: Record<Sex, string> = { male: 'Nam', female: 'Nữ' }

/** `Nam` or `Nữ`; null stays blank. */
export function sexWords(sex: Sex | null | undefined): string | null {
  return sex ? sexes[sex] : null
}

/** Whole đồng, with a unit when given; null stays blank. */
export function moneyWords(amount: number | null | undefined, unit = ''): string | null {
  return amount === null || amount === undefined ? null : formatMoney(amount, unit)
}

/** A plain number of months, percent or people; null stays blank. */
export function countWords(count: number | null | undefined): string | null {
  return count === null || count === undefined ? null : String(count)
}

/** A day as `16/11/2024`; null stays blank. */
export function dayWords(day: string | null | undefined): string | null {
  return day ? formatDate(day) : null
}

/** A month `2024-11` as `11/2024`; null stays blank. */
export function monthWords(month: string | null | undefined): string | null {
  return month ? `${month.slice(5, 7)}/${month.slice(0, 4)}` : null
}

/** The schemes in the words of the office. */
export const schemeNames: Record<Scheme, string> = {
  'bhxh-tn': 'BHXH tự nguyện',
  'bhyt-hgd': 'BHYT hộ gia đình',
}

/** The lines of a longer text; null gives none. */
export function linesOf(text: string | null | undefined): string[] {
  return (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
}

/** A place without its kind where the label says that kind already: `Xã: Phù Lỗ`, but `Xã: Phường Láng`. */
export function placeAfter(kind: string, name: string | null | undefined): string | null {
  if (!name) return null
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const isSaid = rest.length > 0 && first.toLowerCase() === kind.toLowerCase()
  return isSaid ? rest.join(' ') : name
}
