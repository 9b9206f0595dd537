import { z } from 'zod'
import { AdjustmentDraft } from '../adjustment.ts'
import { IsoDay, typedLine } from '../person.ts'
import type { Summary } from '../summary.ts'
import { PeriodKind } from '../terms.ts'
import type { SummaryExported, Verdict } from './answers.ts'
import { answers, Id, Pin } from './call.ts'
import { KeyChoice } from './key-choice.ts'
import type { AdjustmentCard, PeriodCard, ReplyOpened, StickState } from './period-answers.ts'

/** Whether small cells hide what tells people of them apart. */
const pool = z.boolean().optional()

const period = { kind: PeriodKind, from: IsoDay, to: IsoDay }

/** Calls about the signed summary. */
export const summaryCalls = {
  'summary.preview': {
    input: z.strictObject({ ...period, pool }),
    who: 'look',
    ...answers<{ summary: Summary; alreadySent: number | null }>(),
  },
  'summary.export': {
    input: z.strictObject({
      ...period,
      pool,
      headId: Id,
      pin: Pin,
      key: KeyChoice,
      folder: z.string().max(1000),
      /** Fingerprint of the city's certificate the lists with people are encrypted for. */
      annexFor: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    who: 'work',
    ...answers<SummaryExported>(),
  },
  'summary.recipients': {
    input: z.strictObject({}),
    who: 'look',
    ...answers<{ name: string; fingerprint: string; to: string }[]>(),
  },
  'summary.write-again': {
    input: z.strictObject({ sequence: Id, folder: z.string().max(1000) }),
    who: 'signed-in',
    ...answers<SummaryExported>(),
  },
  'summary.stick': {
    input: z.strictObject({ folder: z.string().max(1000), sequence: Id.nullable() }),
    who: 'signed-in',
    ...answers<StickState>(),
  },
  'period.list': {
    input: z.strictObject({}),
    who: 'look',
    ...answers<PeriodCard[]>(),
  },
  'period.reopen': {
    input: z.strictObject({
      ...period,
      reason: typedLine(300).min(1),
      secondId: Id,
      pin: Pin,
    }),
    who: 'work',
    ...answers<{ reopened: { kind: PeriodKind; from: string; to: string }[] }>(),
  },
  'adjustment.add': {
    input: z.strictObject({ enrolmentId: Id, adjustment: AdjustmentDraft }),
    who: 'work',
    ...answers<{ id: number; madeOn: string }>(),
  },
  'adjustment.list': {
    input: z.strictObject({ from: IsoDay, to: IsoDay }),
    who: 'look',
    ...answers<AdjustmentCard[]>(),
  },
  'reply.open': {
    input: z.strictObject({ file: z.string().max(1000), trust: z.string().max(1000).nullable() }),
    who: 'work',
    ...answers<ReplyOpened>(),
  },
  'summary.verify': {
    input: z.strictObject({ file: z.string().max(1000), trust: z.string().max(1000).nullable() }),
    who: 'look',
    ...answers<Verdict>(),
  },
} as const
