import type { IsoDate } from '#core/date.ts'
import {
  campaignOn,
  type Overview,
  overview,
  overviewSpans,
  type Span,
  yearOf,
} from '#core/overview.ts'
import type {
  AreaCommune,
  ConferenceCount,
  CountedSide,
  OverviewFacts,
  SpanCounts,
} from '#core/overview-facts.ts'
import { pickConferences } from '#core/overview-sources.ts'
import { displayName, type Unit } from '#core/units.ts'
import type { Db } from '../db/kysely.ts'
import { nameConferences, readCounts, readHeld, readInForce } from '../db/overview.ts'
import { settleCounts } from '../db/overview-settle.ts'
import { readPlan } from '../db/target-plan.ts'
import { communesOn } from './area.ts'
import type { Office } from './office.ts'
import { overviewData } from './overview-data.ts'

const shownSides: CountedSide[] = ['day', 'collector', 'commune', 'occupation', 'conference']

/** Every figure of the overview on a day, in one snapshot of the book. */
export async function readOverview(office: Office, on: IsoDate): Promise<Overview> {
  const facts = await office.store.db.transaction().execute((db) => gatherOverview(db, office, on))
  return overview(facts)
}

/** Reads everything an overview is made of; inside a transaction. */
export async function gatherOverview(db: Db, office: Office, on: IsoDate): Promise<OverviewFacts> {
  const { raw } = office.store
  // What another tool changed in the book is counted before it is looked at.
  settleCounts(raw)
  const plan = await readPlan(db)
  const { campaigns, targets, assignments, sizes, coverage } = plan
  const focus: Span = campaignOn(campaigns, on) ?? yearOf(on)
  const isFocus = (span: Span) => span.from === focus.from && span.to === focus.to
  const spans = overviewSpans({ on, targets, campaigns }).map((span) =>
    readCounts(raw, span, on, isFocus(span) ? shownSides : ['day']),
  )
  const { code, name, practice } = office.row
  const focused = spans.find(isFocus)
  const conferences = readHeld(raw, heldSpan(targets, focus, on))
  return {
    ...{ on, unit: { code, name, practice }, targets, campaigns, assignments, sizes, spans },
    coverageTargets: coverage.length > 0 ? coverage : overviewData(office.ground).coverage,
    holidays: overviewData(office.ground).holidays,
    communes: areaOf(office, on, focused),
    conferences,
    ...standing(raw, focus, on, conferences, focused),
    inForce: readInForce(raw, on),
  }
}

/**
 * The conferences that stand out in a span – most and fewest people who joined through them – and how
 * many people joined through none.
 */
function standing(
  raw: Office['store']['raw'],
  focus: Span,
  on: IsoDate,
  held: readonly ConferenceCount[],
  counts: SpanCounts | undefined,
): Pick<OverviewFacts, 'conferenceNames' | 'withoutConference'> {
  const cells = counts?.sides.conference ?? []
  const joiners = new Map(cells.map(({ key, people }) => [Number(key), people]))
  const last = on < focus.to ? on : focus.to
  const known = new Set(held.map(({ id }) => id))
  // People of the span may have joined through one that was held before it.
  const earlier = nameConferences(
    raw,
    [...joiners.keys()].filter((id) => id !== 0 && !known.has(id)),
  )
  const ranked = [...held, ...earlier].flatMap(({ id, attendees, ...one }) => {
    const joined = joiners.get(id) ?? 0
    const isHere = 'heldOn' in one || (one.day >= focus.from && one.day <= last)
    return joined > 0 || isHere ? [{ id, attendees, joiners: joined }] : []
  })
  const { best, weakest } = pickConferences(ranked)
  const names = nameConferences(
    raw,
    [...best, ...weakest].map(({ id }) => id),
  )
  return {
    conferenceNames: names.map((name) => ({ ...name, joiners: joiners.get(name.id) ?? 0 })),
    withoutConference: joiners.get(0) ?? 0,
  }
}

/** The days conferences are counted on: all that a target or the span looked at is about. */
function heldSpan(targets: OverviewFacts['targets'], focus: Span, on: IsoDate): Span {
  const starts = targets.flatMap(({ measure, from }) => (measure === 'conferences' ? [from] : []))
  const from = starts.reduce((first, day) => (day < first ? day : first), focus.from)
  return { from, to: on }
}

/** The communes of the office on the day, and those of earlier days that people signed up in. */
function areaOf(office: Office, on: IsoDate, counts: SpanCounts | undefined): AreaCommune[] {
  const { communes, known, named } = communesNow(office, on)
  const keys = new Set(counts?.sides.commune?.flatMap(({ key }) => (known.has(key) ? [] : [key])))
  const earlier = [...keys].map((key) => {
    const [code = '', validFrom = ''] = key.split('|')
    const unit = named.get(key)
    return { code, validFrom, name: unit ? displayName(unit) : code, isCurrent: false }
  })
  return [...communes, ...earlier]
}

type Area = {
  of: string
  communes: AreaCommune[]
  known: Set<string>
  named: Map<string, Unit>
}

/** The area of the last day asked for: places change with a policy, never while the app runs. */
const lastAreas = new WeakMap<readonly Unit[], Area>()

function communesNow(office: Office, on: IsoDate): Area {
  const { places } = office.ground.policy
  const of = `${office.row.code} ${on}`
  const last = lastAreas.get(places.units)
  if (last?.of === of) return last
  const communes = communesOn(places, office.row.code, on).map(({ code, validFrom, name }) => ({
    ...{ code, validFrom, name },
    isCurrent: true,
  }))
  const area = {
    of,
    communes,
    known: new Set(communes.map(({ code, validFrom }) => `${code}|${validFrom}`)),
    named: new Map(places.units.map((unit) => [`${unit.code}|${unit.validFrom}`, unit])),
  }
  lastAreas.set(places.units, area)
  return area
}
