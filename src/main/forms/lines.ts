import { cleanText } from '#core/text.ts'
import type { FontName } from './fonts.ts'
import { artifact, measure, mm, type Paper, put } from './paper.ts'
import { number } from './quick-font.ts'

/** A stretch of text in one cut of the font, a tick box, or an empty stretch in points. */
export type Piece = Words | { tick: boolean } | { space: number }
type Words = { text: string; font: FontName }

/** Text with the font and size it is set in. */
export type Style = { font: FontName; size: number }

/** What is set on one line without a break inside: its width and the space behind it, in points. */
export type Atom = {
  text: string
  font: FontName
  width: number
  gap: number
  tick?: boolean | undefined
}

/** The words of a piece of text and the width of the widest, in points. */
export type WholeWords = { atoms: Atom[]; widest: number }

/** A run of one line: text at an offset from the line's left edge, or a tick box. */
type Run = { text: string; font: FontName; x: number; tick: boolean | undefined }

/** One set line: its runs and where its text ends, in points from the left edge. */
export type Line = { runs: Run[]; end: number }

/** How far a line may stand out, in points: sums of widths are not exact. */
const slack = 0.01

const tickSize = (size: number): number => size * 0.78

/** Most of what was set that a document remembers: labels come back on every page, values do not. */
const mostRemembered = 2000

/** Sets pieces into lines of at most `width` points; words longer than a line are cut. */
export function setLines(
  paper: Paper,
  pieces: readonly Piece[],
  width: number,
  size: number,
): readonly Line[] {
  const key = `${size}${keyOfPieces(pieces)}`
  // Most text fits on one line whatever the width, so that line is set once for all widths.
  const whole = setOnce(paper, key, pieces, Number.POSITIVE_INFINITY, size)
  const fits = whole.every(({ end }) => end <= width + slack)
  return fits ? whole : setOnce(paper, `${width} ${key}`, pieces, width, size)
}

function setOnce(
  paper: Paper,
  key: string,
  pieces: readonly Piece[],
  width: number,
  size: number,
): readonly Line[] {
  const { lines } = paper.set
  const known = lines.get(key)
  if (known) return known
  if (lines.size === mostRemembered) lines.clear()
  const set = breakLines(paper, pieces, width, size)
  lines.set(key, set)
  return set
}

/** What tells pieces from all others; text cannot hold the unit separator: it has no control characters. */
export function keyOfPieces(pieces: readonly Piece[]): string {
  let key = ''
  for (const piece of pieces) {
    if ('tick' in piece) key += `\u001ft${piece.tick}`
    else if ('space' in piece) key += `\u001fs${piece.space}`
    else key += `\u001f${piece.font} ${piece.text}`
  }
  return key
}

function breakLines(
  paper: Paper,
  pieces: readonly Piece[],
  width: number,
  size: number,
): readonly Line[] {
  const atoms = pieces.flatMap((piece) => toAtoms(paper, piece, width, size))
  const lines: Line[] = []
  let line: Atom[] = []
  let used = 0
  for (const atom of atoms) {
    if (line.length > 0 && used + atom.width > width + slack) {
      lines.push(toLine(line))
      line = []
      used = 0
    }
    line.push(atom)
    used += atom.width + atom.gap
  }
  if (line.length > 0) lines.push(toLine(line))
  return lines
}

function toAtoms(paper: Paper, piece: Piece, width: number, size: number): Atom[] {
  if ('tick' in piece) {
    return [{ text: '', font: 'bold', width: tickSize(size), gap: size * 0.3, tick: piece.tick }]
  }
  if ('space' in piece) return [{ text: '', font: 'regular', width: 0, gap: piece.space }]
  const known = wholeWords(paper, piece, size)
  return known.widest <= width ? known.atoms : cutWords(paper, piece, width, size)
}

/** The words of a piece, none of them cut. */
function wholeWords(paper: Paper, { text, font }: Words, size: number): WholeWords {
  const { words } = paper.set
  const key = `${font} ${size} ${text}`
  const known = words.get(key)
  if (known) return known
  if (words.size === mostRemembered) words.clear()
  const parts = wordsOf(text)
  const atoms = parts.map((word, i) => {
    const spaced = i < parts.length - 1 || endsOpen(text)
    return toAtom(paper, word, { font, size, spaced })
  })
  const whole = { atoms, widest: Math.max(...atoms.map((atom) => atom.width)) }
  words.set(key, whole)
  return whole
}

function cutWords(paper: Paper, { text, font }: Words, width: number, size: number): Atom[] {
  const words = wordsOf(text)
  return words.flatMap((word, i) => {
    const parts = cutToFit(paper, word, font, width, size)
    return parts.map((part, j) => {
      const spaced = j === parts.length - 1 && (i < words.length - 1 || endsOpen(text))
      return toAtom(paper, part, { font, size, spaced })
    })
  })
}

const wordsOf = (text: string): string[] => cleanText(text).split(' ').filter(Boolean)

const endsOpen = (text: string): boolean => /\s$/.test(text)

function toAtom(
  paper: Paper,
  text: string,
  { font, size, spaced }: Style & { spaced: boolean },
): Atom {
  const width = measure(paper, text, font, size)
  const gap = spaced ? measure(paper, `${text} `, font, size) - width : 0
  return { text: spaced ? `${text} ` : text, font, width, gap }
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Cuts a word wider than the line: after its punctuation where it has some, else into even parts. */
function cutToFit(paper: Paper, word: string, font: FontName, width: number, size: number) {
  const fits = (text: string) => measure(paper, text, font, size) <= width
  if (fits(word)) return [word]
  const parts = word
    .split(/(?<=[-./,;@])/)
    .flatMap((part) => (fits(part) ? [part] : evenly(part, fits)))
  const cut: string[] = []
  for (const part of parts) {
    const last = cut.at(-1)
    if (last !== undefined && fits(last + part)) cut[cut.length - 1] = last + part
    else cut.push(part)
  }
  return cut
}

function evenly(word: string, fits: (text: string) => boolean): string[] {
  const signs = Array.from(graphemes.segment(word), ({ segment }) => segment)
  for (let count = 2; count < signs.length; count += 1) {
    const each = Math.ceil(signs.length / count)
    const parts = Array.from({ length: count }, (_, i) =>
      signs.slice(i * each, (i + 1) * each).join(''),
    )
    if (parts.every(fits)) return parts
  }
  return signs
}

function toLine(atoms: Atom[]): Line {
  const runs: Run[] = []
  let x = 0
  let end = 0
  for (const atom of atoms) {
    const last = runs.at(-1)
    if (last?.text && atom.text && last.font === atom.font) last.text += atom.text
    else runs.push({ text: atom.text, font: atom.font, x, tick: atom.tick })
    end = x + atom.width
    x = end + atom.gap
  }
  return { runs, end }
}

/** Draws the text of one set line with its left edge at `x` and its baseline at `y`. */
export function putLine(paper: Paper, line: Line, x: number, y: number, size: number): void {
  for (const run of line.runs) {
    if (run.tick)
      put(paper, 'x', {
        x: x + run.x + tickSize(size) * 0.17,
        y: y - size * 0.06,
        font: 'bold',
        size,
      })
    else if (run.text) put(paper, run.text, { x: x + run.x, y, font: run.font, size })
  }
}

/** Draws what of a set line is not text: the frames of its tick boxes. */
export function putTickFrames(paper: Paper, line: Line, x: number, y: number, size: number): void {
  const frames = line.runs.filter((run) => run.tick !== undefined)
  if (frames.length === 0) return
  const side = tickSize(size)
  artifact(paper, () => {
    paper.pdf.lineWidth(0.7).strokeColor('black')
    for (const run of frames) paper.pdf.rect(x + run.x, y - side * 0.92, side, side).stroke()
  })
}

/** Draws a dotted leader from `from` to `to` under the baseline `y`. */
export function putLeader(paper: Paper, from: number, to: number, y: number): void {
  if (to - from < mm(2)) return
  const [left, right, below] = [number(from + 1), number(to), number(y + 2.2)]
  // One piece of operators: a paper has dozens of leaders, and pdfkit writes each step by itself.
  const dots = `q
0.8 w
1 J
[0.01 2.6] 0 d
/DeviceRGB CS
0 0 0 SCN
${left} ${below} m
${right} ${below} l
S
Q`
  artifact(paper, () => paper.pdf.addContent(dots))
}

/** Draws a solid rule from `from` to `to` at height `y`. */
export function putRule(paper: Paper, from: number, to: number, y: number): void {
  artifact(paper, () => {
    paper.pdf.lineWidth(0.7).strokeColor('black').moveTo(from, y).lineTo(to, y).stroke()
  })
}
