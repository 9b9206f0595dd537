import { cleanText } from '#core/text.ts'
import { type Piece, putLine, putRule, type Style, setLines } from './lines.ts'
import { element, ensureRoom, measure, mm, type Paper, put } from './paper.ts'

/** Lines of text with their style, set one under the other. */
export type StyledText = Style & { text: string; after?: number; type?: string }

/** The height of a line of text without extra room, in points. */
export const lineHeight = (size: number): number => size * 1.17

/** Draws paragraphs centred between `from` and `to`, wrapping, from the current height down. */
export function centred(paper: Paper, texts: StyledText[], span?: Span): void {
  const { from, to } = span ?? { from: paper.area.left, to: paper.area.right }
  for (const { text, font, size, after = 0, type = 'P' } of texts) {
    const lines = setLines(paper, [{ text, font }], to - from, size)
    ensureRoom(paper, lines.length * lineHeight(size))
    element(paper, type, () => {
      for (const line of lines) {
        putLine(paper, line, from + (to - from - line.end) / 2, paper.y + size * 0.92, size)
        paper.y += lineHeight(size)
      }
    })
    paper.y += after
  }
}

/** Draws a paragraph over the whole width, wrapping and breaking over pages line by line. */
export function paragraph(
  paper: Paper,
  pieces: Piece[],
  style: { size: number; lead?: number; after?: number; type?: string; indent?: number },
): void {
  const { size, lead = lineHeight(size), after = 0, type = 'P', indent = 0 } = style
  const left = paper.area.left + indent
  const lines = setLines(paper, pieces, paper.area.right - left, size)
  // A heading stays with the line below it.
  const follows = type.startsWith('H') ? lead * 1.5 : 0
  ensureRoom(paper, Math.min(lines.length, 2) * lead + follows)
  element(paper, type, () => {
    for (const line of lines) {
      ensureRoom(paper, lead)
      putLine(paper, line, left, paper.y + lead * 0.5 + size * 0.36, size)
      paper.y += lead
    }
  })
  paper.y += after
}

/** Draws the form's mark in the top right corner (`Mẫu TK1-TS` and the decision it comes with). */
export function cornerMark(paper: Paper, texts: StyledText[], width: number, top: number): void {
  const keep = paper.y
  paper.y = top
  centred(paper, texts, { from: paper.area.right - width, to: paper.area.right })
  paper.y = Math.max(keep, paper.y)
}

/** Draws a line of bold text centred on `centre` with a rule under the given part of its width. */
export function underlined(
  paper: Paper,
  text: string,
  centre: number,
  size: number,
  part: number,
): void {
  const width = measure(paper, text, 'bold', size)
  element(paper, 'P', () =>
    put(paper, text, { x: centre - width / 2, y: paper.y + size * 0.92, font: 'bold', size }),
  )
  paper.y += lineHeight(size) + 1
  putRule(paper, centre - (width * part) / 2, centre + (width * part) / 2, paper.y)
  paper.y += 1
}

/** The two lines every Vietnamese official paper begins with, centred on `centre`. */
export function nationalHeading(
  paper: Paper,
  centre: number,
  sizes: { first: number; second: number },
): void {
  const first = 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'
  const width = measure(paper, first, 'bold', sizes.first)
  element(paper, 'P', () =>
    put(paper, first, {
      x: centre - width / 2,
      y: paper.y + sizes.first * 0.92,
      font: 'bold',
      size: sizes.first,
    }),
  )
  paper.y += lineHeight(sizes.first) + 1
  underlined(paper, 'Độc lập - Tự do - Hạnh phúc', centre, sizes.second, 1)
}

/** `Hà Nội, ngày 16 tháng 11 năm 2024`; dots where place or day is not known. */
export function placeAndDay(place: string | null, day: string | null): string {
  const where = cleanText(place ?? '') || '………………'
  if (!day) return `${where}, ngày …… tháng …… năm ………`
  return `${where}, ngày ${day.slice(8, 10)} tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}`
}

/** Free height under each signature, for hand and stamp, in points. */
export const signatureRoom = mm(27)

/** One signature column: what is printed above the free room, and below it (a typed name). */
export type Signature = { share: number; texts: StyledText[]; below?: StyledText[] }

/** Draws signature columns side by side, kept on one page with their free room. */
export function signatures(paper: Paper, columns: Signature[]): void {
  const spans = columnSpans(paper, columns)
  const tallest = (texts: (column: Signature) => StyledText[]) =>
    Math.max(...columns.map((column, i) => heightOf(paper, texts(column), spans[i] as Span)))
  const head = tallest((column) => column.texts)
  const foot = tallest((column) => column.below ?? [])
  ensureRoom(paper, head + signatureRoom + foot)
  const top = paper.y
  for (const [i, { texts, below = [] }] of columns.entries()) {
    paper.y = top
    centred(paper, texts, spans[i])
    paper.y = top + head + signatureRoom
    centred(paper, below, spans[i])
  }
  paper.y = top + head + signatureRoom + foot
}

type Span = { from: number; to: number }

function heightOf(paper: Paper, texts: StyledText[], span: Span): number {
  return texts.reduce((sum, { text, font, size, after = 0 }) => {
    const lines = setLines(paper, [{ text, font }], span.to - span.from, size)
    return sum + lines.length * lineHeight(size) + after
  }, 0)
}

function columnSpans(paper: Paper, columns: { share: number }[]): Span[] {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  const width = paper.area.right - paper.area.left
  const padding = mm(2)
  let from = paper.area.left
  return columns.map(({ share }) => {
    const span = { from: from + padding, to: from + (width * share) / total - padding }
    from += (width * share) / total
    return span
  })
}
