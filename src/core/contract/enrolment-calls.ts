import { z } from 'zod'
import { HouseholdEnrolmentDraft, PriceRequest } from '../enrolment.ts'
import { IsoDay, typedLine } from '../person.ts'
import type { EnrolmentRow, PersonFound, Priced } from './answers.ts'
import { answers, Id } from './call.ts'

/** Calls about people, households and their sign-ups. */
export const enrolmentCalls = {
  'person.find': {
    input: z.strictObject({ number: z.string().regex(/^(\d{10}|\d{12})$/) }),
    who: 'look',
    ...answers<PersonFound | null>(),
  },
  'enrolment.price': {
    input: PriceRequest,
    who: 'work',
    ...answers<Priced>(),
  },
  'enrolment.save': {
    input: HouseholdEnrolmentDraft,
    who: 'work',
    ...answers<{ householdId: number; enrolmentIds: number[]; payer: number }>(),
  },
  'enrolment.list': {
    input: z.strictObject({
      from: IsoDay.nullable(),
      to: IsoDay.nullable(),
      query: z.string().max(200),
      conferenceId: Id.nullable(),
      limit: z.number().int().min(1).max(1000),
    }),
    who: 'look',
    ...answers<{ rows: EnrolmentRow[]; total: number }>(),
  },
  'enrolment.cancel': {
    input: z.strictObject({ id: Id, reason: typedLine(500).min(1) }),
    who: 'work',
    ...answers<{ id: number }>(),
  },
} as const
