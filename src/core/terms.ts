import { z } from 'zod'

/** The two schemes of the office: voluntary social insurance and household health insurance. */
export const Scheme = z.enum(['bhxh-tn', 'bhyt-hgd'])
export type Scheme = z.infer<typeof Scheme>

/** How a person comes to a scheme: for the first time ever, back after a stop, or going on. */
export const ParticipationKind = z.enum(['first', 'returning', 'renewing'])
export type ParticipationKind = z.infer<typeof ParticipationKind>

/** Who took the sign-up and the money: the post office, another service organisation, or our counter. */
export const Collector = z.enum(['post', 'service-organisation', 'office-counter'])
export type Collector = z.infer<typeof Collector>

/** The target groups of the campaign, by what a person lives on. */
export const Occupation = z.enum([
  'trader',
  'small-business',
  'freelancer',
  'boarding-house-owner',
  'other',
])
export type Occupation = z.infer<typeof Occupation>

/** Sex as printed on identity papers. */
export const Sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof Sex>

/** BHXH tự nguyện payment methods; `2y`–`5y` are years ahead, `missing` the months still missing (L41 Điều 36). */
export const PaymentMethod = z.enum(['1m', '3m', '6m', '12m', '2y', '3y', '4y', '5y', 'missing'])
export type PaymentMethod = z.infer<typeof PaymentMethod>

/** BHXH tự nguyện support groups; the highest one a person belongs to counts (NĐ 159/2025 Điều 5). */
export const SupportGroup = z.enum(['poor', 'near-poor', 'ethnic', 'other'])
export type SupportGroup = z.infer<typeof SupportGroup>

/** A consultation conference (hội nghị) or a small-group session (nhóm nhỏ). */
export const ConferenceKind = z.enum(['conference', 'small-group'])
export type ConferenceKind = z.infer<typeof ConferenceKind>

/** How far a conference is: planned, held, closed once its papers are complete, or cancelled. */
export const ConferenceState = z.enum(['planned', 'held', 'closed', 'cancelled'])
export type ConferenceState = z.infer<typeof ConferenceState>

/** What came of calling somebody who was at a conference. */
export const LeadOutcome = z.enum(['will-join', 'thinking', 'refused', 'no-answer'])
export type LeadOutcome = z.infer<typeof LeadOutcome>

/** Who holds a conference: BHXH, the post, the people's committee, an association. */
export const Organiser = z.enum(['bhxh', 'post', 'people-committee', 'association'])
export type Organiser = z.infer<typeof Organiser>

/** The spans a summary can cover. */
export const PeriodKind = z.enum(['launch-day', 'day', 'week', 'month', 'campaign'])
export type PeriodKind = z.infer<typeof PeriodKind>

/** Roles of the people of an office. */
export const Role = z.enum(['clerk', 'head', 'viewer', 'administrator'])
export type Role = z.infer<typeof Role>
