import type { IsoDate } from '#core/date.ts'
import { campaignOn, overviewSpans, type Span, yearOf } from '#core/overview.ts'
import type {
  AreaCommune,
  ConferenceCount,
  CountedSide,
  OverviewFacts,
  SpanCounts,
} from '#core/overview-facts.ts'
import type { OverviewGround } from '#core/overview-ground.ts'
import { pickConferences } from '#core/overview-sources.ts'
import { nameConferences, readCounts, readHeld, readInForce } from '../db/overview.ts'
import { readPlan } from '../db/target-plan.ts'
import { nameOfCommune, type Source } from './source.ts'

const shownSides: CountedSide[] = ['day', 'collector', 'commune', 'occupation', 'conference']

/** Reads everything an overview is made of; inside a transaction. */
export async function gatherOverview(source: Source, on: IsoDate): Promise<OverviewFacts> {
  const { db, raw, ground, tell } = source
  const plan = await readPlan(db)
  const { campaigns, targets, assignments, sizes, coverage } = plan
  const focus = focusOf(campaigns, on)
  const isFocus = (span: Span) => span.from === focus.from && span.to === focus.to
  const spans: SpanCounts[] = []
  for (const span of overviewSpans({ on, targets, campaigns }))
    spans.push(await readCounts(raw, span, on, isFocus(span) ? shownSides : ['day'], tell))
  const focused = spans.find(isFocus)
  const conferences = readHeld(raw, heldSpan(targets, focus, on))
  return {
    ...{ on, unit: ground.unit, targets, campaigns, assignments, sizes, spans },
    coverageTargets: coverage.length > 0 ? coverage : ground.coverage,
    holidays: ground.holidays,
    communes: areaOf(ground, focused),
    conferences,
    ...standing(raw, focus, on, conferences, focused),
    inForce: readInForce(raw, on),
  }
}

/** The span a day is looked at in: its campaign, else its year. */
export function focusOf(campaigns: OverviewFacts['campaigns'], on: IsoDate): Span {
  const { from, to } = campaignOn(campaigns, on) ?? yearOf(on)
  return { from, to }
}

/**
 * The conferences that stand out in a span – most and fewest people who joined through them – and how
 * many people joined through none.
 */
function standing(
  raw: Source['raw'],
  focus: Span,
  on: IsoDate,
  held: readonly ConferenceCount[],
  counts: SpanCounts | undefined,
): Pick<OverviewFacts, 'conferenceNames' | 'withoutConference'> {
  const cells = counts?.sides.conference ?? []
  const joiners = new Map(cells.map(({ key, people }) => [Number(key), people]))
  const last = on < focus.to ? on : focus.to
  // People of the span may have joined through one that was held before it.
  const others = new Set(joiners.keys())
  others.delete(0)
  for (const { id } of held) others.delete(id)
  const earlier = nameConferences(raw, [...others])
  // Thousands of them at every look: a plain loop makes only what is ranked.
  const ranked = earlier.map(({ id, attendees }) => ({
    id,
    attendees,
    joiners: joiners.get(id) ?? 0,
  }))
  for (const { id, day, attendees } of held) {
    const joined = joiners.get(id) ?? 0
    const isHere = day >= focus.from && day <= last
    if (joined > 0 || isHere) ranked.push({ id, attendees, joiners: joined })
  }
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
function areaOf(ground: OverviewGround, counts: SpanCounts | undefined): AreaCommune[] {
  const known = new Set(ground.communes.map(({ code, validFrom }) => `${code}|${validFrom}`))
  const keys = new Set(counts?.sides.commune?.map(({ key }) => key))
  const unknown = [...keys].filter((key) => !known.has(key))
  const earlier = unknown.map((key) => {
    const [code = '', validFrom = ''] = key.split('|')
    const commune = { code, validFrom }
    return { ...commune, name: nameOfCommune(ground, commune), isCurrent: false }
  })
  return [...ground.communes, ...earlier]
}
