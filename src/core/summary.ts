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

/** The namespace of version 2 of the summary; a receipt or another kind of file never carries it. */
export const summaryFormat = 'raquan-period-summary-v2'

/** The namespace of version 1, still read and no longer written. */
export const summaryFormatV1 = 'raquan-period-summary-v1'

/** Age bands of the participants, by whole years on the day of signing. */
export const AgeBand = z.enum(['under-15', '15-29', '30-39', '40-49', '50-59', '60-plus'])
export type AgeBand = z.infer<typeof AgeBand>

/** The support group money was counted for, over both schemes; `agri` is BHYT only, `ethnic` BHXH only. */
export const SummarySupport = z.enum(['none', 'poor', 'near-poor', 'ethnic', 'agri', 'other'])
export type SummarySupport = z.infer<typeof SummarySupport>

const Day = z.iso.date()
const count = z.number().int().min(0)
const dong = z.number().int().min(0)
const signedDong = z.number().int()
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

/** What tells people of a cell apart beyond place and scheme; pooled where a cell is too small to show. */
const traits = {
  occupation: z.enum([...Occupation.options, 'pooled']),
  sex: z.enum([...Sex.options, 'pooled']),
  ageBand: z.enum([...AgeBand.options, 'pooled']),
  support: z.enum([...SummarySupport.options, 'pooled']),
}

const cell = { scheme: Scheme, kind: ParticipationKind, commune: Commune, collector: Collector }

/**
 * One cell of the summary. A person is counted once for each scheme, in the cell of the earliest
 * sign-up of the period; later sign-ups of that person add months and money only.
 */
export const SummaryRow = z.strictObject({ ...cell, ...traits, ...figures })
export type SummaryRow = z.infer<typeof SummaryRow>

/** Why an adjustment was made: the sign-up was cancelled after its day was closed, or its money was wrong. */
export const AdjustmentReason = z.enum(['cancelled', 'corrected'])
export type AdjustmentReason = z.infer<typeof AdjustmentReason>

/** Months and money of adjustments, signed: what is taken back is negative. */
const differences = {
  entries: z.number().int().positive(),
  months: z.number().int(),
  gross: signedDong,
  state: signedDong,
  local: signedDong,
  payer: signedDong,
}

/**
 * Adjustments of one cell made in the period to sign-ups of a closed day: months and money, never
 * persons. `signedOn` is that closed day.
 */
export const SummaryAdjustment = z.strictObject({
  why: AdjustmentReason,
  signedOn: Day,
  ...cell,
  ...traits,
  ...differences,
})
export type SummaryAdjustment = z.infer<typeof SummaryAdjustment>

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

const totals = {
  rows: count,
  schemes: z.array(z.strictObject({ scheme: Scheme, ...figures })).length(2),
  conferences: count,
  attendees: count,
}

/** What every version of the summary holds besides its format, rows and control totals. */
const shared = {
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
}

const counted = {
  people: z.strictObject({ joiners: count, firstTime: count, households: count }),
  conferences: z.array(SummaryConference),
  conferenceTotals: z.array(ConferenceTotal).length(2),
  targets: z.array(TargetResult),
  cancellations: z.array(Cancelled),
}

/** Version 1 of the summary, still read: no adjustments, no word about what a file replaces. */
export const SummaryV1 = z.strictObject({
  format: z.literal(summaryFormatV1),
  ...shared,
  rows: z.array(
    z.strictObject({
      ...cell,
      occupation: Occupation,
      sex: Sex,
      ageBand: AgeBand,
      support: SummarySupport,
      ...figures,
    }),
  ),
  ...counted,
  controlTotals: z.strictObject(totals),
})
export type SummaryV1 = z.infer<typeof SummaryV1>

/** Who reopened a closed period, why and when; two different people. */
export const Reopened = z.strictObject({
  reason: Label,
  askedBy: Label,
  approvedBy: Label,
  at: z.iso.datetime({ precision: 0 }),
})
export type Reopened = z.infer<typeof Reopened>

/** The summary a unit signs for a period (version 2): counts and money, never a person. */
export const Summary = z.strictObject({
  format: z.literal(summaryFormat),
  ...shared,
  /** The file this one takes the place of; null for revision 1. */
  replaces: z.strictObject({ sequence: z.number().int().positive(), sha256: Hash }).nullable(),
  /** Set when the period was opened again after the file it replaces. */
  reopened: Reopened.nullable(),
  /** The clock of the computer stood before a moment already recorded. */
  clockBack: z.boolean(),
  /** Cells of fewer persons hide what tells people apart; 0 means none do. */
  pooledBelow: z.number().int().min(0).max(100),
  rows: z.array(SummaryRow),
  adjustments: z.array(SummaryAdjustment),
  ...counted,
  controlTotals: z.strictObject({
    ...totals,
    adjustments: z
      .array(z.strictObject({ scheme: Scheme, ...differences, entries: count }))
      .length(2),
  }),
})
/** A summary as it is worked with, whichever version it was read from. */
export type Summary = Omit<z.infer<typeof Summary>, 'format'> & {
  format: z.infer<typeof Summary>['format'] | SummaryV1['format']
}

/** A summary of version 1 in the shape of today: it says nothing of what only version 2 knows. */
export function upgradeSummary(old: SummaryV1): Summary {
  const none = { entries: 0, months: 0, gross: 0, state: 0, local: 0, payer: 0 }
  return {
    ...old,
    replaces: null,
    reopened: null,
    clockBack: false,
    pooledBelow: 0,
    adjustments: [],
    controlTotals: {
      ...old.controlTotals,
      adjustments: Scheme.options.map((scheme) => ({ scheme, ...none })),
    },
  }
}

/** The JSON Schema of a version, published as `resources/schemas/summary-v2.schema.json` (and v1). */
export function summaryJsonSchema(version: 1 | 2): unknown {
  const schema = z.toJSONSchema(version === 1 ? SummaryV1 : Summary, { target: 'draft-2020-12' })
  return { title: `Bản tổng hợp của đơn vị theo kỳ, phiên bản ${version}`, ...schema }
}
