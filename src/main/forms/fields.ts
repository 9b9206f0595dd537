import { cleanText } from '#core/text.ts'
import {
  keyOfPieces,
  type Line,
  type Piece,
  putLeader,
  putLine,
  putTickFrames,
  setLines,
} from './lines.ts'
import { constant, element, ensureRoom, type Paper } from './paper.ts'

/**
 * One labelled field of a row. `share` is its part of the row's width. The value follows the label
 * on a dotted leader and wraps inside the field; `lines` is the least number of lines, `blank` is
 * printed instead of the leader when there is no value (`..../..../......`).
 */
export type Field = {
  label: string | Piece[]
  value?: string | null
  share?: number
  lines?: number
  blank?: string
  leader?: boolean
}

/** Size and distance of the lines of a row, in points. */
export type RowStyle = { size: number; lead: number }

/** Tick boxes with their words, apart from each other: `- ☐ Nam    - ☐ Nữ`. */
export function ticks(choices: { words: string; on: boolean }[]): Piece[] {
  return choices.flatMap(({ words, on }, i): Piece[] => [
    { space: i === 0 ? 0 : 14 },
    { text: '- ', font: 'regular' },
    { tick: on },
    { text: words, font: 'regular' },
  ])
}

/** Pieces of a label with an italic remark in it. */
export function label(text: string, remark = '', after = ''): Piece[] {
  const pieces: Piece[] = [
    { text, font: 'regular' },
    { text: remark, font: 'italic' },
    { text: after, font: 'regular' },
  ]
  return pieces.filter((piece) => !('text' in piece) || piece.text !== '')
}

type SetField = {
  x: number
  width: number
  lines: readonly Line[]
  labelLines: number
  labelEnd: number
  leader: boolean
  least: number
}

const fieldGap = 5

/** Draws a row of labelled fields; a value that does not fit goes on below, never smaller. */
export function fieldRow(paper: Paper, fields: Field[], style: RowStyle): void {
  const isEmpty = fields.every(({ value }) => !value)
  if (isEmpty) constant(paper, keyOfRow(fields, style), () => drawRow(paper, fields, style))
  else drawRow(paper, fields, style)
}

function keyOfRow(fields: readonly Field[], { size, lead }: RowStyle): string {
  const keys = fields.map((field) => {
    const { value, share, lines, blank, leader } = field
    const options = [value === undefined, share, lines, blank, leader].join(' ')
    return `${keyOfPieces(labelPieces(field))} ${options}`
  })
  return `${size} ${lead} ${keys.join()}`
}

function drawRow(paper: Paper, fields: Field[], style: RowStyle): void {
  const set = layFields(paper, fields, style.size)
  const count = Math.max(...set.map((field) => Math.max(field.lines.length, field.least)))
  ensureRoom(paper, Math.min(count, 3) * style.lead)
  for (let i = 0; i < count; i += 1) {
    ensureRoom(paper, style.lead)
    const y = paper.y + style.lead * 0.72
    putFieldLine(paper, set, i, y, style.size)
    paper.y += style.lead
  }
}

function putFieldLine(paper: Paper, set: SetField[], i: number, y: number, size: number): void {
  for (const field of set) {
    const line = field.lines[i]
    if (line) element(paper, 'P', () => putLine(paper, line, field.x, y, size))
    if (line) putTickFrames(paper, line, field.x, y, size)
    const from = i === field.labelLines - 1 ? field.labelEnd : 0
    const wanted = i >= field.labelLines - 1 && i < Math.max(field.lines.length, field.least)
    if (field.leader && wanted) putLeader(paper, field.x + from, field.x + field.width, y)
  }
}

function layFields(paper: Paper, fields: Field[], size: number): SetField[] {
  const widths = shareOut(paper, fields, size)
  let x = paper.area.left
  return fields.map((field, i) => {
    const full = widths[i] as number
    const width = i === fields.length - 1 ? full : full - fieldGap
    const set = { ...layField(paper, field, width, size), x, width }
    x += full
    return set
  })
}

/**
 * The width of each field: its share of the row, unless one field would wrap while the row as a whole
 * has room; then every field gets what it needs and the rest is dealt out evenly.
 */
function shareOut(paper: Paper, fields: Field[], size: number): number[] {
  const total = paper.area.right - paper.area.left
  if (fields.length === 1) return [total]
  const shares = fields.reduce((sum, field) => sum + (field.share ?? 1), 0)
  const widths = fields.map((field) => (total * (field.share ?? 1)) / shares)
  const needed = fields.map((field) => neededWidth(paper, field, size) + fieldGap)
  const spare = total - needed.reduce((sum, each) => sum + each, 0)
  const wraps = fields.some(({ value }, i) => value && (needed[i] ?? 0) > (widths[i] ?? 0))
  return wraps && spare >= 0 ? needed.map((each) => each + spare / fields.length) : widths
}

/** Wider than any line. */
const oneLine = Number.POSITIVE_INFINITY

/** Room to write a short value by hand, in points. */
const writingRoom = 55

function neededWidth(paper: Paper, field: Field, size: number): number {
  const value = cleanText(field.value ?? '')
  const tail: Piece = { text: value || (field.blank ?? ''), font: value ? 'bold' : 'regular' }
  const line = setLines(paper, [...withGap(labelPieces(field)), tail], oneLine, size)[0]
  const open = field.value !== undefined && value === '' && !field.blank
  return (line?.end ?? 0) + (open ? writingRoom : 0)
}

function labelPieces({ label }: Field): Piece[] {
  return typeof label === 'string' ? [{ text: label, font: 'regular' }] : label
}

function layField(paper: Paper, field: Field, width: number, size: number) {
  const pieces = labelPieces(field)
  const spaced = [...pieces, { text: '', font: 'regular' } as const]
  const labelLines = setLines(paper, spaced, width, size)
  const value = cleanText(field.value ?? '')
  const tail: Piece = value
    ? { text: value, font: 'bold' }
    : { text: field.blank ?? '', font: 'regular' }
  const lines = setLines(paper, [...withGap(pieces), tail], width, size)
  const labelEnd = (labelLines.at(-1)?.end ?? 0) + size * 0.22
  const leader = field.leader ?? (field.value !== undefined && (value !== '' || !field.blank))
  return {
    lines,
    labelLines: Math.max(labelLines.length, 1),
    labelEnd,
    leader,
    least: field.lines ?? 1,
  }
}

/** The label with a space behind it, so that the value does not stick to it. */
function withGap(pieces: Piece[]): Piece[] {
  const last = pieces.at(-1)
  if (!last || !('text' in last)) return pieces
  return [...pieces.slice(0, -1), { ...last, text: `${last.text.trimEnd()} ` }]
}
