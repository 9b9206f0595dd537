/** A cell: text, a number, or nothing. In a date column an ISO day is a date; other text stays text. */
export type Cell = string | number | null

/**
 * A column. `width` is in characters. `text` keeps leading zeros, `money` is whole đồng, `share` a
 * fraction of one shown in percent.
 */
export type Column = {
  title: string
  width: number
  type: 'text' | 'integer' | 'money' | 'date' | 'share'
}

/** A table to write: lines of heading above it, and totals below. */
export type Sheet = {
  name: string
  heading?: readonly string[]
  columns: readonly Column[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  totals?: readonly Cell[]
}

/** Most rows that a sheet of a spreadsheet program holds. */
export const mostSheetRows = 1_048_576

/** Most columns that a sheet of a spreadsheet program holds. */
export const mostSheetColumns = 16_384
