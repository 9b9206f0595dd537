import type { Basis } from '../enrolment.ts'
import { formatMoney } from '../money.ts'

/**
 * What an amount is made of, in whole đồng: `payer = gross − state − local`. `basis` are the policy
 * rows used, `derivation` the readable reasons, `notices` what a clerk must know or check.
 */
export type Amounts = {
  gross: number
  state: number
  local: number
  payer: number
  basis: Basis[]
  derivation: string[]
  notices: string[]
}

/** `1.500.000 đ`. */
export const dong = (amount: number): string => formatMoney(amount, 'đ')

/** A percentage with a decimal comma: `22%`, `4,5%`, `0,628%`. */
export const percentText = (percent: number): string =>
  `${String(Number(percent.toPrecision(12))).replace('.', ',')}%`

/** A law in brackets behind a line of reasons. */
export const law = (source: string): string => `(${source})`
