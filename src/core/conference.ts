import { z } from 'zod'
import { formatDate, type IsoDate } from './date.ts'
import { CommuneRef } from './household.ts'
import { termTexts } from './messages/ui-terms.ts'
import type { Phrase } from './messages.ts'
import { IsoDay, longestName, typedLine } from './person.ts'
import { fail, ok, type Result } from './result.ts'
import { ConferenceKind, type ConferenceState, Occupation, Organiser } from './terms.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const people = z.number().int().min(0).max(100_000)
const longText = z.string().trim().max(10_000).default('')

/**
 * A conference or small-group session as typed; `id` is set when it is already in the book. `key` is made
 * by the screen when the form opens, so that saving the same form twice is one record. Times `HH:MM`.
 */
export const ConferenceDraft = z.strictObject({
  id: z.number().int().positive().nullable(),
  key: z.uuid().nullable().default(null),
  state: z.enum(['planned', 'held']).default('held'),
  kind: ConferenceKind,
  heldOn: IsoDay,
  startsAt: time.nullable(),
  endsAt: time.nullable().default(null),
  commune: CommuneRef,
  place: typedLine(longestName).min(1),
  organisers: z.array(Organiser).min(1).max(20),
  speakers: z.array(typedLine(200).min(1)).max(30),
  targetGroups: z.array(Occupation).max(10).default([]),
  invited: people.nullable().default(null),
  attendees: people,
  consultations: people.default(0),
  notes: z.string().trim().max(10_000),
  questions: longText,
  materials: longText,
  chair: typedLine(200).default(''),
  secretary: typedLine(200).default(''),
  minutes: longText,
})
export type ConferenceDraft = z.infer<typeof ConferenceDraft>

/** What can still be written after the day is closed: no summary counts or names it. */
export const paperworkFields = [
  'questions',
  'materials',
  'chair',
  'secretary',
  'minutes',
] as const satisfies (keyof ConferenceDraft)[]
type Paperwork = (typeof paperworkFields)[number]

/**
 * A conference in lists: without its long texts, with the people who signed up through it (cancelled
 * ones left out), who are on its roster, and the files attached.
 */
export type ConferenceCard = Omit<ConferenceDraft, 'id' | 'key' | 'state' | 'notes' | Paperwork> & {
  id: number
  state: ConferenceState
  cancelReason: string | null
  communeName: string
  signUps: number
  roster: number
  files: number
}

/** A conference in the store. */
export type Conference = ConferenceCard & Pick<ConferenceDraft, 'notes' | Paperwork>

/** What a step of a conference needs besides its new state. */
export const ConferenceStep = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('closed') }),
  z.strictObject({ to: z.literal('held') }),
  z.strictObject({ to: z.literal('cancelled'), reason: typedLine(500).min(1) }),
])
export type ConferenceStep = z.infer<typeof ConferenceStep>

const steps: Record<ConferenceState, readonly ConferenceState[]> = {
  planned: ['held', 'cancelled'],
  held: ['closed', 'cancelled'],
  closed: ['held'],
  cancelled: [],
}

/** Where a conference may go from a state; the store holds the same table. */
export function nextConferenceStates(state: ConferenceState): readonly ConferenceState[] {
  return steps[state]
}

/** Whether summaries and targets count a conference in this state. */
export function isCounted(state: ConferenceState): boolean {
  return state === 'held' || state === 'closed'
}

const stateName = (state: ConferenceState): Phrase => termTexts.conferenceState[state]

/** What a conference is judged by; `previous` is what the book holds of it. */
export type ConferenceFacts = {
  communes: readonly CommuneRef[]
  previous: { id: number; state: ConferenceState; signUps: number } | null
  today: IsoDate
}

/**
 * Refuses a conference whose commune the office does not serve on that day, whose times are reversed,
 * that is said to be held before its day, goes back in its life, or has fewer attendees than people who
 * signed up there.
 */
export function checkConference(
  draft: ConferenceDraft,
  { communes, previous, today }: ConferenceFacts,
): Result<ConferenceDraft> {
  const state = previous?.state ?? draft.state
  const stays = draft.state === state || nextConferenceStates(state).includes(draft.state)
  if (previous && (!stays || state === 'closed')) {
    return fail('conference.not-editable', { id: previous.id, state: stateName(state) })
  }
  const served = communes.some(
    ({ code, validFrom }) => code === draft.commune.code && validFrom === draft.commune.validFrom,
  )
  if (!served) return fail('conference.outside-area', {}, ['commune'])
  const { startsAt, endsAt } = draft
  if (endsAt !== null && (startsAt === null || endsAt <= startsAt)) {
    return fail('conference.times-reversed', { to: endsAt, from: startsAt ?? '' }, ['endsAt'])
  }
  if (draft.state === 'planned') return ok({ ...draft, attendees: 0, consultations: 0 })
  if (draft.heldOn > today) {
    return fail('conference.future', { date: formatDate(draft.heldOn) }, ['heldOn'])
  }
  const signUps = previous?.signUps ?? 0
  if (draft.attendees < signUps) {
    return fail('conference.too-few-attendees', { signUps }, ['attendees'])
  }
  return ok(draft)
}

/** Refuses a step a conference cannot take, or one that would leave its sign-ups or figures in the air. */
export function checkConferenceStep(
  conference: Pick<Conference, 'id' | 'state' | 'signUps' | 'attendees'>,
  { to }: ConferenceStep,
): Result<true> {
  const { id, state, signUps, attendees } = conference
  const next = nextConferenceStates(state)
  // A planned one is held by saving it with its figures.
  if (!next.includes(to) || (state === 'planned' && to === 'held')) {
    return fail('conference.illegal-step', { id, state: stateName(state), to: stateName(to) })
  }
  if (to === 'cancelled' && signUps > 0) return fail('conference.has-sign-ups', { id, n: signUps })
  if (to === 'closed' && attendees === 0) return fail('conference.nobody-came', { id })
  return ok(true)
}
