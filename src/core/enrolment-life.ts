import { z } from 'zod'
import { formatDate, type IsoDate } from './date.ts'
import { BhxhChoice, BhytChoice, type EnrolmentState } from './enrolment.ts'
import { termTexts } from './messages/ui-terms.ts'
import type { Phrase } from './messages.ts'
import { IsoDay } from './person.ts'
import { fail, ok, type Result } from './result.ts'
import { Collector, Occupation, type ParticipationKind } from './terms.ts'

/**
 * Every step an enrolment may take. A draft becomes registered by being saved; what lies with the
 * receiving side (`sent`, `accepted`) changes only through its answer. The store holds the same list.
 */
export const lifeSteps: readonly { from: EnrolmentState; to: EnrolmentState }[] = [
  { from: 'draft', to: 'registered' },
  { from: 'registered', to: 'paid' },
  { from: 'registered', to: 'cancelled' },
  { from: 'paid', to: 'sent' },
  { from: 'paid', to: 'cancelled' },
  { from: 'sent', to: 'accepted' },
  { from: 'sent', to: 'returned' },
  { from: 'returned', to: 'registered' },
  { from: 'returned', to: 'cancelled' },
]

/** The states an enrolment can go to from a state, in the order of the desk. */
export function nextSteps(state: EnrolmentState): EnrolmentState[] {
  return lifeSteps.filter((step) => step.from === state).map((step) => step.to)
}

const reason = z.string().trim().min(1).max(500)

/** A step with what it needs: a receipt for money, a reason for a return and for cancelling. */
export const LifeStep = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('paid'),
    receiptNumber: z.string().trim().min(1).max(30),
    receiptDate: IsoDay,
  }),
  z.strictObject({ to: z.literal('sent') }),
  z.strictObject({ to: z.literal('accepted') }),
  z.strictObject({ to: z.literal('returned'), reason }),
  z.strictObject({ to: z.literal('registered') }),
  z.strictObject({ to: z.literal('cancelled'), reason }),
])
export type LifeStep = z.infer<typeof LifeStep>

/** What a step is judged by; `dayClosed` says that its day of signing was counted and sent. */
export type LifeFacts = {
  id: number
  state: EnrolmentState
  signedOn: IsoDate
  dayClosed: boolean
  today: IsoDate
}

const stateName = (state: EnrolmentState): Phrase => termTexts.state[state]

const joined = (states: Phrase[]): Phrase => ({
  vi: states.map(({ vi }) => vi).join(', '),
  en: states.map(({ en }) => en).join(', '),
})

/** Refuses a step the life of an enrolment does not have, or whose data cannot be. */
export function checkStep(enrolment: LifeFacts, step: LifeStep): Result<LifeStep> {
  const { id, state, signedOn, today } = enrolment
  if (state === 'cancelled' && step.to === 'cancelled') {
    return fail('enrolment.already-cancelled', { id })
  }
  const next = nextSteps(state)
  if (!next.includes(step.to)) {
    const values = { id, state: stateName(state), to: stateName(step.to) }
    return next.length === 0
      ? fail('step.final', values)
      : fail('step.illegal', { ...values, next: joined(next.map(stateName)) })
  }
  if (step.to === 'cancelled' && enrolment.dayClosed) {
    return fail('period.closed', { date: formatDate(signedOn) })
  }
  if (step.to === 'paid') {
    const values = { date: formatDate(step.receiptDate), signed: formatDate(signedOn) }
    if (step.receiptDate < signedOn) return fail('receipt.too-early', values, ['receiptDate'])
    if (step.receiptDate > today) return fail('receipt.future', values, ['receiptDate'])
  }
  return ok(step)
}

/** What may be changed in a registered enrolment of an open day; amounts follow from it. */
export const EnrolmentEdit = z.strictObject({
  id: z.number().int().positive(),
  occupation: Occupation,
  collector: Collector,
  conferenceId: z.number().int().positive().nullable(),
  choice: z.discriminatedUnion('scheme', [
    BhxhChoice.extend({ scheme: z.literal('bhxh-tn') }),
    BhytChoice.extend({ scheme: z.literal('bhyt-hgd') }),
  ]),
})
export type EnrolmentEdit = z.infer<typeof EnrolmentEdit>

/** Refuses to edit what is not registered (any more), or was signed on a closed day. */
export function checkEditable(enrolment: LifeFacts): Result<true> {
  const { id, state, signedOn, dayClosed } = enrolment
  if (state !== 'registered') {
    return fail('enrolment.not-editable', { id, state: stateName(state) })
  }
  return dayClosed ? fail('period.closed', { date: formatDate(signedOn) }) : ok(true)
}

/** The reason kept with a sign-up that was taken back right after it was saved. */
export const undoneReason = 'Hoàn tác'

/** Whether a note must say why a kind was chosen against what the rules say. */
export function kindProblem(
  about: { name: string; chosen: ParticipationKind; needsNote: boolean; reason: string },
  note: string | null | undefined,
): Result<true> {
  if (!about.needsNote || (note ?? '').trim() !== '') return ok(true)
  const kind = termTexts.kind[about.chosen]
  return fail('enrolment.kind-needs-note', { name: about.name, kind, reason: about.reason }, [
    'kindNote',
  ])
}
