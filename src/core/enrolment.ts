import { z } from 'zod'
import { HouseholdDraft, Relation } from './household.ts'
import { IsoDay, PersonDraft } from './person.ts'
import { Collector, Occupation, ParticipationKind, PaymentMethod, SupportGroup } from './terms.ts'

/** The largest household one sign-up can hold. */
export const largestHousehold = 15

const dong = z.number().int().min(0).max(1_000_000_000)

/** Why a kind was chosen against the rules; needed then, see `kindProblem`. */
const kindNote = z.string().trim().max(300).nullable().optional()

/**
 * What a member chose for BHXH tự nguyện; income in đồng a month. `declaredUntil` is any day of the
 * last month paid elsewhere, as the person declares.
 */
export const BhxhChoice = z.strictObject({
  kind: ParticipationKind,
  income: dong,
  method: PaymentMethod.exclude(['missing']),
  group: SupportGroup,
  declaredUntil: IsoDay.nullable().optional(),
  kindNote,
})
export type BhxhChoice = z.infer<typeof BhxhChoice>

/**
 * What a member chose for BHYT hộ gia đình. `cardEnds` is the last day of the card held before,
 * when there is one: it decides between a renewal without a break and a gap.
 */
export const BhytChoice = z.strictObject({
  kind: ParticipationKind,
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
  support: z.enum(['none', 'near-poor', 'agri']),
  cardEnds: IsoDay.nullable(),
  kindNote,
})
export type BhytChoice = z.infer<typeof BhytChoice>

/** One row of the household sign-up, in the order of the paper form. */
export const MemberDraft = z.strictObject({
  person: PersonDraft,
  relation: Relation,
  occupation: Occupation,
  bhxh: BhxhChoice.nullable(),
  bhyt: BhytChoice.nullable(),
})
export type MemberDraft = z.infer<typeof MemberDraft>

/**
 * One household's sign-up. `key` is made by the screen when the form opens, so that saving the
 * same form twice is one sign-up.
 */
export const HouseholdEnrolmentDraft = z.strictObject({
  key: z.uuid(),
  signedOn: IsoDay,
  household: HouseholdDraft,
  collector: Collector,
  conferenceId: z.number().int().positive().nullable(),
  members: z.array(MemberDraft).min(1).max(largestHousehold),
})
export type HouseholdEnrolmentDraft = z.infer<typeof HouseholdEnrolmentDraft>

/**
 * What a price depends on, and nothing else: a sign-up is priced while names and addresses are
 * still being typed. Every household sign-up is also a price request.
 */
export const PriceRequest = z.object({
  signedOn: IsoDay,
  household: z.object({
    id: HouseholdDraft.shape.id,
    commune: HouseholdDraft.shape.commune.nullable(),
  }),
  members: z
    .array(
      z.object({
        person: z.object(
          PersonDraft.pick({ id: true, personalNumber: true, insuranceNumber: true }).shape,
        ),
        bhxh: BhxhChoice.nullable(),
        bhyt: BhytChoice.nullable(),
      }),
    )
    .min(1)
    .max(largestHousehold),
})
export type PriceRequest = z.infer<typeof PriceRequest>

/** A policy row that an amount rests on; confidence below H is shown beside the amount. */
export type Basis = { row: string; source: string; confidence: 'H' | 'M' | 'L' }

/** What one scheme costs one person: đồng, months, first and last day it pays for, and why. */
export type Charge = {
  months: number
  /** Months of it that carry support, for the 120-month cap of BHXH tự nguyện. */
  supportedMonths: number
  gross: number
  state: number
  local: number
  payer: number
  validFrom: string
  validTo: string
  basis: Basis[]
  derivation: string[]
  notices: string[]
}

/** One scheme of one enrolment as stored: the choice, the amounts charged and its state. */
export type EnrolmentState =
  | 'draft'
  | 'registered'
  | 'paid'
  | 'sent'
  | 'accepted'
  | 'returned'
  | 'cancelled'
