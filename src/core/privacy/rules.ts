import { z } from 'zod'
import type { IsoDate } from '../date.ts'
import { IsoDay, typedLine } from '../person.ts'
import { Confidence } from '../units.ts'

/** What a person may ask of the office about their data (Luật 91/2025/QH15 Điều 4; NĐ 356/2025 Điều 5). */
export const RequestKind = z.enum([
  'view',
  'correct',
  'supply',
  'withdraw',
  'restrict',
  'object',
  'delete',
])
export type RequestKind = z.infer<typeof RequestKind>

/** Kinds of record that have a term to be kept. */
export const RetentionKind = z.enum([
  'enrolment',
  'attendee',
  'sheet',
  'conference-file',
  'audit',
  'request',
])
export type RetentionKind = z.infer<typeof RetentionKind>

const text = z.string().min(1)
const version = z.string().min(1).max(40)

/** How long the office has for one kind of request; days of the calendar, answers in working days. */
export const RequestTerm = z.strictObject({
  kind: RequestKind,
  answerWorkingDays: z.number().int().positive().nullable(),
  days: z.number().int().positive(),
  thirdPartyDays: z.number().int().positive(),
  extensionDays: z.number().int().min(0),
  source: text,
  confidence: Confidence,
})
export type RequestTerm = z.infer<typeof RequestTerm>

/** The notice people are given; `{office}` and `{contact}` are filled in. */
export const NoticeWording = z.strictObject({
  version,
  paragraphs: z.array(typedLine(2000).min(1)).min(1).max(20),
})
export type NoticeWording = z.infer<typeof NoticeWording>

/** The sentence people agree to, and the words beside the box they tick themselves. */
export const ConsentWording = z.strictObject({
  version,
  text: typedLine(2000).min(1),
  box: typedLine(60).min(1),
})
export type ConsentWording = z.infer<typeof ConsentWording>

const Regime = z.strictObject({
  id: version,
  from: IsoDay,
  to: IsoDay.nullable(),
  law: text,
  status: text,
  notice: NoticeWording,
  consent: ConsentWording,
  requests: z.array(RequestTerm).length(RequestKind.options.length),
  breach: z.strictObject({
    hours: z.number().int().positive(),
    to: text,
    form: text,
    source: text,
    confidence: Confidence,
  }),
})
/** The law on personal data in force over a span of days, with what the office says under it. */
export type Regime = z.infer<typeof Regime>

const Purpose = z.strictObject({
  table: text,
  columns: z.array(text).min(1),
  what: text,
  purpose: text,
  basis: text,
  sensitive: z.boolean(),
})
/** Why some columns of the store are kept, and on what legal basis (Luật 91/2025/QH15 Điều 3, 19). */
export type Purpose = z.infer<typeof Purpose>

const RetentionRow = z.strictObject({
  kind: RetentionKind,
  what: text,
  months: z.number().int().positive().nullable(),
  least: z.number().int().positive().nullable(),
  source: text,
  confirmed: z.boolean(),
})
/** How long a kind of record is kept; `months` null keeps it, `least` is the shortest term allowed. */
export type RetentionRow = z.infer<typeof RetentionRow>

/** `resources/policy/privacy.json`. */
export const PrivacyRules = z.strictObject({
  regimes: z.array(Regime).min(1),
  purposes: z.array(Purpose).min(1),
  retention: z.array(RetentionRow).length(RetentionKind.options.length),
})
export type PrivacyRules = z.infer<typeof PrivacyRules>

/** What the head of the office entered in place of what is shipped. */
export const OwnPrivacy = z.strictObject({
  contact: typedLine(300).default(''),
  notices: z.record(z.string(), NoticeWording).default({}),
  consents: z.record(z.string(), ConsentWording).default({}),
  retention: z
    .partialRecord(
      RetentionKind,
      z.strictObject({
        months: z.number().int().min(1).max(1200).nullable(),
        source: typedLine(300).min(1),
      }),
    )
    .default({}),
})
export type OwnPrivacy = z.infer<typeof OwnPrivacy>

/** A law with the wordings in use; `ownNotice` when the head put one in place of the draft. */
export type RegimeInUse = Regime & { ownNotice: boolean }

/** Every law in order with the wordings in use. */
export function regimesInUse(rules: PrivacyRules, own: OwnPrivacy): RegimeInUse[] {
  return rules.regimes.map((regime) => ({
    ...regime,
    notice: own.notices[regime.id] ?? regime.notice,
    consent: own.consents[regime.id] ?? regime.consent,
    ownNotice: own.notices[regime.id] !== undefined,
  }))
}

/** The law of a day with the wordings in use; the first one for days before any. */
export function regimeOn(rules: PrivacyRules, own: OwnPrivacy, day: IsoDate): RegimeInUse {
  return regimeAt(regimesInUse(rules, own), day)
}

/** The law of a day among those there are; the first one for days before any. */
export function regimeAt(regimes: readonly RegimeInUse[], day: IsoDate): RegimeInUse {
  const found = regimes.find(({ from, to }) => from <= day && day <= (to ?? '9999')) ?? regimes[0]
  if (!found) throw new Error('no law on personal data')
  return found
}

/** The table of terms with what the head entered; a term entered by the head counts as confirmed. */
export function retentionOf(rules: PrivacyRules, own: OwnPrivacy): RetentionRow[] {
  return rules.retention.map((row) => {
    const entered = own.retention[row.kind]
    return entered ? { ...row, ...entered, confirmed: true } : row
  })
}

/** A wording with the office's name and contact put in; dots where no contact was entered. */
export function fillWording(words: string, office: string, contact: string): string {
  return words.replaceAll('{office}', office).replaceAll('{contact}', contact || '………………………………………')
}
