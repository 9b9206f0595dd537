import { z } from 'zod'
import { longestName, typedLine } from './person.ts'

/** A commune is named by code and start date together, because codes were reused in 2025. */
export const CommuneRef = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  validFrom: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
})
export type CommuneRef = z.infer<typeof CommuneRef>

/** A household as typed: `id` is set when it is already in the office's book. */
export const HouseholdDraft = z.strictObject({
  id: z.number().int().positive().nullable(),
  commune: CommuneRef,
  address: typedLine(longestName).min(1),
  phone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .nullable(),
})
export type HouseholdDraft = z.infer<typeof HouseholdDraft>

/** A household in the store. */
export type Household = HouseholdDraft & { id: number }

/**
 * Relations to the head of the household, with the codes that collecting software uses for list
 * D03-TS (seen in practice, not in a decision).
 */
export const relations = {
  '00': { vi: 'Chủ hộ', en: 'Head' },
  '01': { vi: 'Vợ', en: 'Wife' },
  '02': { vi: 'Chồng', en: 'Husband' },
  '03': { vi: 'Bố', en: 'Father' },
  '04': { vi: 'Mẹ', en: 'Mother' },
  '05': { vi: 'Em', en: 'Younger sibling' },
  '06': { vi: 'Anh', en: 'Elder brother' },
  '07': { vi: 'Chị', en: 'Elder sister' },
  '08': { vi: 'Con', en: 'Child' },
  '09': { vi: 'Cháu', en: 'Grandchild, nephew or niece' },
  '10': { vi: 'Ông', en: 'Grandfather' },
  '11': { vi: 'Bà', en: 'Grandmother' },
  '19': { vi: 'Con dâu', en: 'Daughter-in-law' },
  '20': { vi: 'Con rể', en: 'Son-in-law' },
  '99': { vi: 'Khác', en: 'Other' },
} as const

/** Code of a relation to the head of the household. */
export type Relation = keyof typeof relations
export const Relation = z.enum(Object.keys(relations) as [Relation, ...Relation[]])
