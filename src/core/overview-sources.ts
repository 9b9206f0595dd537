import { countBy, nobody, type PeopleCounts } from './overview-cells.ts'
import type { ConferenceName, OverviewFacts, SpanCounts } from './overview-facts.ts'
import { permilleOf } from './overview-pace.ts'
import { Collector, Occupation } from './terms.ts'

/** Who joined through a collecting organisation, or of a target group. */
export type SourceFigure<K extends string> = { key: K; people: PeopleCounts; permille: number }

/** Who joined through a conference; the share is of its attendees. */
export type ConferenceFigure = ConferenceName & { people: PeopleCounts; permille: number }

/** Where people came from in the span looked at, the best first. */
export type SourceFigures = {
  collectors: SourceFigure<Collector>[]
  occupations: SourceFigure<Occupation>[]
  /** People who joined through no conference. */
  withoutConference: number
  bestConferences: ConferenceFigure[]
  weakestConferences: ConferenceFigure[]
}

const shown = 5

/** Tells the people of a span apart by where they came from. */
export function sourceFigures(facts: OverviewFacts, counts: SpanCounts | undefined): SourceFigures {
  const collectors = countBy(counts, 'collector', (key) => key.split('|')[0] ?? '')
  const occupations = countBy(counts, 'occupation')
  const byConference = countBy(counts, 'conference')
  const { best, weakest } = pickConferences(facts.conferenceNames, counts)
  return {
    collectors: figures(Collector.options, collectors),
    occupations: figures(Occupation.options, occupations),
    withoutConference: byConference.get('')?.joiner ?? 0,
    bestConferences: best,
    weakestConferences: weakest,
  }
}

type Held = Pick<ConferenceName, 'id' | 'attendees'>

/** The conferences most people joined through, and of the others those that brought fewest. */
export function pickConferences<T extends Held>(
  held: readonly T[],
  counts: SpanCounts | undefined,
) {
  const people = countBy(counts, 'conference')
  const ranked = held
    .map((one) => {
      const own = people.get(String(one.id)) ?? nobody()
      return { ...one, people: own, permille: permilleOf(own.joiner, one.attendees) }
    })
    .sort(mostFirst)
  const best = ranked.filter((one) => one.people.joiner > 0).slice(0, shown)
  const weakest = ranked.slice(best.length).reverse().slice(0, shown)
  return { best, weakest }
}

type Ranked = Held & { people: PeopleCounts; permille: number }

const mostFirst = (a: Ranked, b: Ranked): number =>
  b.people.joiner - a.people.joiner || b.permille - a.permille || a.id - b.id

function figures<K extends string>(
  keys: readonly K[],
  counts: ReadonlyMap<string, PeopleCounts>,
): SourceFigure<K>[] {
  const rows = keys.map((key) => ({ key, people: counts.get(key) ?? nobody() }))
  const total = rows.reduce((sum, { people }) => sum + people.joiner, 0)
  return rows
    .map((row) => ({ ...row, permille: permilleOf(row.people.joiner, total) }))
    .sort((a, b) => b.people.joiner - a.people.joiner)
}
