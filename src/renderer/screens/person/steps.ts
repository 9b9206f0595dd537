import type { EnrolmentDetail } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { EnrolmentState } from '#core/enrolment.ts'
import type { LifeStep } from '#core/enrolment-life.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import type { Say } from '../../language.tsx'

const { person, terms } = texts

/** A step an enrolment can be told to take. */
export type StepTo = LifeStep['to']

/** How each step is said on its button, and its key on the person card. */
export const stepWords: Record<StepTo, { label: Phrase; key: string }> = {
  paid: { label: person.toPaid, key: 'alt+t' },
  sent: { label: person.toSent, key: 'alt+g' },
  accepted: { label: person.toAccepted, key: 'alt+n' },
  returned: { label: person.toReturned, key: 'alt+l' },
  registered: { label: person.toRegistered, key: 'alt+k' },
  cancelled: { label: person.toCancelled, key: 'alt+h' },
}

/** The steps open to an enrolment, in the order of the desk. */
export function stepsOf({ next }: EnrolmentDetail): StepTo[] {
  return next.filter((state): state is StepTo => state !== 'draft')
}

/** Where an enrolment stands, in one sentence. */
export function sayState(detail: EnrolmentDetail, say: Say): string {
  const { state, signedOn, receipt } = detail
  const values = {
    date: formatDate(receipt?.date ?? signedOn),
    receipt: receipt?.number ?? '',
    reason: (state === 'returned' ? detail.returnReason : detail.cancelReason) ?? '',
  }
  const lines: Partial<Record<EnrolmentState, Phrase>> = {
    registered: person.lineRegistered,
    paid: person.linePaid,
    sent: person.lineSent,
    accepted: person.lineAccepted,
    returned: person.lineReturned,
    cancelled: person.lineCancelled,
  }
  const registered = state === 'registered' ? { ...values, date: formatDate(signedOn) } : values
  return say(lines[state] ?? terms.state[state], registered)
}
