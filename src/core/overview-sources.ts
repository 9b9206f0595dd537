import { countBy, nobody, type PeopleCounts } from './overview-cells.ts'
import type { ConferenceName, OverviewFacts, SpanCounts } from './overview-facts.ts'
import { permilleOf } from './overview-pace.ts'
import { Collector, Occupation } from './terms.ts'

/** Who joined through a collecting organisation, or of a target group. */
export type SourceFigure<K extends string> = { key: K; people: PeopleCounts; permille: number }

/** Who joined through a conference; the share is of its attendees. */
export type ConferenceFigure = ConferenceName & { permille: number }

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
  const { best, weakest } = pickConferences(facts.conferenceNames)
  const withShare = (one: ConferenceName) => ({
    ...one,
    permille: permilleOf(one.joiners, one.attendees),
  })
  return {
    collectors: figures(Collector.options, collectors),
    occupations: figures(Occupation.options, occupations),
    withoutConference: facts.withoutConference,
    bestConferences: best.map(withShare),
    weakestConferences: weakest.map(withShare),
  }
}

/** Of conferences with who joined through them: the best, and of the others the weakest. */
export function pickConferences<T extends Ranked>(
  ranked: readonly T[],
): { best: T[]; weakest: T[] } {
  const best = firstFew(
    ranked.filter(({ joiners }) => joiners > 0),
    mostFirst,
  )
  const others = ranked.filter((one) => !best.includes(one))
  return { best, weakest: firstFew(others, (a, b) => mostFirst(b, a)) }
}

/** The first few of a list as sorting would have them; thousands are not sorted for five. */
function firstFew<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  const few: T[] = []
  for (const item of items) {
    const last = few.at(-1)
    if (few.length === shown && last !== undefined && compare(item, last) >= 0) continue
    const at = few.findIndex((other) => compare(item, other) < 0)
    few.splice(at < 0 ? few.length : at, 0, item)
    few.length = Math.min(few.length, shown)
  }
  return few
}

type Ranked = { id: number; attendees: number; joiners: number }

const mostFirst = (a: Ranked, b: Ranked): number =>
  b.joiners - a.joiners ||
  permilleOf(b.joiners, b.attendees) - permilleOf(a.joiners, a.attendees) ||
  a.id - b.id

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
