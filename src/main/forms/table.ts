import { cleanText } from '#core/text.ts'
import { lineHeight } from './blocks.ts'
import { fitAmounts } from './fit-columns.ts'
import { type Line, putLine, setLines } from './lines.ts'
import { artifact, ensureRoom, mm, type Paper } from './paper.ts'
import { headCells, headHeights } from './table-head.ts'

/**
 * One column: its heading from the widest group down to its own, its width (relative to the other
 * columns), and the letter or number printed in the row under the headings. `least` is the width it can do
 * with where amounts beside it need more.
 */
export type Column = {
  heading: string[]
  width: number
  least?: number
  mark?: string
  align?: 'left' | 'center' | 'right'
}

/** One row of text; `span` joins the first columns into one cell, for groups and totals. */
export type Row = { cells: (string | null)[]; bold?: boolean; span?: number }

/** A table being drawn; `least` is the least height of a body row in points. */
export type Table = {
  paper: Paper
  columns: readonly Column[]
  lefts: number[]
  size: number
  headSize: number
  least: number
  pad: number
  struct: PDFKit.PDFStructureElement | null
}

/** A cell laid out: its place on the page, its set lines and how they stand in it. */
type Cell = {
  left: number
  top: number
  width: number
  height: number
  lines: readonly Line[]
  align: 'left' | 'center' | 'right'
}

const padding = 2.2

/**
 * How a table is set: sizes, least row height, room beside the text, its place (else the whole width), and
 * the rows whose amounts must fit on one line.
 */
export type TableStyle = {
  size: number
  headSize?: number
  least?: number
  pad?: number
  from?: number
  to?: number
  fits?: readonly Row[]
}

/** Begins a table and draws its heading. */
export function openTable(paper: Paper, official: readonly Column[], style: TableStyle): Table {
  const { from = paper.area.left, to = paper.area.right } = style
  const { size, headSize = size, least = 0, pad = mm(1.2), fits: rows = [] } = style
  const scale = (to - from) / total(official.map(({ width }) => width))
  const columns = fitAmounts(paper, official, { rows, size, pad, scale })
  let left = from
  const lefts = [left, ...columns.map(({ width }) => (left += width * scale))]
  const struct = paper.root && paper.pdf.struct('Table')
  if (struct) paper.root?.add(struct)
  const table: Table = { paper, columns, lefts, size, headSize, least, pad, struct }
  drawHead(table, true)
  return table
}

/** Ends a table; what follows is no longer part of it. */
export function closeTable(table: Table): void {
  table.struct?.end()
}

/**
 * Draws one row; when there is no room it goes to the next page, under a repeated heading, and only a
 * row longer than most of a page is split. `keep` is the height that must follow on the same page, so
 * that signatures never stand alone.
 */
export function tableRow(table: Table, row: Row, keep = 0): void {
  const { paper, size } = table
  const cells = layRow(table, row)
  const lead = lineHeight(size)
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const whole = Math.max(table.least, count * lead + padding * 2)
  const page = paper.area.bottom - paper.area.top
  const wanted = whole < page * 0.6 ? whole : lead * 4
  if (ensureRoom(paper, wanted + Math.min(keep, page / 2))) drawHead(table, false)
  let from = 0
  while (from < count) {
    if (from > 0 && ensureRoom(paper, lead + padding * 2)) drawHead(table, false)
    const fits = Math.max(1, Math.floor((paper.area.bottom - paper.y - padding * 2) / lead))
    const to = Math.min(count, from + fits)
    const height = Math.max(table.least, (to - from) * lead + padding * 2)
    const place = { top: paper.y, height }
    const part = cells.map((cell) => ({ ...cell, ...place, lines: cell.lines.slice(from, to) }))
    drawCells(table, part, { size, type: 'TD' })
    paper.y += height
    from = to
  }
}

/** Draws rows; the last one stays on a page with the `keep` points that follow it. */
export function tableRows(table: Table, rows: readonly Row[], keep: number): void {
  for (const [i, row] of rows.entries()) tableRow(table, row, i === rows.length - 1 ? keep : 0)
}

function layRow({ paper, columns, lefts, size, pad }: Table, row: Row) {
  const span = row.span ?? 1
  const font = row.bold ? 'bold' : 'regular'
  return columns.flatMap((column, i) => {
    if (i > 0 && i < span) return []
    const left = lefts[i] as number
    const width = (lefts[i === 0 ? span : i + 1] as number) - left
    const text = cleanText(row.cells[i] ?? '')
    const lines = setLines(paper, [{ text, font }], width - pad * 2, size)
    const align = i === 0 && span > 1 ? 'left' : (column.align ?? 'left')
    return [{ left, width, lines, align }]
  })
}

type Band = { size: number; type: 'TH' | 'TD' | null }

/** Draws the cells of one row of the reading structure; without a type they are page furniture. */
function drawCells(table: Table, cells: Cell[], band: Band): void {
  const { paper, struct } = table
  const row = band.type && struct ? paper.pdf.struct('TR') : null
  if (row) struct?.add(row)
  for (const cell of cells) {
    const draw = () => putCell(table, cell, band.size)
    if (row && band.type) row.add(paper.pdf.struct(band.type, {}, draw))
    else artifact(paper, draw)
  }
  row?.end()
  artifact(paper, () => {
    paper.pdf.lineWidth(0.5).strokeColor('black')
    for (const { left, top, width, height } of cells) paper.pdf.rect(left, top, width, height)
    paper.pdf.stroke()
  })
}

function putCell({ paper, pad }: Table, cell: Cell, size: number): void {
  const lead = lineHeight(size)
  const first = cell.top + (cell.height - cell.lines.length * lead) / 2 + size * 0.92
  const inner = cell.width - pad * 2
  const part = { left: 0, center: 0.5, right: 1 }[cell.align]
  for (const [i, line] of cell.lines.entries()) {
    const x = cell.left + pad + (inner - line.end) * part
    putLine(paper, line, x, first + i * lead, size)
  }
}

const total = (heights: number[]): number => heights.reduce((sum, each) => sum + each, 0)

function drawHead(table: Table, first: boolean): void {
  const { paper, columns, lefts, headSize: size, pad } = table
  const type = first ? 'TH' : null
  const cells = headCells(columns).map((cell) => {
    const left = lefts[cell.from] as number
    const width = (lefts[cell.to] as number) - left
    const lines = setLines(paper, [{ text: cell.text, font: 'bold' }], width - pad * 2, size)
    return { ...cell, left, width, lines, align: 'center' as const }
  })
  const need = (lines: number) => lines * lineHeight(size) + padding * 2
  const heights = headHeights(cells.map((cell) => ({ ...cell, height: need(cell.lines.length) })))
  const all = total(heights)
  const marked = columns.some((column) => column.mark)
  ensureRoom(paper, all + need(marked ? 2 : 1))
  const placed = cells.map((cell) => ({
    ...cell,
    top: paper.y + total(heights.slice(0, cell.level)),
    height: total(heights.slice(cell.level, cell.level + cell.depth)),
  }))
  drawCells(table, placed, { size, type })
  paper.y += all
  if (marked) drawMarks(table, type)
}

function drawMarks(table: Table, type: 'TH' | null): void {
  const { paper, columns, lefts, headSize: size } = table
  const height = lineHeight(size) + padding
  const cells = columns.map((column, i): Cell => {
    const left = lefts[i] as number
    const width = (lefts[i + 1] as number) - left
    const lines = setLines(paper, [{ text: column.mark ?? '', font: 'italic' }], width, size)
    return { left, top: paper.y, width, height, lines, align: 'center' }
  })
  drawCells(table, cells, { size, type })
  paper.y += height
}
