import type { Summary, SummaryRow } from '#core/summary.ts'

/** People and money of a group of cells, in đồng. */
export type Tally = { persons: number; gross: number; support: number; payer: number }

const nothing: Tally = { persons: 0, gross: 0, support: 0, payer: 0 }

/** Adds cells up. */
export function tally(rows: readonly SummaryRow[]): Tally {
  return rows.reduce(
    (sum, row) => ({
      persons: sum.persons + row.persons,
      gross: sum.gross + row.gross,
      support: sum.support + row.state + row.local,
      payer: sum.payer + row.payer,
    }),
    nothing,
  )
}

/** The groups of a summary by a key, in the order the keys first appear. */
export function groupRows<K extends string>(
  rows: readonly SummaryRow[],
  keyOf: (row: SummaryRow) => K,
): [K, SummaryRow[]][] {
  const groups = new Map<K, SummaryRow[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups]
}

/** Whether a period had nothing to report. */
export function isEmptySummary(summary: Summary): boolean {
  return summary.rows.length === 0 && summary.conferences.length === 0
}

/** Achieved against a target in whole percent, rounded down so that 100 is really reached. */
export function percentOf(achieved: number, target: number): number {
  return target === 0 ? 100 : Math.floor((achieved * 100) / target)
}
