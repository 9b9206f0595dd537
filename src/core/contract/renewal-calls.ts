import { z } from 'zod'
import { CommuneRef } from '../household.ts'
import { IsoDay } from '../person.ts'
import { CallOutcome, DueMark } from '../renewal.ts'
import { Scheme } from '../terms.ts'
import { answers, Id } from './call.ts'
import type { RenewalCall, RenewalDraft, RenewalList } from './renewal-answers.ts'

/** Calls about terms that run out: the work list, calls made, and renewing a household. */
export const renewalCalls = {
  'renewal.list': {
    input: z.strictObject({
      on: IsoDay,
      mark: DueMark.nullable(),
      commune: CommuneRef.nullable(),
      scheme: Scheme.nullable(),
      offset: z.number().int().min(0).max(10_000_000),
      limit: z.number().int().min(1).max(500),
    }),
    who: 'look',
    ...answers<RenewalList>(),
  },
  'renewal.draft': {
    input: z.strictObject({ householdId: Id, on: IsoDay }),
    who: 'work',
    ...answers<RenewalDraft>(),
  },
  'renewal.call': {
    input: z.strictObject({
      enrolmentIds: z.array(Id).min(1).max(60),
      outcome: CallOutcome,
      nextOn: IsoDay.nullable(),
      note: z.string().trim().max(500),
    }),
    who: 'work',
    ...answers<{ calls: number }>(),
  },
  'renewal.calls': {
    input: z.strictObject({ enrolmentId: Id }),
    who: 'look',
    ...answers<RenewalCall[]>(),
  },
} as const
