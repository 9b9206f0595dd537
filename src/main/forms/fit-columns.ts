import type { FontName } from './fonts.ts'
import { measure, type Paper } from './paper.ts'
import type { Column, Row } from './table.ts'

/** The rows a table will hold, the size of their text, the room beside it, and points per unit of width. */
type Fitting = { rows: readonly Row[]; size: number; pad: number; scale: number }

/** So much more than its text a column is, in points: sums of widths are not exact. */
const slack = 0.1

/**
 * The columns with room for every amount of the rows on one line: those aligned to the right grow where
 * they must, and columns that say what they can do with (`least`) give the width. A table whose amounts
 * fit keeps its widths.
 */
export function fitAmounts(paper: Paper, columns: readonly Column[], fitting: Fitting) {
  const lacks = columns.map((column, i) => lackOf(paper, column, i, fitting))
  const wanted = total(lacks)
  const spare = columns.map(({ width, least }) => width - (least ?? width))
  const most = total(spare)
  if (wanted === 0 || most === 0) return columns
  const given = Math.min(1, wanted / most)
  const met = Math.min(1, most / wanted)
  return columns.map((column, i) => ({
    ...column,
    width: column.width + (lacks[i] ?? 0) * met - (spare[i] ?? 0) * given,
  }))
}

function lackOf(paper: Paper, column: Column, at: number, fitting: Fitting): number {
  if (column.align !== 'right') return 0
  const { rows, size, pad, scale } = fitting
  const widths = rows.map(({ cells, bold }) => {
    const font: FontName = bold ? 'bold' : 'regular'
    return measure(paper, cells[at] ?? '', font, size)
  })
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  return Math.max(0, (widest + pad * 2 + slack) / scale - column.width)
}

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)
