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

/** Where a birth is registered, by its administrative names; a part not known is null. */
export const BirthPlace = z.strictObject({
  commune: optionalText,
  district: optionalText,
  province: optionalText,
})
export type BirthPlace = z.infer<typeof BirthPlace>

/**
 * Reads a place typed on one line, small to large, parts set apart by commas; the district is left
 * out since 1/7/2025. Null for an empty line.
 */
export function readBirthPlace(text: string): BirthPlace | null {
  const parts = cleanText(text)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0) return null
  const province = parts.length > 1 ? (parts.pop() ?? null) : null
  const district = parts.length > 1 ? (parts.pop() ?? null) : null
  return { commune: parts.join(', '), district, province }
}

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
  birthPlace: BirthPlace.nullable().default(null),
  /** Parent or guardian, named for a child under six. */
  guardian: optionalText.default(null),
  /** How the person wants book and card: as an electronic or a paper copy. */
  delivery: z.enum(['electronic', 'paper']).nullable().default(null),
})
export type PersonDraft = z.infer<typeof PersonDraft>

/** A person in the store. */
export type Person = PersonDraft & {
  id: number
  householdId: number
  relation: string
  position: number
}
