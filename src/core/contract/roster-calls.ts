import { z } from 'zod'
import type { Conference } from '../conference.ts'
import { IsoDay } from '../person.ts'
import { type Attendee, AttendeeDraft, type Lead, LeadNote } from '../roster.ts'
import { longestPaste, type RefusedRow } from '../roster-paste.ts'
import { answers, Id } from './call.ts'

/**
 * What a pasted sheet came to, or would come to: how many rows, the first few names, the rows refused,
 * and how many phones were left out for want of consent.
 */
export type RosterPasted = {
  added: number
  names: string[]
  refused: RefusedRow[]
  phonesLeft: number
}

/** A lead about to become a sign-up: the draft key to save it under, who it is and where from. */
export type LeadStart = { key: string; attendee: Attendee; conference: Conference }

const conferenceId = Id

/** Calls about who came to a conference, and about calling them again. */
export const rosterCalls = {
  'roster.list': {
    input: z.strictObject({ conferenceId }),
    who: 'look',
    ...answers<Attendee[]>(),
  },
  'roster.save': {
    input: z.strictObject({ conferenceId, attendee: AttendeeDraft }),
    who: 'work',
    ...answers<{ id: number }>(),
  },
  'roster.remove': {
    input: z.strictObject({ id: Id }),
    who: 'work',
    ...answers<{ id: number }>(),
  },
  'roster.paste': {
    input: z.strictObject({
      conferenceId,
      text: z.string().max(longestPaste),
      dryRun: z.boolean(),
    }),
    who: 'work',
    ...answers<RosterPasted>(),
  },
  'lead.list': {
    input: z.strictObject({ until: IsoDay }),
    who: 'look',
    ...answers<Lead[]>(),
  },
  'lead.note': { input: LeadNote, who: 'work', ...answers<{ id: number }>() },
  'lead.start': {
    input: z.strictObject({ id: Id, key: z.uuid() }),
    who: 'work',
    ...answers<LeadStart>(),
  },
} as const
