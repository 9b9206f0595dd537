import { z } from 'zod'
import { answers } from './call.ts'

/** Calls about the camera; the page may use it only between the two, and only the picture. */
export const cameraCalls = {
  'camera.allow': {
    input: z.strictObject({}),
    who: 'work',
    ...answers<{ allowed: boolean }>(),
  },
  'camera.end': {
    input: z.strictObject({}),
    who: 'anyone',
    ...answers<null>(),
  },
} as const
