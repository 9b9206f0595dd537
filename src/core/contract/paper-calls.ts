import { z } from 'zod'
import type { PaperCard } from './answers.ts'
import { answers, Id } from './call.ts'

/** Calls about printed paper. */
export const paperCalls = {
  'paper.tk1': {
    input: z.strictObject({
      enrolmentId: Id,
      edition: z.string().max(20).nullable(),
      checkAgainstOfficial: z.boolean(),
    }),
    who: 'signed-in',
    ...answers<PaperCard>(),
  },
  'paper.bytes': {
    input: z.strictObject({ documentId: z.string().max(100) }),
    who: 'anyone',
    ...answers<Uint8Array>(),
  },
  'paper.print': {
    input: z.strictObject({ documentId: z.string().max(100) }),
    who: 'anyone',
    ...answers<{ sent: boolean }>(),
  },
  'paper.save': {
    input: z.strictObject({ documentId: z.string().max(100) }),
    who: 'anyone',
    ...answers<string | null>(),
  },
} as const
