import type { EnrolmentState } from './enrolment.ts'
import { termTexts } from './messages/ui-terms.ts'
import { undoTexts } from './messages/undo-texts.ts'
import type { Language, Phrase } from './messages.ts'
import { fill } from './messages.ts'

/** Events that change no record: undo looks past them, and they do not stand in its way. */
export const harmlessEvents = [
  'paper.made',
  'paper.printed',
  'paper.saved',
  'enrolment.listed',
  'register.exported',
  'renewal.called',
  'person.not-same',
  'privacy.unmasked',
  'privacy.exported',
  'privacy.requested',
  'privacy.stepped',
  'privacy.diagnosed',
] as const

const undoable = new Set([
  'household.added',
  'household.changed',
  'person.added',
  'person.changed',
  'enrolment.added',
  'enrolment.changed',
  'enrolment.stepped',
  'enrolment.cancelled',
  'conference.added',
  'conference.changed',
  'conference.stepped',
  'conference.cancelled',
  'attendee.added',
  'attendee.changed',
  'attendee.removed',
  'attachment.added',
  'attachment.removed',
])

/** One line of an action: its event, its record, and the state a step went to. */
export type ActionLine = { event: string; subject: string; to?: EnrolmentState | undefined }

/** Whether an action consists of nothing but what undo can take back. */
export function canUndo(lines: readonly ActionLine[]): boolean {
  return lines.length > 0 && lines.every((line) => undoable.has(line.event))
}

/** What happens to conferences and what hangs on them, in the order it is told. */
const told: [string, Phrase][] = [
  ['conference.changed', undoTexts.conferenceChanged],
  ['conference.stepped', undoTexts.conferenceStepped],
  ['conference.cancelled', undoTexts.conferenceCancelled],
  ['attendee.added', undoTexts.attendeesAdded],
  ['attendee.changed', undoTexts.attendeeChanged],
  ['attendee.removed', undoTexts.attendeeRemoved],
  ['attachment.added', undoTexts.fileAdded],
  ['attachment.removed', undoTexts.fileRemoved],
]

/** What an action was, in words; `name` is whom or what it was about. */
export function sayAction(lines: readonly ActionLine[], name: string): Phrase {
  const count = (event: string) => lines.filter((line) => line.event === event).length
  const say = (
    phrase: Phrase,
    values: (language: Language) => Record<string, string | number>,
  ) => ({
    vi: fill(phrase, 'vi', values('vi')),
    en: fill(phrase, 'en', values('en')),
  })
  const [added, stepped] = [count('enrolment.added'), count('enrolment.stepped')]
  if (added > 0) return say(undoTexts.household, () => ({ name, n: added }))
  if (stepped > 0) {
    const state = lines.find((line) => line.to)?.to ?? 'registered'
    return say(undoTexts.step, (language) => ({
      name,
      n: stepped,
      state: termTexts.state[state][language],
    }))
  }
  const cancelled = count('enrolment.cancelled')
  if (cancelled > 0) return say(undoTexts.cancel, () => ({ name, n: cancelled }))
  if (count('conference.added') > 0) return say(undoTexts.conferenceAdded, () => ({ name }))
  for (const [event, phrase] of told) {
    const n = count(event)
    if (n > 0) return say(phrase, () => ({ name, n }))
  }
  return say(undoTexts.edit, () => ({ name }))
}
