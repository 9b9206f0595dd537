import { type ReadLimits, ReadStop } from './limits.ts'
import type { Cell } from './sheet.ts'

/** Keeps the rows of a table that is being read, within the limits. */
export type RowKeeper = {
  /** Puts a cell into the row being read; `column` counts from 0. Nothing is not kept. */
  put: (column: number, cell: Cell) => void
  /** Ends the row being read, which is row `number` of the file, from 1. */
  endRow: (number: number) => void
  rows: Cell[][]
}

/** A keeper of rows; it throws a ReadStop at the first limit passed. */
export function keepRows(limits: ReadLimits): RowKeeper {
  const rows: Cell[][] = []
  let row: Cell[] = []
  let filled = 0
  const put = (column: number, cell: Cell) => {
    if (cell === null || cell === '') return
    filled += 1
    if (filled > limits.cells) throw new ReadStop('workbook.too-many-cells', { most: limits.cells })
    if (column >= limits.columns) {
      const values = { most: limits.columns, row: rows.length + 1 }
      throw new ReadStop('workbook.too-many-columns', values)
    }
    while (row.length < column) row.push(null)
    row[column] = cell
  }
  const endRow = (number: number) => {
    if (row.length > 0) {
      if (number > limits.rows) throw new ReadStop('workbook.too-many-rows', { most: limits.rows })
      // Rows that the file leaves out are empty ones: what is said about row 7 must mean its row 7.
      while (rows.length < number - 1) rows.push([])
      rows.push(row)
    }
    row = []
  }
  return { put, endRow, rows }
}
