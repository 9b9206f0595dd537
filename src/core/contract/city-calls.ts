import { z } from 'zod'
import type { UnitDays } from '../city/matrix.ts'
import type { NumberGaps } from '../city/numbers.ts'
import type { CityStand } from '../city/standing.ts'
import { IsoDay } from '../person.ts'
import { ReceiptReason } from '../receipt.ts'
import type { Verdict } from './answers.ts'
import { answers, Id, Pin } from './call.ts'
import type { Received, ReceivedLine, RepliesWritten } from './city-answers.ts'
import { summaryCalls } from './summary-calls.ts'

const span = { from: IsoDay, to: IsoDay }
const path = z.string().max(1000)
const job = z.string().max(60)

/** Whose figures stand together: the units of the last day of the span, or those of today. */
const units = z.enum(['then', 'now'])

/** Calls of the city's desk. */
export const cityCalls = {
  'city.receive': {
    input: z.strictObject({ job, paths: z.array(path).min(1).max(10_000) }),
    who: 'work',
    ...answers<Received>(),
  },
  'city.files': {
    input: z.strictObject({
      ...span,
      unit: z.string().max(40).nullable(),
      waiting: z.boolean(),
    }),
    who: 'look',
    ...answers<ReceivedLine[]>(),
  },
  'city.open': {
    input: z.strictObject({ id: Id }),
    who: 'look',
    ...answers<{ line: ReceivedLine; verdict: Verdict }>(),
  },
  'city.matrix': {
    input: z.strictObject(span),
    who: 'look',
    ...answers<UnitDays[]>(),
  },
  'city.gaps': {
    input: z.strictObject({}),
    who: 'look',
    ...answers<NumberGaps[]>(),
  },
  'city.stand': {
    input: z.strictObject({ ...span, units }),
    who: 'look',
    ...answers<CityStand>(),
  },
  'city.export': {
    input: z.strictObject({
      ...span,
      job,
      units,
      format: z.enum(['xlsx', 'csv', 'parquet']),
      folder: path,
    }),
    who: 'work',
    ...answers<{ file: string; rows: number }>(),
  },
  'city.reply': {
    input: z.strictObject({
      ids: z.array(Id).min(1).max(2000),
      verdict: z.enum(['accepted', 'returned']),
      reasons: z.array(ReceiptReason).max(100),
      headId: Id,
      pin: Pin,
      key: summaryCalls['summary.export'].input.shape.key,
      folder: path,
    }),
    who: 'work',
    ...answers<RepliesWritten>(),
  },
  'city.replyAgain': {
    input: z.strictObject({ ids: z.array(Id).min(1).max(2000), folder: path }),
    who: 'work',
    ...answers<RepliesWritten>(),
  },
} as const
