import type { IsoDate } from './date.ts'
import type { Summary, SummaryAdjustment, SummaryConference, SummaryRow } from './summary.ts'
import { summaryFormat } from './summary.ts'
import {
  type AdjustmentFact,
  ageBandOn,
  type CommuneFact,
  type ConferenceFact,
  type Counted,
  type EnrolmentFact,
  type SummaryFacts,
} from './summary-facts.ts'
import { poolAdjustments, poolRows } from './summary-pool.ts'
import {
  adjustmentKey,
  cellKey,
  controlTotalsOf,
  totalsByConferenceKind,
} from './summary-totals.ts'
import type { Target } from './target.ts'
import type { ParticipationKind, Scheme } from './terms.ts'
import { cleanText } from './text.ts'

type Span = { from: IsoDate; to: IsoDate }

const within = (day: IsoDate, span: Span): boolean => day >= span.from && day <= span.to

const labelled = (commune: CommuneFact): CommuneFact => ({
  code: commune.code,
  validFrom: commune.validFrom,
  name: cleanText(commune.name),
})

/** Order of signing; the id decides within a day. */
const byTime = (a: EnrolmentFact, b: EnrolmentFact): number =>
  a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : a.id - b.id

/** The sign-ups of a span that hold, in order of signing, and those among them that count a person. */
function heldIn(enrolments: readonly EnrolmentFact[], span: Span) {
  const held = enrolments.filter((fact) => !fact.cancelled && within(fact.signedOn, span))
  held.sort(byTime)
  const heads = new Map<string, EnrolmentFact>()
  for (const fact of held) {
    const key = `${fact.scheme} ${fact.personId}`
    if (!heads.has(key)) heads.set(key, fact)
  }
  return { held, heads: [...heads.values()] }
}

const distinct = (heads: readonly EnrolmentFact[], of: 'personId' | 'householdId'): number =>
  new Set(heads.map((fact) => fact[of])).size

const money = ['months', 'gross', 'state', 'local', 'payer'] as const

const noMoney = { months: 0, gross: 0, state: 0, local: 0, payer: 0 }

function cellOf(fact: EnrolmentFact | AdjustmentFact) {
  const { scheme, kind, collector, occupation, sex, support } = fact
  const ageBand = ageBandOn(fact.birthDate, fact.signedOn)
  const commune = labelled(fact.commune)
  return { scheme, kind, commune, collector, occupation, sex, ageBand, support }
}

function countRows(
  held: readonly EnrolmentFact[],
  heads: readonly EnrolmentFact[],
  before: readonly SummaryRow[],
): SummaryRow[] {
  const counted = new Set(heads)
  const cells = new Map(before.map((row) => [cellKey(row), { ...row }]))
  for (const fact of held) {
    const empty = { ...cellOf(fact), persons: 0, ...noMoney }
    const key = cellKey(empty)
    const cell = cells.get(key) ?? empty
    cells.set(key, cell)
    if (counted.has(fact)) cell.persons += 1
    for (const figure of money) cell[figure] += fact[figure]
  }
  return [...cells.values()]
}

/** Adjustments made in the span, by cell and closed day; they never count a person [A42]. */
function countAdjustments(facts: readonly AdjustmentFact[], span: Span): SummaryAdjustment[] {
  const cells = new Map<string, SummaryAdjustment>()
  for (const fact of facts) {
    if (!within(fact.madeOn, span)) continue
    const { why, signedOn } = fact
    const empty = { why, signedOn, ...cellOf(fact), entries: 0, ...noMoney }
    const key = adjustmentKey(empty)
    const cell = cells.get(key) ?? empty
    cells.set(key, cell)
    cell.entries += 1
    for (const figure of money) cell[figure] += fact[figure]
  }
  return [...cells.values()]
}

function conferenceOf(
  fact: ConferenceFact,
  signUps: SummaryConference['signUps'],
): SummaryConference {
  return {
    id: fact.id,
    kind: fact.kind,
    date: fact.date,
    start: fact.start,
    commune: labelled(fact.commune),
    place: cleanText(fact.place),
    organisers: [...new Set(fact.organisers)].sort(),
    attendees: fact.attendees,
    signUps,
  }
}

function listConferences(
  conferences: readonly ConferenceFact[],
  heads: readonly EnrolmentFact[],
  before: Counted['signUps'],
): SummaryConference[] {
  const signUps = new Map<number, SummaryConference['signUps']>()
  const add = (conferenceId: number, scheme: Scheme, persons: number) => {
    const count = signUps.get(conferenceId) ?? { 'bhxh-tn': 0, 'bhyt-hgd': 0 }
    count[scheme] += persons
    signUps.set(conferenceId, count)
  }
  for (const { conferenceId, scheme, persons } of before) add(conferenceId, scheme, persons)
  for (const { conferenceId, scheme } of heads)
    if (conferenceId !== null) add(conferenceId, scheme, 1)
  return conferences
    .map((fact) => conferenceOf(fact, signUps.get(fact.id) ?? { 'bhxh-tn': 0, 'bhyt-hgd': 0 }))
    .sort((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1))
}

function listCancelled(enrolments: readonly EnrolmentFact[], span: Span): Summary['cancellations'] {
  const sums = new Map<string, Summary['cancellations'][number]>()
  for (const fact of enrolments) {
    if (!fact.cancelled || !within(fact.signedOn, span)) continue
    const key = `${fact.scheme} ${fact.kind}`
    const sum = sums.get(key) ?? { scheme: fact.scheme, kind: fact.kind, signUps: 0, payer: 0 }
    sums.set(key, { ...sum, signUps: sum.signUps + 1, payer: sum.payer + fact.payer })
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

const isFirst = (fact: { kind: ParticipationKind }): boolean => fact.kind === 'first'

/** What a target's measure comes to from its first day to the end of the period (or of the target). */
function achieved(target: Target, facts: SummaryFacts): number {
  const { to: end } = facts.header.period
  const isOver = target.to <= end
  const span = { from: target.from, to: isOver ? target.to : end }
  if (target.measure === 'conferences')
    return facts.conferences.filter((fact) => fact.kind === 'conference' && within(fact.date, span))
      .length
  const { heads } = heldIn(facts.enrolments, span)
  if (target.measure === 'joiners') return distinct(heads, 'personId')
  if (target.measure === 'first-time-persons') return distinct(heads.filter(isFirst), 'personId')
  const scheme: Scheme = target.measure === 'bhxh-tn-persons' ? 'bhxh-tn' : 'bhyt-hgd'
  return heads.filter((fact) => fact.scheme === scheme).length
}

function compareTargets(facts: SummaryFacts, counted: Counted | null): Summary['targets'] {
  return [...facts.targets]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((target) => ({
      id: target.id,
      label: cleanText(target.label),
      measure: target.measure,
      scope: target.scope,
      period: { from: target.from, to: target.to },
      target: target.value,
      achieved: counted ? (counted.achieved.get(target.id) ?? 0) : achieved(target, facts),
    }))
}

/**
 * Counts a period: each person once for each scheme, first-time persons and joiners once over both.
 * The same facts in any order give the same summary. Cancelled sign-ups are only listed; adjustments
 * add money and months beside the rows. `counted` is what the store counted of other people already.
 */
export function summarise(facts: SummaryFacts, counted: Counted | null = null): Summary {
  const { header } = facts
  const { held, heads } = heldIn(facts.enrolments, header.period)
  const rows = poolRows(countRows(held, heads, counted?.rows ?? []), header.pooledBelow)
  const made = countAdjustments(facts.adjustments, header.period)
  const adjustments = poolAdjustments(made, header.pooledBelow)
  const inPeriod = facts.conferences.filter((fact) => within(fact.date, header.period))
  const conferences = listConferences(inPeriod, heads, counted?.signUps ?? [])
  return {
    ...header,
    unit: { ...header.unit, name: cleanText(header.unit.name) },
    createdBy: cleanText(header.createdBy),
    approvedBy: cleanText(header.approvedBy),
    reopened: header.reopened && {
      ...header.reopened,
      reason: cleanText(header.reopened.reason),
      askedBy: cleanText(header.reopened.askedBy),
      approvedBy: cleanText(header.reopened.approvedBy),
    },
    format: summaryFormat,
    rows,
    adjustments,
    people: {
      joiners: distinct(heads, 'personId') + (counted?.joiners ?? 0),
      firstTime: distinct(heads.filter(isFirst), 'personId') + (counted?.firstTime ?? 0),
      households: counted?.households ?? distinct(heads, 'householdId'),
    },
    conferences,
    conferenceTotals: totalsByConferenceKind(conferences),
    targets: compareTargets(facts, counted),
    cancellations: counted?.cancellations ?? listCancelled(facts.enrolments, header.period),
    controlTotals: controlTotalsOf({ rows, conferences, adjustments }),
  }
}
