import { z } from 'zod'
import { type Conference, ConferenceDraft } from '../conference.ts'
import { answers } from './call.ts'

/** Calls about conferences and small-group sessions. */
export const conferenceCalls = {
  'conference.list': { input: z.strictObject({}), who: 'signed-in', ...answers<Conference[]>() },
  'conference.save': {
    input: ConferenceDraft,
    who: 'signed-in',
    ...answers<{ id: number }>(),
  },
} as const
