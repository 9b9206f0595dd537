import type { IsoDate } from '#core/date.ts'
import {
  campaignOn,
  type Overview,
  overview,
  overviewSpans,
  type Span,
  yearOf,
} from '#core/overview.ts'
import type { AreaCommune, CountedSide, OverviewFacts, SpanCounts } from '#core/overview-facts.ts'
import { displayName } from '#core/units.ts'
import type { Db } from '../db/kysely.ts'
import { rankConferences, readCounts, readHeld, readInForce } from '../db/overview.ts'
import { settleCounts } from '../db/overview-settle.ts'
import { readPlan } from '../db/target-plan.ts'
import { communesOn } from './area.ts'
import type { Office } from './office.ts'
import { overviewData } from './overview-data.ts'

const shownSides: CountedSide[] = ['day', 'collector', 'commune', 'occupation']

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
  const stands = rankConferences(raw, focus, on)
  return {
    ...{ on, unit: { code, name, practice }, targets, campaigns, assignments, sizes, spans },
    coverageTargets: coverage.length > 0 ? coverage : overviewData(office.ground).coverage,
    holidays: overviewData(office.ground).holidays,
    communes: areaOf(office, on, spans.find(isFocus)),
    conferences: readHeld(raw, heldSpan(targets, focus, on)),
    ...{ conferenceNames: stands.ranked, withoutConference: stands.without },
    inForce: readInForce(raw, on),
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
  const communes = communesOn(office.ground.policy.places, office.row.code, on).map(
    ({ code, validFrom, name }) => ({ code, validFrom, name, isCurrent: true }),
  )
  const known = new Set(communes.map(({ code, validFrom }) => `${code}|${validFrom}`))
  const keys = new Set(counts?.sides.commune?.flatMap(({ key }) => (known.has(key) ? [] : [key])))
  const { units } = office.ground.policy.places
  const named = new Map(units.map((unit) => [`${unit.code}|${unit.validFrom}`, unit]))
  const earlier = [...keys].map((key) => {
    const [code = '', validFrom = ''] = key.split('|')
    const unit = named.get(key)
    return { code, validFrom, name: unit ? displayName(unit) : code, isCurrent: false }
  })
  return [...communes, ...earlier]
}
