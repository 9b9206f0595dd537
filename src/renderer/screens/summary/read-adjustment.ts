import type { AdjustmentDraft } from '#core/adjustment.ts'

/** The form of an adjustment as it is typed. */
export type TypedAdjustment = {
  enrolment: string
  why: AdjustmentDraft['why']
  months: string
  gross: string
  state: string
  local: string
  reason: string
}

/** The boxes of the form that can be wrong. */
export type AdjustmentBox = Exclude<keyof TypedAdjustment, 'why'>

/** A signed whole number with dots or spaces between its digits (`-50.000`), or null. */
export function readSigned(text: string): number | null {
  const plain = text.trim().replace(/[.\s]/g, '').replace('−', '-')
  if (plain === '') return 0
  return /^[+-]?\d{1,11}$/.test(plain) ? Number(plain) : null
}

/** Reads the form: the sign-up and the draft when it is whole, and the boxes that are not right. */
export function readAdjustment(typed: TypedAdjustment): {
  order: { enrolmentId: number; adjustment: AdjustmentDraft } | null
  wrong: AdjustmentBox[]
} {
  const wrong: AdjustmentBox[] = []
  const enrolmentId = /^\d{1,9}$/.test(typed.enrolment.trim()) ? Number(typed.enrolment) : 0
  if (enrolmentId === 0) wrong.push('enrolment')
  const reason = typed.reason.trim()
  const [months, gross, state, local] = [
    readSigned(typed.months),
    readSigned(typed.gross),
    readSigned(typed.state),
    readSigned(typed.local),
  ]
  if (typed.why === 'corrected') {
    if (months === null || Math.abs(months) > 600) wrong.push('months')
    if (gross === null) wrong.push('gross')
    if (state === null) wrong.push('state')
    if (local === null) wrong.push('local')
  }
  if (reason === '') wrong.push('reason')
  if (wrong.length > 0) return { order: null, wrong }
  const adjustment: AdjustmentDraft =
    typed.why === 'cancelled'
      ? { why: 'cancelled', reason }
      : {
          ...{ why: 'corrected', reason, months: months ?? 0, gross: gross ?? 0 },
          ...{ state: state ?? 0, local: local ?? 0 },
        }
  return { order: { enrolmentId, adjustment }, wrong }
}
