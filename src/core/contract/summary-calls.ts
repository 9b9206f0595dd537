import { z } from 'zod'
import { IsoDay } from '../person.ts'
import type { Summary } from '../summary.ts'
import { PeriodKind } from '../terms.ts'
import type { SummaryExported, Verdict } from './answers.ts'
import { answers, Id, Pin } from './call.ts'

const period = { kind: PeriodKind, from: IsoDay, to: IsoDay }

/** Calls about the signed summary. */
export const summaryCalls = {
  'summary.preview': {
    input: z.strictObject(period),
    who: 'signed-in',
    ...answers<{ summary: Summary; alreadySent: number | null }>(),
  },
  'summary.export': {
    input: z.strictObject({
      ...period,
      headId: Id,
      pin: Pin,
      key: z.union([
        z.strictObject({ kind: z.literal('practice') }),
        z.strictObject({
          kind: z.literal('file'),
          path: z.string().max(1000),
          password: z.string().max(200),
        }),
      ]),
      folder: z.string().max(1000),
    }),
    who: 'signed-in',
    ...answers<SummaryExported>(),
  },
  'summary.verify': {
    input: z.strictObject({ file: z.string().max(1000), trust: z.string().max(1000).nullable() }),
    who: 'signed-in',
    ...answers<Verdict>(),
  },
} as const
