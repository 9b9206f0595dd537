import { z } from 'zod'

/** Number of a record in the store. */
export const Id = z.number().int().positive()

export { Pin } from '../pin.ts'

/** Marks the answer type of a call; the main process is trusted, so answers carry no schema. */
export function answers<T>(): { answer?: T } {
  return {}
}
