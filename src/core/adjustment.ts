import { z } from 'zod'
import { typedLine } from './person.ts'
import { fail, ok, type Result } from './result.ts'

const reason = typedLine(500).min(1)
const difference = z.number().int().min(-10_000_000_000).max(10_000_000_000)

/**
 * What is found after a day was closed: the sign-up is cancelled and all its money taken back, or months
 * and money were wrong; differences in months and đồng, what the payer gets follows from them.
 */
export const AdjustmentDraft = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('cancelled'), reason }),
  z.strictObject({
    why: z.literal('corrected'),
    months: z.number().int().min(-600).max(600),
    gross: difference,
    state: difference,
    local: difference,
    reason,
  }),
])
export type AdjustmentDraft = z.infer<typeof AdjustmentDraft>

/** Months and money, of a sign-up or as a difference; gross = state + local + payer. */
export type Amounts = { months: number; gross: number; state: number; local: number; payer: number }

/** Adds two amounts. */
export function addAmounts(a: Amounts, b: Amounts): Amounts {
  return {
    months: a.months + b.months,
    gross: a.gross + b.gross,
    state: a.state + b.state,
    local: a.local + b.local,
    payer: a.payer + b.payer,
  }
}

// `0 - x`, because `-x` of zero is a zero that prints with a sign.
const takenBack = (left: Amounts): Amounts => ({
  months: 0 - left.months,
  gross: 0 - left.gross,
  state: 0 - left.state,
  local: 0 - left.local,
  payer: 0 - left.payer,
})

/** The difference a draft makes to what is `left` of a sign-up after earlier adjustments. */
export function differenceOf(id: number, draft: AdjustmentDraft, left: Amounts): Result<Amounts> {
  if (draft.why === 'cancelled') return ok(takenBack(left))
  const { months, gross, state, local } = draft
  if ([months, gross, state, local].every((one) => one === 0)) return fail('adjustment.nothing')
  const made = { months, gross, state, local, payer: gross - state - local }
  const after = addAmounts(left, made)
  if (Object.values(after).some((one) => one < 0)) return fail('adjustment.below-zero', { id })
  return ok(made)
}
