import { z } from 'zod'
import { TargetMeasure } from './target.ts'
import {
  Collector,
  ConferenceKind,
  Occupation,
  Organiser,
  ParticipationKind,
  PeriodKind,
  Scheme,
  Sex,
} from './terms.ts'

/** The namespace of version 1 of the summary; a receipt or another kind of file never carries it. */
export const summaryFormat = 'raquan-period-summary-v1'

/** Age bands of the participants, by whole years on the day of signing. */
export const AgeBand = z.enum(['under-15', '15-29', '30-39', '40-49', '50-59', '60-plus'])
export type AgeBand = z.infer<typeof AgeBand>

/** The support group money was counted for, over both schemes; `agri` is BHYT only, `ethnic` BHXH only. */
export const SummarySupport = z.enum(['none', 'poor', 'near-poor', 'ethnic', 'agri', 'other'])
export type SummarySupport = z.infer<typeof SummarySupport>

const Day = z.iso.date()
const count = z.number().int().min(0)
const dong = z.number().int().min(0)
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
// Control and format characters could hide or turn around what a reader sees.
const Label = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u)

const Commune = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  validFrom: z.union([z.literal(''), Day]),
  name: Label,
})

/** Persons and money of a cell: amounts in đồng, gross = state + local + payer. */
const figures = {
  persons: count,
  months: count,
  gross: dong,
  state: dong,
  local: dong,
  payer: dong,
}

/**
 * One cell of the summary. A person is counted once for each scheme, in the cell of the earliest
 * sign-up of the period; later sign-ups of that person add months and money only.
 */
export const SummaryRow = z.strictObject({
  scheme: Scheme,
  kind: ParticipationKind,
  commune: Commune,
  collector: Collector,
  occupation: Occupation,
  sex: Sex,
  ageBand: AgeBand,
  support: SummarySupport,
  ...figures,
})
export type SummaryRow = z.infer<typeof SummaryRow>

const SignUps = z.strictObject({ 'bhxh-tn': count, 'bhyt-hgd': count })

/** One conference or small-group session; `signUps` are persons by scheme who signed up through it. */
export const SummaryConference = z.strictObject({
  id: z.number().int().positive(),
  kind: ConferenceKind,
  date: Day,
  start: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  commune: Commune,
  place: Label,
  organisers: z.array(Organiser).min(1).max(20),
  attendees: count,
  signUps: SignUps,
})
export type SummaryConference = z.infer<typeof SummaryConference>

const ConferenceTotal = z.strictObject({
  kind: ConferenceKind,
  held: count,
  attendees: count,
  signUps: SignUps,
})

const TargetResult = z.strictObject({
  id: Label,
  label: Label,
  measure: TargetMeasure,
  scope: z.enum(['unit', 'city']),
  period: z.strictObject({ from: Day, to: Day }),
  target: count,
  achieved: count,
})

const Cancelled = z.strictObject({
  scheme: Scheme,
  kind: ParticipationKind,
  signUps: z.number().int().positive(),
  payer: dong,
})

/** Version 1 of the summary a unit signs for a period: counts and money, never a person. */
export const Summary = z.strictObject({
  format: z.literal(summaryFormat),
  unit: z.strictObject({
    code: z.string().regex(/^[0-9A-Za-z.-]{2,40}$/),
    name: Label,
    from: z.union([z.literal(''), Day]),
  }),
  period: z.strictObject({ kind: PeriodKind, from: Day, to: Day }),
  sequence: z.number().int().positive(),
  revision: z.number().int().positive(),
  previous: Hash.nullable(),
  createdAt: z.iso.datetime({ precision: 0 }),
  createdBy: Label,
  approvedBy: Label,
  appVersion: Label,
  practice: z.boolean(),
  auditHead: z.strictObject({ hash: Hash, events: count }),
  rows: z.array(SummaryRow),
  people: z.strictObject({ joiners: count, firstTime: count, households: count }),
  conferences: z.array(SummaryConference),
  conferenceTotals: z.array(ConferenceTotal).length(2),
  targets: z.array(TargetResult),
  cancellations: z.array(Cancelled),
  controlTotals: z.strictObject({
    rows: count,
    schemes: z.array(z.strictObject({ scheme: Scheme, ...figures })).length(2),
    conferences: count,
    attendees: count,
  }),
})
export type Summary = z.infer<typeof Summary>

/** The JSON Schema of version 1, published as `resources/schemas/summary-v1.schema.json`. */
export function summaryJsonSchema(): unknown {
  const schema = z.toJSONSchema(Summary, { target: 'draft-2020-12' })
  return { title: 'Bản tổng hợp của đơn vị theo kỳ, phiên bản 1', ...schema }
}
