import type { IsoDate } from './date.ts'
import type { OverviewFacts } from './overview-facts.ts'
import { permilleOf } from './overview-pace.ts'
import type { CoverageTarget } from './target-plan.ts'

/**
 * Coverage against the plan. `covered` is who is in force in this book and, as the head entered it,
 * elsewhere; `isWhole` says that the people elsewhere are known.
 */
export type CoverageFigure = {
  measure: CoverageTarget['measure']
  targetPermille: number
  /** Population or labour force; null until the head enters it. */
  base: number | null
  inBook: number
  elsewhere: number | null
  covered: number
  isWhole: boolean
  permille: number | null
  missing: number | null
  source: string
}

/** The shares that hold on a day, against the population and labour force of that day. */
export function coverageFigures(facts: OverviewFacts): CoverageFigure[] {
  const size = latest(facts.sizes, facts.on)
  return (['bhyt', 'bhxh', 'bhxh-tn'] as const).flatMap((measure) => {
    const rows = facts.coverageTargets.filter((row) => row.measure === measure)
    const target = latest(rows, facts.on)
    if (!target) return []
    const base = size && (measure === 'bhyt' ? size.population : size.labourForce)
    const inBook = facts.inForce[measure === 'bhyt' ? 'bhyt-hgd' : 'bhxh-tn']
    // Voluntary insurance is kept in this book alone; the other two live mostly elsewhere.
    const elsewhere = elsewhereOf(measure, size)
    const covered = inBook + (elsewhere ?? 0)
    const wanted = base === null ? null : Math.ceil((base * target.permille) / 1000)
    return [
      {
        ...{ measure, targetPermille: target.permille, base, inBook, elsewhere, covered },
        isWhole: elsewhere !== null,
        permille: base === null ? null : permilleOf(covered, base),
        missing: wanted === null ? null : Math.max(0, wanted - covered),
        source: target.source,
      },
    ]
  })
}

function elsewhereOf(
  measure: CoverageTarget['measure'],
  size: OverviewFacts['sizes'][number] | null,
): number | null {
  if (measure === 'bhxh-tn') return 0
  return (measure === 'bhyt' ? size?.bhytElsewhere : size?.bhxhElsewhere) ?? null
}

function latest<T extends { from: IsoDate }>(rows: readonly T[], on: IsoDate): T | null {
  const begun = rows.filter(({ from }) => from <= on)
  return begun.sort((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
}
