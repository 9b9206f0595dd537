import type { FontName } from './fonts.ts'

type Glyphs = [glyphs: string[], positions: Position[]]
type Position = { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }

/** What of pdfkit's embedded font is used here; its types do not show it. */
type EmbeddedFont = {
  id: string
  ref: () => unknown
  layoutCache: object
  layout: (text: string, features: undefined, onlyWidth: true) => { advanceWidth: number }
  encode: (text: string) => Glyphs
}

/** A word with the space behind it: its width in thousandths of the size, and how it is written. */
type Word = { width: number; code: string | null | undefined }

/** Most words and most texts remembered for a font; labels come back on every page, numbers do not. */
const mostWords = 6000
const mostCodes = 2000

/**
 * One cut of the font in one document that shapes every word once: a batch sets the same words on
 * page after page, and pdfkit would put their glyphs together each time.
 */
export type QuickFont = {
  readonly id: string
  readonly embedded: EmbeddedFont
  readonly words: Map<string, Word>
  /** Whole texts as they are written, by text. */
  readonly codes: Map<string, string | null>
}

/** The cut of the font as the document embeds it. */
export function quickFont(pdf: PDFKit.PDFDocument, name: FontName): QuickFont {
  const { _font: embedded } = pdf.font(name) as unknown as { _font: EmbeddedFont }
  return { id: embedded.id, embedded, words: new Map(), codes: new Map() }
}

/** The width of a text in thousandths of its size. */
export function widthOf(font: QuickFont, text: string): number {
  let width = 0
  for (let from = 0; from < text.length; ) {
    const to = endOfWord(text, from)
    width += wordOf(font, text.slice(from, to)).width
    from = to
  }
  return width
}

/** The operand of the operator TJ that shows a text; null for a text whose glyphs are not all on the line. */
export function codeOf(font: QuickFont, text: string): string | null {
  const known = font.codes.get(text)
  if (known !== undefined) return known
  if (font.codes.size === mostCodes) font.codes.clear()
  const code = joinWords(font, text)
  font.codes.set(text, code)
  return code
}

function joinWords(font: QuickFont, text: string): string | null {
  let code = '<'
  for (let from = 0; from < text.length; ) {
    const to = endOfWord(text, from)
    const part = text.slice(from, to)
    const word = wordOf(font, part)
    if (word.code === undefined) word.code = encode(font, part)
    if (word.code === null) return null
    code += word.code
    from = to
  }
  return code.endsWith(' <') ? `[${code.slice(0, -2)}]` : `[${code}> 0]`
}

// pdfkit shapes word by word as well, each with the space behind it.
function endOfWord(text: string, from: number): number {
  const space = text.indexOf(' ', from)
  return space === -1 ? text.length : space + 1
}

function wordOf(font: QuickFont, text: string): Word {
  const known = font.words.get(text)
  if (known) return known
  if (font.words.size === mostWords) forget(font)
  const { advanceWidth } = font.embedded.layout(text, undefined, true)
  const word: Word = { width: advanceWidth, code: undefined }
  font.words.set(text, word)
  return word
}

function forget({ words, embedded }: QuickFont): void {
  words.clear()
  embedded.layoutCache = Object.create(null) as object
}

/** Glyphs in hexadecimal, left and entered again where the next one moves nearer. */
function encode({ embedded }: QuickFont, text: string): string | null {
  const [glyphs, positions] = embedded.encode(text)
  let code = ''
  for (const [i, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
    if (xOffset || yOffset) return null
    code += glyphs[i]
    const nearer = xAdvance - advanceWidth
    if (nearer !== 0) code += `> ${number(-nearer)} <`
  }
  return code
}

/** A number as pdfkit writes it. */
export const number = (value: number): number => Math.round(value * 1e6) / 1e6
