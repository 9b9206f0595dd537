import { fail, ok, type Result } from './result.ts'

/** The largest amount a person may type, in đồng; far above any contribution, far below 2^53. */
export const maxAmount = 10_000_000_000_000

const unitWords = /\s*(đ|₫|đồng|vnd|vnđ)\.?$/i

/**
 * Reads an amount of whole đồng: `1234567`, `1.234.567`, `1,234,567`, `1 234 567 đ`. Parts of a đồng,
 * negative amounts and amounts over 10^13 are refused.
 */
export function parseMoney(text: string): Result<number> {
  const shown = text.trim().slice(0, 40)
  const tidied = text
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(unitWords, '')
  if (tidied === '') return fail('money.empty')
  if (/^[-\u2010-\u2015\u2212(]/.test(tidied)) return fail('money.negative', { text: shown })
  const plain = /^(0|[1-9]\d*)$/.test(tidied)
  const grouped = /^[1-9]\d{0,2}([., ])\d{3}(\1\d{3})*$/.test(tidied)
  if (!plain && !grouped) {
    const code = /^\d[\d., ]*[.,]\d+$/.test(tidied) ? 'money.fraction' : 'money.unreadable'
    return fail(code, { text: shown })
  }
  const digits = tidied.replace(/[., ]/g, '')
  if (digits.length > 14 || Number(digits) > maxAmount)
    return fail('money.too-large', { text: shown })
  return ok(Number(digits))
}

/** Whole đồng with a dot between thousands, `1.263.600`; with a unit, `1.263.600 đ`. */
export function formatMoney(amount: number, unit = ''): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0 ? '-' : ''}${digits}${unit && ` ${unit}`}`
}

/** `numerator ÷ denominator` to the nearest whole number, halves up; the denominator is positive. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator
  const quotient = doubled / (2n * denominator)
  // BigInt division goes towards zero; below zero a remainder must still go down.
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient
}

/** `amount × numerator ÷ denominator` in whole đồng, exact, rounded half up once. */
export function share(amount: number, numerator: number, denominator: number): number {
  return Number(roundHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator)))
}

const digitWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

const word = (digit: number): string => digitWords[digit] as string

function lastDigit(tens: number, ones: number): string {
  if (ones === 0) return ''
  if (ones === 1 && tens > 1) return ' mốt'
  if (ones === 4 && tens > 1) return ' tư'
  if (ones === 5 && tens > 0) return ' lăm'
  return ` ${word(ones)}`
}

/** A number below 1,000 in words; `full` says the leading zeros too ("không trăm linh năm"). */
function groupInWords(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor((group % 100) / 10)
  const ones = group % 10
  const head = hundreds > 0 || full ? `${word(hundreds)} trăm` : ''
  if (tens === 0 && ones === 0) return head
  if (tens === 0) return head ? `${head} linh ${word(ones)}` : word(ones)
  const middle = tens === 1 ? 'mười' : `${word(tens)} mươi`
  return `${head && `${head} `}${middle}${lastDigit(tens, ones)}`
}

function belowBillion(value: number, full: boolean): string {
  const words: string[] = []
  const scales = [
    [1_000_000, ' triệu'],
    [1_000, ' nghìn'],
    [1, ''],
  ] as const
  for (const [size, name] of scales) {
    const group = Math.floor(value / size) % 1000
    if (group > 0) words.push(`${groupInWords(group, full || words.length > 0)}${name}`)
  }
  return words.join(' ')
}

function numberInWords(value: number): string {
  if (value < 1_000_000_000) return belowBillion(value, false)
  const rest = value % 1_000_000_000
  const billions = `${numberInWords(Math.floor(value / 1_000_000_000))} tỷ`
  return rest === 0 ? billions : `${billions} ${belowBillion(rest, true)}`
}

/** A whole amount in Vietnamese words, as receipts print it: "Một triệu hai trăm nghìn đồng". */
export function moneyInWords(amount: number): string {
  const words = amount === 0 ? 'không' : numberInWords(Math.abs(amount))
  const sentence = `${amount < 0 ? 'âm ' : ''}${words} đồng`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
