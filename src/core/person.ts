import { z } from 'zod'
import { isIsoDate } from './date.ts'
import { Sex } from './terms.ts'
import { cleanText } from './text.ts'

/** A day of the calendar as `YYYY-MM-DD`. */
export const IsoDay = z.string().refine(isIsoDate)

/** A birth date; old papers give only the year, kept as 1 January with precision `year`. */
export const Birth = z.strictObject({ date: IsoDay, precision: z.enum(['day', 'year']) })
export type Birth = z.infer<typeof Birth>

/** Longest name or address line that is stored; longer ones are refused, never cut. */
export const longestName = 300

/** A line of typed text, cleaned as the store keeps it before its length is looked at. */
export function typedLine(longest: number) {
  return z.string().overwrite(cleanText).max(longest)
}

const optionalText = typedLine(longestName)
  .transform((text) => text || null)
  .nullable()

/**
 * A person as typed or found: `id` is set when the person is already in the office's book.
 * Numbers are digits only: 12 for the personal number, 10 for the insurance number.
 */
export const PersonDraft = z.strictObject({
  id: z.number().int().positive().nullable(),
  name: typedLine(longestName).min(1),
  birth: Birth,
  sex: Sex,
  personalNumber: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  insuranceNumber: z
    .string()
    .regex(/^\d{10}$/)
    .nullable(),
  phone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .nullable(),
  email: optionalText,
  ethnicity: optionalText,
  nationality: typedLine(60).min(1),
  careFacility: optionalText,
})
export type PersonDraft = z.infer<typeof PersonDraft>

/** A person in the store. */
export type Person = PersonDraft & {
  id: number
  householdId: number
  relation: string
  position: number
}
