import { z } from 'zod'
import { FormName, PaperOrder, PaperPlace, PaperSelection } from '../papers/order.ts'
import { answers, Id } from './call.ts'
import type { FormCard, PaperCard, Printers, PrintJobLine } from './paper-answers.ts'

const documentId = z.string().max(100)
const edition = z.string().max(20).nullable()
const printer = z.string().min(1).max(300)
const page = z.number().int().min(1).max(1_000_000)
const millimetres = z.number().min(-20).max(20).multipleOf(0.1)

/** Made by the screen, so that it can follow and stop a job it has not had an answer to yet. */
const job = z.uuid()

/** Where a part of a print job begins and ends; null is its own beginning or end. */
const part = { from: PaperPlace.nullable(), to: PaperPlace.nullable() }

/** Calls about printed paper. */
export const paperCalls = {
  'paper.forms': { input: z.strictObject({}), who: 'look', ...answers<FormCard[]>() },
  'paper.make': {
    input: z.strictObject({
      form: FormName,
      edition,
      of: PaperSelection.nullable(),
      blank: z.boolean(),
      checkAgainstOfficial: z.boolean(),
    }),
    who: 'look',
    ...answers<PaperCard>(),
  },
  'paper.batch': {
    input: z.strictObject({
      job,
      selection: PaperSelection,
      forms: z
        .array(z.strictObject({ form: FormName, edition }))
        .min(1)
        .max(12),
      order: PaperOrder,
      checkAgainstOfficial: z.boolean(),
    }),
    who: 'work',
    ...answers<PaperCard>(),
  },
  'paper.jobs': { input: z.strictObject({}), who: 'look', ...answers<PrintJobLine[]>() },
  'paper.again': {
    input: z.strictObject({ job, printJob: Id, ...part }),
    who: 'work',
    ...answers<PaperCard>(),
  },
  'job.cancel': {
    input: z.strictObject({ job }),
    who: 'signed-in',
    ...answers<{ stopped: boolean }>(),
  },
  'paper.bytes': {
    input: z.strictObject({ documentId }),
    who: 'anyone',
    ...answers<Uint8Array>(),
  },
  'paper.printers': { input: z.strictObject({}), who: 'anyone', ...answers<Printers>() },
  'paper.print': {
    input: z.strictObject({
      documentId,
      /** Remembered for the next time; null asks in the dialog of the system. */
      printer: printer.nullable().optional(),
      dialog: z.boolean().optional(),
      copies: z.number().int().min(1).max(99).optional(),
      pages: z.strictObject({ from: page, to: page }).nullable().optional(),
    }),
    who: 'anyone',
    ...answers<{ sent: boolean }>(),
  },
  'paper.save': {
    input: z.strictObject({ documentId }),
    who: 'anyone',
    ...answers<string | null>(),
  },
  'paper.calibrate': {
    input: z.strictObject({ printer, right: millimetres, down: millimetres }),
    who: 'work',
    ...answers<Printers>(),
  },
  'paper.testPage': {
    input: z.strictObject({ printer }),
    who: 'work',
    ...answers<PaperCard>(),
  },
} as const
