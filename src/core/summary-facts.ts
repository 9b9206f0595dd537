import type { IsoDate } from './date.ts'
import {
  type AdjustmentReason,
  AgeBand,
  type Summary,
  type SummaryRow,
  type SummarySupport,
} from './summary.ts'
import type { Target } from './target.ts'
import type {
  Collector,
  ConferenceKind,
  Occupation,
  Organiser,
  ParticipationKind,
  Scheme,
  Sex,
} from './terms.ts'

/** A commune as it was called on the day. */
export type CommuneFact = { code: string; validFrom: string; name: string }

/** One scheme of one person's sign-up, as stored; amounts in đồng. */
export type EnrolmentFact = {
  id: number
  personId: number
  householdId: number
  scheme: Scheme
  kind: ParticipationKind
  signedOn: IsoDate
  commune: CommuneFact
  collector: Collector
  occupation: Occupation
  sex: Sex
  birthDate: IsoDate
  support: SummarySupport
  months: number
  gross: number
  state: number
  local: number
  payer: number
  conferenceId: number | null
  /** Taken back while its day was open; after that an adjustment takes the money back. */
  cancelled: boolean
}

/** An adjustment made in the period to a sign-up of a closed day; amounts are differences. */
export type AdjustmentFact = Pick<
  EnrolmentFact,
  'id' | 'scheme' | 'kind' | 'signedOn' | 'commune' | 'collector' | 'occupation' | 'sex'
> &
  Pick<
    EnrolmentFact,
    'birthDate' | 'support' | 'months' | 'gross' | 'state' | 'local' | 'payer'
  > & {
    why: AdjustmentReason
    madeOn: IsoDate
  }

/** A conference or small-group session as stored; `start` is `HH:MM`. */
export type ConferenceFact = {
  id: number
  kind: ConferenceKind
  date: IsoDate
  start: string | null
  commune: CommuneFact
  place: string
  organisers: readonly Organiser[]
  attendees: number
}

/** What stands above the figures: who, which period, which file in the unit's count. */
export type SummaryHeader = Pick<
  Summary,
  | 'unit'
  | 'period'
  | 'sequence'
  | 'revision'
  | 'previous'
  | 'createdAt'
  | 'createdBy'
  | 'approvedBy'
  | 'appVersion'
  | 'practice'
  | 'auditHead'
  | 'replaces'
  | 'reopened'
  | 'clockBack'
  | 'pooledBelow'
>

/**
 * Everything a summary is counted from. Enrolments and conferences must cover the period and the span
 * of every target up to the end of the period; adjustments must cover the period. More does no harm,
 * order does not matter.
 */
export type SummaryFacts = {
  header: SummaryHeader
  enrolments: readonly EnrolmentFact[]
  conferences: readonly ConferenceFact[]
  targets: readonly Target[]
  adjustments: readonly AdjustmentFact[]
}

/**
 * What the store counted itself, of people with one sign-up for each scheme in the period; the facts then
 * hold the others. `households`, `cancellations` and `achieved` (by target id) are of everybody.
 */
export type Counted = {
  rows: readonly SummaryRow[]
  joiners: number
  firstTime: number
  households: number
  signUps: readonly { conferenceId: number; scheme: Scheme; persons: number }[]
  cancellations: Summary['cancellations']
  achieved: ReadonlyMap<string, number>
}

/** The days (inclusive) whose enrolments and conferences `summarise` needs. */
export function factSpan(
  period: { from: IsoDate; to: IsoDate },
  targets: readonly Target[],
): { from: IsoDate; to: IsoDate } {
  const starts = targets.map((target) => target.from).filter((from) => from <= period.to)
  return { from: [period.from, ...starts].sort()[0] ?? period.from, to: period.to }
}

/** The ages at which the bands after the first begin. */
export const ageBandStarts = [15, 30, 40, 50, 60] as const

/** The age band of a whole number of years. */
export function ageBandOf(age: number): AgeBand {
  return AgeBand.options[ageBandStarts.filter((start) => age >= start).length] as AgeBand
}

/** The age band of a person on a day. */
export function ageBandOn(birth: IsoDate, day: IsoDate): AgeBand {
  const hadBirthday = day.slice(5) >= birth.slice(5)
  return ageBandOf(Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (hadBirthday ? 0 : 1))
}
