import { z } from 'zod'

/** What came of a call about a renewal. */
export const CallOutcome = z.enum([
  'will-renew',
  'thinking',
  'refused',
  'moved',
  'wrong-number',
  'no-answer',
])
export type CallOutcome = z.infer<typeof CallOutcome>
