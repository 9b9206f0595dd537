import { z } from 'zod'
import { type AttachmentCard, type AttachmentKind, largestThumbnail } from '../attachment.ts'
import {
  type Conference,
  type ConferenceCard,
  ConferenceDraft,
  ConferenceStep,
} from '../conference.ts'
import type { ConversionFacts } from '../conversion.ts'
import { IsoDay } from '../person.ts'
import type { Problem } from '../result.ts'
import { answers, Id } from './call.ts'
import type { HistoryLine } from './life-answers.ts'

const one = z.strictObject({ id: Id })

/** Calls about conferences and small-group sessions, and what is attached to them. */
export const conferenceCalls = {
  /** Those held in a span of days; without one all. */
  'conference.list': {
    input: z.strictObject({ span: z.strictObject({ from: IsoDay, to: IsoDay }).optional() }),
    who: 'look',
    ...answers<ConferenceCard[]>(),
  },
  'conference.open': { input: one, who: 'look', ...answers<Conference>() },
  'conference.save': {
    input: ConferenceDraft,
    who: 'work',
    ...answers<{ id: number }>(),
  },
  'conference.step': {
    input: z.strictObject({ id: Id, step: ConferenceStep }),
    who: 'work',
    ...answers<{ id: number }>(),
  },
  'conference.warnings': {
    input: ConferenceDraft.pick({
      id: true,
      heldOn: true,
      startsAt: true,
      endsAt: true,
      commune: true,
      place: true,
      speakers: true,
    }),
    who: 'look',
    ...answers<Problem[]>(),
  },
  'conference.history': { input: one, who: 'look', ...answers<HistoryLine[]>() },
  'conference.conversion': {
    input: z.strictObject({ from: IsoDay, to: IsoDay }),
    who: 'look',
    ...answers<ConversionFacts>(),
  },
  'conference.files': {
    input: z.strictObject({ conferenceId: Id }),
    who: 'look',
    ...answers<AttachmentCard[]>(),
  },
  'conference.attach': {
    input: z.strictObject({ conferenceId: Id, path: z.string().min(1).max(4000) }),
    who: 'work',
    ...answers<{ id: number; kind: AttachmentKind }>(),
  },
  'conference.file': {
    input: z.strictObject({ id: Id, part: z.enum(['bytes', 'thumbnail']) }),
    who: 'look',
    ...answers<Uint8Array>(),
  },
  'conference.thumbnail': {
    input: z.strictObject({
      id: Id,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= largestThumbnail),
    }),
    who: 'look',
    ...answers<{ id: number }>(),
  },
  'conference.detach': { input: one, who: 'work', ...answers<{ id: number }>() },
} as const
