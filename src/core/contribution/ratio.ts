import { roundHalfUp } from '../money.ts'

/** An exact fraction; `bottom` is positive. Amounts stay exact until they are rounded once. */
export type Ratio = { top: bigint; bottom: bigint }

/** A whole number as a fraction. */
export function whole(value: number): Ratio {
  return { top: BigInt(value), bottom: 1n }
}

/** A decimal exactly as written: 0.00628 is 628/100000. */
export function decimal(value: number): Ratio {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [head = '0', tail = ''] = digits.split('.')
  const scale = tail.length - Number(exponent)
  const top = BigInt(`${head}${tail}`)
  return scale >= 0
    ? { top, bottom: 10n ** BigInt(scale) }
    : { top: top * 10n ** BigInt(-scale), bottom: 1n }
}

/** A percentage as a fraction: 4.5 is 9/200. */
export function percentOf(value: number): Ratio {
  const { top, bottom } = decimal(value)
  return { top, bottom: bottom * 100n }
}

/** The product of fractions. */
export function product(...factors: Ratio[]): Ratio {
  return factors.reduce((a, b) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom }), whole(1))
}

/** The sum of two fractions. */
export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

/** A fraction to a whole power of 0 or more. */
export function power(base: Ratio, exponent: number): Ratio {
  return { top: base.top ** BigInt(exponent), bottom: base.bottom ** BigInt(exponent) }
}

/** One over a positive fraction. */
export function inverse({ top, bottom }: Ratio): Ratio {
  return { top: bottom, bottom: top }
}

/** 1 + q + q² + … , `count` terms. */
export function geometric(q: Ratio, count: number): Ratio {
  let sum = whole(0)
  for (let term = 0; term < count; term += 1) {
    const grown = product(sum, q)
    sum = { top: grown.top + grown.bottom, bottom: grown.bottom }
  }
  return sum
}

/** Whole đồng, rounded half up: the only place where an amount loses its fraction. */
export function toDong({ top, bottom }: Ratio): number {
  return Number(roundHalfUp(top, bottom))
}
