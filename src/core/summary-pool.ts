import type { SummaryAdjustment, SummaryRow } from './summary.ts'
import { adjustmentKey, cellKey } from './summary-totals.ts'

/** The fewest persons a cell must have to show what tells them apart, where an office asks for pooling. */
export const smallestShownCell = 5

const hidden = {
  occupation: 'pooled',
  sex: 'pooled',
  ageBand: 'pooled',
  support: 'pooled',
} as const

type Money = Pick<SummaryRow, 'months' | 'gross' | 'state' | 'local' | 'payer'>

const addMoney = (a: Money, b: Money): Money => ({
  months: a.months + b.months,
  gross: a.gross + b.gross,
  state: a.state + b.state,
  local: a.local + b.local,
  payer: a.payer + b.payer,
})

function pool<T extends SummaryRow | SummaryAdjustment>(
  cells: readonly T[],
  isSmall: (cell: T) => boolean,
  keyOf: (cell: T) => string,
  add: (into: T, cell: T) => T,
): T[] {
  const pooled = new Map<string, T>()
  for (const cell of cells) {
    const shown = isSmall(cell) ? { ...cell, ...hidden } : cell
    const key = keyOf(shown)
    const before = pooled.get(key)
    pooled.set(key, before ? { ...add(before, shown), ...addMoney(before, shown) } : shown)
  }
  return [...pooled].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}

/**
 * Hides occupation, sex, age band and support group of cells with fewer persons than `least`; they
 * come together by scheme, kind, commune and collector, so every total stays what it was.
 */
export function poolRows(rows: readonly SummaryRow[], least: number): SummaryRow[] {
  const isSmall = (row: SummaryRow) => row.persons < least
  return pool(rows, isSmall, cellKey, (into, row) => ({
    ...into,
    persons: into.persons + row.persons,
  }))
}

/** The same for adjustments, by how many sign-ups they touch. */
export function poolAdjustments(
  adjustments: readonly SummaryAdjustment[],
  least: number,
): SummaryAdjustment[] {
  const isSmall = (one: SummaryAdjustment) => one.entries < least
  return pool(adjustments, isSmall, adjustmentKey, (into, one) => ({
    ...into,
    entries: into.entries + one.entries,
  }))
}
