import type { Conference } from './conference.ts'
import type { IsoDate } from './date.ts'
import type { CommuneRef } from './household.ts'
import type { Holiday } from './overview-days.ts'
import type { Target } from './target.ts'
import type { AreaSize, Assignment, CoverageTarget, PlannedCampaign } from './target-plan.ts'
import type { ConferenceKind, Scheme } from './terms.ts'

/** What a count is told apart by. */
export const countedSides = ['day', 'collector', 'commune', 'occupation', 'conference'] as const
export type CountedSide = (typeof countedSides)[number]

/**
 * People counted in a span: by scheme and kind, or over both schemes (`any`) as `joiner` and as
 * `first`. Only by collector a scheme is told apart by kind; `again` was signed as a first time and is
 * not one. By conference only joiners are counted. Keys: a day, `code|start` of a
 * commune, `collector|month`, an occupation, the number of a conference (empty for none).
 */
export type CountedCell = {
  scheme: Scheme | 'any'
  kind: string
  key: string
  people: number
}

/** The counts of a span of days. */
export type SpanCounts = {
  from: IsoDate
  to: IsoDate
  sides: Readonly<Partial<Record<CountedSide, readonly CountedCell[]>>>
}

/** A conference that was held: its number, day, kind, commune and attendees. */
export type ConferenceCount = {
  id: number
  day: IsoDate
  kind: ConferenceKind
  commune: CommuneRef
  attendees: number
}

/** A commune of the office with its name; `isCurrent` says that the office serves it on the day. */
export type AreaCommune = CommuneRef & { name: string; isCurrent: boolean }

/** A conference by what one recognises it by, and how many people joined through it. */
export type ConferenceName = Pick<
  Conference,
  'id' | 'heldOn' | 'place' | 'communeName' | 'attendees'
> & { joiners: number }

/** Everything an overview is made of; gathered in one snapshot. */
export type OverviewFacts = {
  on: IsoDate
  unit: { code: string; name: string; practice: boolean }
  targets: readonly Target[]
  campaigns: readonly PlannedCampaign[]
  assignments: readonly Assignment[]
  sizes: readonly AreaSize[]
  coverageTargets: readonly CoverageTarget[]
  holidays: readonly Holiday[]
  communes: readonly AreaCommune[]
  spans: readonly SpanCounts[]
  conferences: readonly ConferenceCount[]
  /** Of the conferences held in the span looked at: those that stand out. */
  conferenceNames: readonly ConferenceName[]
  /** People of that span who joined through no conference. */
  withoutConference: number
  inForce: Record<Scheme, number>
}
