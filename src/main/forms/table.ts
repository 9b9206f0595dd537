import { cleanText } from '#core/text.ts'
import { lineHeight } from './blocks.ts'
import { type Line, putLine, setLines } from './lines.ts'
import { artifact, ensureRoom, mm, type Paper } from './paper.ts'
import { headCells, headHeights } from './table-head.ts'

/**
 * One column: its heading from the widest group down to its own, its width (relative to the other
 * columns), and the letter or number printed in the row under the headings.
 */
export type Column = {
  heading: string[]
  width: number
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
  struct: PDFKit.PDFStructureElement | null
}

/** A cell laid out: its place, its set lines and how they stand in it. */
type Cell = {
  left: number
  width: number
  lines: Line[]
  align: 'left' | 'center' | 'right'
}

const padding = { x: mm(1.2), y: 2.2 }

/** Begins a table over the whole width and draws its heading. */
export function openTable(
  paper: Paper,
  columns: readonly Column[],
  style: { size: number; headSize?: number; least?: number },
): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const scale = (paper.area.right - paper.area.left) / total
  let left = paper.area.left
  const lefts = [left, ...columns.map(({ width }) => (left += width * scale))]
  const struct = paper.tagged ? paper.pdf.struct('Table') : null
  if (struct) paper.pdf.addStructure(struct)
  const { size, headSize = size, least = 0 } = style
  const table: Table = { paper, columns, lefts, size, headSize, least, struct }
  drawHead(table, true)
  return table
}

/** Ends a table; what follows is no longer part of it. */
export function closeTable(table: Table): void {
  table.struct?.end()
}

/** Draws one row; it goes on to the next page, under a repeated heading, when there is no room. */
export function tableRow(table: Table, row: Row): void {
  const { paper, size } = table
  const cells = layRow(table, row)
  const lead = lineHeight(size)
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length))
  let from = 0
  while (from < count) {
    const wanted = Math.min(count - from, from === 0 ? 4 : 1) * lead + padding.y * 2
    if (ensureRoom(paper, Math.max(wanted, table.least))) drawHead(table, false)
    const fits = Math.max(1, Math.floor((paper.area.bottom - paper.y - padding.y * 2) / lead))
    const to = Math.min(count, from + fits)
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }))
    const height = Math.max(table.least, (to - from) * lead + padding.y * 2)
    drawCells(table, part, { height, size, type: 'TD' })
    paper.y += height
    from = to
  }
}

function layRow({ paper, columns, lefts, size }: Table, row: Row): Cell[] {
  const span = row.span ?? 1
  const font = row.bold ? 'bold' : 'regular'
  return columns.flatMap((column, i) => {
    if (i > 0 && i < span) return []
    const left = lefts[i] as number
    const width = (lefts[i === 0 ? span : i + 1] as number) - left
    const text = cleanText(row.cells[i] ?? '')
    const lines = setLines(paper, [{ text, font }], width - padding.x * 2, size)
    const align = i === 0 && span > 1 ? 'left' : (column.align ?? 'left')
    return [{ left, width, lines, align }]
  })
}

type Band = { height: number; size: number; type: 'TH' | 'TD' | null }

/** Draws cells of one band from the current height; without a type they are page furniture. */
function drawCells(table: Table, cells: Cell[], band: Band, top = table.paper.y): void {
  const { paper, struct } = table
  const row = band.type && struct ? paper.pdf.struct('TR') : null
  if (row) struct?.add(row)
  for (const cell of cells) {
    const draw = () => putCell(paper, cell, top, band)
    if (row && band.type) row.add(paper.pdf.struct(band.type, {}, draw))
    else artifact(paper, draw)
  }
  row?.end()
  artifact(paper, () => {
    paper.pdf.lineWidth(0.5).strokeColor('black')
    for (const { left, width } of cells) paper.pdf.rect(left, top, width, band.height).stroke()
  })
}

function putCell(paper: Paper, cell: Cell, top: number, { height, size }: Band): void {
  const lead = lineHeight(size)
  const first = top + (height - cell.lines.length * lead) / 2 + size * 0.92
  const inner = cell.width - padding.x * 2
  const part = { left: 0, center: 0.5, right: 1 }[cell.align]
  for (const [i, line] of cell.lines.entries()) {
    const x = cell.left + padding.x + (inner - line.end) * part
    putLine(paper, line, x, first + i * lead, size)
  }
}

function drawHead(table: Table, first: boolean): void {
  const { paper, columns, lefts, headSize: size } = table
  const type = first ? 'TH' : null
  const cells = headCells(columns).map((cell) => {
    const left = lefts[cell.from] as number
    const width = (lefts[cell.to] as number) - left
    const lines = setLines(paper, [{ text: cell.text, font: 'bold' }], width - padding.x * 2, size)
    return { ...cell, left, width, lines, align: 'center' as const }
  })
  const need = (lines: number) => lines * lineHeight(size) + padding.y * 2
  const heights = headHeights(cells.map((cell) => ({ ...cell, height: need(cell.lines.length) })))
  const all = heights.reduce((sum, height) => sum + height, 0)
  const marked = columns.some((column) => column.mark)
  ensureRoom(paper, all + need(marked ? 2 : 1))
  for (const cell of cells) {
    const top = heights.slice(0, cell.level).reduce((sum, height) => sum + height, paper.y)
    const height = heights
      .slice(cell.level, cell.level + cell.depth)
      .reduce((sum, each) => sum + each, 0)
    drawCells(table, [cell], { height, size, type }, top)
  }
  paper.y += all
  if (marked) drawMarks(table, type)
}

function drawMarks(table: Table, type: 'TH' | null): void {
  const { paper, columns, lefts, headSize: size } = table
  const height = lineHeight(size) + padding.y
  const cells = columns.map((column, i): Cell => {
    const left = lefts[i] as number
    const width = (lefts[i + 1] as number) - left
    const lines = setLines(paper, [{ text: column.mark ?? '', font: 'italic' }], width, size)
    return { left, width, lines, align: 'center' }
  })
  drawCells(table, cells, { height, size, type })
  paper.y += height
}
