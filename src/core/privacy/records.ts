import { z } from 'zod'
import type { IsoDate } from '../date.ts'
import { CommuneRef } from '../household.ts'
import { IsoDay, typedLine } from '../person.ts'
import { RequestKind } from './rules.ts'

/** A request about personal data as it comes in; `thirdParty` when others hold the data too. */
export const RequestDraft = z.strictObject({
  kind: RequestKind,
  receivedOn: IsoDay,
  subjectName: typedLine(300).min(1),
  contact: typedLine(300),
  personId: z.number().int().positive().nullable(),
  thirdParty: z.boolean(),
  note: typedLine(1000),
})
export type RequestDraft = z.infer<typeof RequestDraft>

/** How far a request is: open, carried out, or refused with a reason. */
export type RequestState = 'open' | 'done' | 'refused'

/** What is done with a request: answered that it came in, given more time once, carried out, refused. */
export const RequestStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('answer') }),
  z.strictObject({ step: z.literal('extend'), reason: typedLine(500).min(1) }),
  z.strictObject({ step: z.literal('done'), answer: typedLine(2000).min(1) }),
  z.strictObject({ step: z.literal('refuse'), reason: typedLine(2000).min(1) }),
])
export type RequestStep = z.infer<typeof RequestStep>

/** A request in the register; deadlines are ISO days. */
export type DataRequest = RequestDraft & {
  id: number
  state: RequestState
  answeredOn: IsoDate | null
  extension: string | null
  answer: string | null
  refusal: string | null
  closedOn: IsoDate | null
  takenBy: string
  answerBy: IsoDate | null
  doneBy: IsoDate
  /** Whether the law of the day it came in gives more time, and none was given yet. */
  mayExtend: boolean
  /** The next day something must be done by, null once it is closed. */
  dueOn: IsoDate | null
}

/** Open requests by the next deadline, then closed ones, the newest first. */
export function sortRequests(requests: readonly DataRequest[]): DataRequest[] {
  return [...requests].sort((a, b) => {
    if (a.dueOn !== null && b.dueOn !== null) return order(a.dueOn, b.dueOn) || a.id - b.id
    if (a.dueOn !== null || b.dueOn !== null) return a.dueOn !== null ? -1 : 1
    return order(b.closedOn ?? '', a.closedOn ?? '') || b.id - a.id
  })
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The next deadline of a request that is open. */
export function dueOn(
  request: Pick<DataRequest, 'state' | 'answeredOn' | 'answerBy' | 'doneBy'>,
): IsoDate | null {
  if (request.state !== 'open') return null
  if (request.answeredOn !== null || request.answerBy === null) return request.doneBy
  return request.answerBy < request.doneBy ? request.answerBy : request.doneBy
}

/** Kinds of personal data a breach can touch, as the report names them. */
export const breachFields = [
  'name',
  'birth',
  'personalNumber',
  'insuranceNumber',
  'phone',
  'address',
  'ethnicity',
  'support',
] as const

/** A breach of personal data: when it was found, what happened, whose data, what was done (NĐ 356/2025, Mẫu 08). */
export const BreachDraft = z.strictObject({
  id: z.number().int().positive().nullable(),
  foundAt: z.iso.datetime(),
  happenedAt: typedLine(100),
  place: typedLine(300),
  what: typedLine(3000).min(1),
  cause: typedLine(2000),
  harm: typedLine(2000),
  measures: typedLine(3000),
  contact: typedLine(300),
  fields: z.array(z.enum(breachFields)).max(breachFields.length),
  /**
   * Whose data: signed in a span of days and living in a commune, by code and the first day it had this
   * code (older records have the code alone); null does not narrow.
   */
  from: IsoDay.nullable(),
  to: IsoDay.nullable(),
  communeCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  communeFrom: CommuneRef.shape.validFrom.nullable().default(null),
  reportedAt: z.iso.datetime().nullable(),
})
export type BreachDraft = z.infer<typeof BreachDraft>

/** How many people a breach touches and how many of each field the store holds of them. */
export type BreachCount = { people: number; fields: Record<(typeof breachFields)[number], number> }

/** A breach in the register; `reportBy` is an ISO instant. */
export type Breach = BreachDraft & { id: number; reportBy: string; affected: BreachCount }
