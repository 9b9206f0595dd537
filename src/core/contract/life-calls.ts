import { z } from 'zod'
import { EnrolmentEdit, LifeStep } from '../enrolment-life.ts'
import { answers, Id } from './call.ts'
import type {
  EditPriced,
  EnrolmentDetail,
  HistoryLine,
  LastAction,
  SheetCard,
  Undone,
} from './life-answers.ts'

const largestSheet = 200_000

/** A sign-up as the screen holds it while it is typed; the store keeps it without looking inside. */
const SheetContent = z
  .record(z.string(), z.json())
  .refine((content) => JSON.stringify(content).length <= largestSheet)

/** Calls about the life of enrolments: steps, edits, history, undo, drafts. */
export const lifeCalls = {
  'enrolment.open': {
    input: z.strictObject({ id: Id }),
    who: 'look',
    ...answers<EnrolmentDetail>(),
  },
  'enrolment.step': {
    input: z.strictObject({ ids: z.array(Id).min(1).max(500), step: LifeStep }),
    who: 'work',
    ...answers<{ ids: number[] }>(),
  },
  'enrolment.priceEdit': { input: EnrolmentEdit, who: 'work', ...answers<EditPriced>() },
  'enrolment.edit': {
    input: EnrolmentEdit,
    who: 'work',
    ...answers<{ id: number; payer: number }>(),
  },
  'enrolment.history': {
    input: z.strictObject({ id: Id }),
    who: 'look',
    ...answers<HistoryLine[]>(),
  },
  'app.lastAction': {
    input: z.strictObject({}),
    who: 'work',
    ...answers<LastAction | null>(),
  },
  'app.undo': {
    input: z.strictObject({ id: Id.nullable() }),
    who: 'work',
    ...answers<Undone>(),
  },
  'sheet.keep': {
    input: z.strictObject({
      key: z.uuid(),
      title: z.string().trim().max(100),
      content: SheetContent,
    }),
    who: 'work',
    ...answers<{ key: string }>(),
  },
  'sheet.list': { input: z.strictObject({}), who: 'work', ...answers<SheetCard[]>() },
  'sheet.open': {
    input: z.strictObject({ key: z.uuid() }),
    who: 'work',
    ...answers<{ content: Record<string, z.core.util.JSONType> }>(),
  },
  'sheet.drop': {
    input: z.strictObject({ key: z.uuid() }),
    who: 'work',
    ...answers<{ key: string }>(),
  },
} as const
