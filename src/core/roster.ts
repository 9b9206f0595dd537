import { z } from 'zod'
import { IsoDay, longestName, typedLine } from './person.ts'
import { fail, ok, type Result } from './result.ts'
import { LeadOutcome, Occupation } from './terms.ts'
import { foldKey } from './text.ts'

/** The most people a roster holds. */
export const largestRoster = 2000

/**
 * Somebody who came to a conference, as typed; `id` is set when the person is already on the roster.
 * `bhxh` and `bhyt` say what they want to know more about. Without `consent` no phone is kept.
 */
export const AttendeeDraft = z.strictObject({
  id: z.number().int().positive().nullable(),
  name: typedLine(longestName).min(1),
  birthYear: z.number().int().min(1900).max(2100).nullable(),
  address: typedLine(longestName),
  phone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .nullable(),
  occupation: Occupation.nullable(),
  bhxh: z.boolean(),
  bhyt: z.boolean(),
  consent: z.boolean(),
  followUpOn: IsoDay.nullable(),
  note: typedLine(500),
})
export type AttendeeDraft = z.infer<typeof AttendeeDraft>

/** How far a lead has come; `joined` follows from its sign-up and is never typed. */
export type LeadState = LeadOutcome | 'open' | 'joined'

/** Somebody on a roster. `enrolmentId` and `personId` name the sign-up made from this lead while it holds. */
export type Attendee = AttendeeDraft & {
  id: number
  conferenceId: number
  outcome: LeadOutcome | null
  enrolmentId: number | null
  personId: number | null
}

/** A lead with the conference it came from. */
export type Lead = Attendee & { heldOn: string; place: string; communeName: string }

/** How far a lead has come. */
export function leadState({ outcome, enrolmentId }: Attendee): LeadState {
  return enrolmentId === null ? (outcome ?? 'open') : 'joined'
}

/** What came of talking to a lead: the outcome and, while it is open, when to call again. */
export const LeadNote = z.strictObject({
  id: z.number().int().positive(),
  outcome: LeadOutcome.nullable(),
  followUpOn: IsoDay.nullable(),
  note: typedLine(500),
})
export type LeadNote = z.infer<typeof LeadNote>

/** What a new row of a roster is judged by. */
export type RosterFacts = {
  heldOn: string
  canWrite: boolean
  others: readonly Pick<Attendee, 'id' | 'name' | 'phone' | 'birthYear'>[]
}

const isSame = (
  a: Pick<Attendee, 'name' | 'phone' | 'birthYear'>,
  b: Pick<Attendee, 'name' | 'phone' | 'birthYear'>,
): boolean =>
  foldKey(a.name) === foldKey(b.name) && a.phone === b.phone && a.birthYear === b.birthYear

/**
 * Refuses somebody who is on the roster already (same name, phone and year of birth), a phone without
 * consent, a follow-up before the conference, and a roster that is full or cannot be written any more.
 */
export function checkAttendee(draft: AttendeeDraft, facts: RosterFacts): Result<AttendeeDraft> {
  if (!facts.canWrite) return fail('roster.not-open')
  const others = facts.others.filter(({ id }) => id !== draft.id)
  if (others.some((other) => isSame(other, draft))) {
    return fail('roster.twice', { name: draft.name }, ['name'])
  }
  if (others.length >= largestRoster) return fail('roster.full', { max: largestRoster })
  if (draft.phone !== null && !draft.consent) {
    return fail('roster.phone-without-consent', {}, ['phone'])
  }
  if (draft.followUpOn !== null && draft.followUpOn < facts.heldOn) {
    return fail('roster.follow-up-early', {}, ['followUpOn'])
  }
  if (draft.birthYear !== null && draft.birthYear > Number(facts.heldOn.slice(0, 4))) {
    return fail('roster.not-born', { year: draft.birthYear }, ['birthYear'])
  }
  return ok(draft)
}
