import { z } from 'zod'

/** Number of a record in the store. */
export const Id = z.number().int().positive()

/** A PIN as typed: four to twelve digits. */
export const Pin = z.string().regex(/^\d{4,12}$/)

/** Marks the answer type of a call; the main process is trusted, so answers carry no schema. */
export function answers<T>(): { answer?: T } {
  return {}
}
