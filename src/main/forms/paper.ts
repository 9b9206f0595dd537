import PDFDocument from 'pdfkit'
import type { PaperMarks } from '#core/forms/record.ts'
import { cleanText } from '#core/text.ts'
import { type FontName, registerFonts } from './fonts.ts'
import type { Line, WholeWords } from './lines.ts'
import { drawQr } from './qr.ts'
import { codeOf, number, type QuickFont, quickFont, widthOf } from './quick-font.ts'
import { gatherInk, type Ink } from './quick-page.ts'
import { drawWatermark } from './watermark.ts'

/** Millimetres in points. */
export const mm = (value: number): number => (value * 72) / 25.4

/** Twentieths of a point (the unit of the official Word files) in points. */
export const tw = (value: number): number => value / 20

const a4 = { short: mm(210), long: mm(297) }

/** One sheet of a form: direction, margins in points, and what is printed around the content. */
export type Sheet = {
  layout: 'portrait' | 'landscape'
  margins: { top: number; right: number; bottom: number; left: number }
  practice: boolean
  checkAgainstOfficial: boolean
  /** What a QR square in the corner says, to find the record again when the paper comes back. */
  tie?: string | undefined
  /** What stands beside that square for people. */
  tieWords?: string | undefined
  /** Printed at the foot of the second and later pages, so that a loose page finds its way back. */
  continued: string
}

/** A document being drawn: the pdfkit document, the content area and the current height, in points. */
export type Paper = {
  readonly pdf: PDFKit.PDFDocument
  /** The root of the reading structure; null in a document that is not tagged. */
  readonly root: PDFKit.PDFStructureElement | null
  /** What was set before, by its text and style: words and whole lines. */
  readonly set: { words: Map<string, WholeWords>; lines: Map<string, readonly Line[]> }
  /** The cuts of the font this document has used so far. */
  readonly fonts: Map<FontName, QuickFont>
  /** What comes back unchanged on page after page, by what it is and where. */
  readonly constants: Map<string, Constant>
  ink: Ink
  sheet: Sheet
  area: { left: number; top: number; right: number; bottom: number }
  y: number
  sheetPage: number
  /** Pages begun so far in the whole document. */
  pages: number
}

/** Where fonts come from: the path of the `resources` folder. */
export type DrawOptions = { resources: string }

/** What a document says about itself; `createdOn` is an ISO day. None of it may come from a person's record. */
export type PaperInfo = DrawOptions & {
  title: string
  subject: string
  createdOn: string
  tagged: boolean
}

/** The part of a sheet that its record decides. */
export function marksOf({ practice, checkAgainstOfficial, tie, tieWords }: PaperMarks) {
  return { practice, checkAgainstOfficial, tie, tieWords }
}

const emptySheet: Sheet = {
  layout: 'portrait',
  margins: { top: 0, right: 0, bottom: 0, left: 0 },
  practice: false,
  checkAgainstOfficial: false,
  continued: '',
}

/** Opens an empty document whose bytes depend on nothing but what is drawn and `info`. */
export function openPaper(info: PaperInfo): Paper {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: 'vi-VN',
    tagged: info.tagged,
    displayTitle: true,
    info: {
      Title: info.title,
      Subject: info.subject,
      Creator: 'Ra Quân',
      CreationDate: new Date(`${info.createdOn}T00:00:00Z`),
    },
  })
  registerFonts(pdf, info.resources)
  const area = { left: 0, top: 0, right: 0, bottom: 0 }
  const root = info.tagged ? pdf.struct('Document') : null
  if (root) pdf.addStructure(root)
  const page = { ink: { text: '' }, sheet: emptySheet, area, y: 0, sheetPage: 0, pages: 0 }
  const set = { words: new Map(), lines: new Map() }
  return { pdf, root, set, fonts: new Map(), constants: new Map(), ...page }
}

/** Ends a document and returns the bytes that were not read yet. */
export function closePaper(paper: Paper): Uint8Array {
  paper.pdf.end()
  return new Uint8Array(paper.pdf.read())
}

/** Begins a new sheet on a new page. */
export function startSheet(paper: Paper, sheet: Sheet): void {
  const landscape = sheet.layout === 'landscape'
  const [width, height] = landscape ? [a4.long, a4.short] : [a4.short, a4.long]
  const { top, right, bottom, left } = sheet.margins
  paper.sheet = sheet
  paper.area = { left, top, right: width - right, bottom: height - bottom }
  paper.sheetPage = 0
  addPage(paper, (options) => paper.pdf.addPage(options))
}

function addPage(paper: Paper, add: (options: PDFKit.PDFDocumentOptions) => unknown): void {
  const { pdf } = paper
  paper.sheetPage += 1
  paper.pages += 1
  paper.y = paper.area.top
  // Furniture goes in before pdfkit reopens the structure element that runs over the page break.
  pdf.once('pageAdded', () => {
    paper.ink = gatherInk(pdf.page)
    drawFurniture(paper)
  })
  add({ size: [a4.short, a4.long], layout: paper.sheet.layout, margin: 0 })
}

/** Goes on to the next page of the same sheet when fewer than `height` points are left; says if it did. */
export function ensureRoom(paper: Paper, height: number): boolean {
  if (paper.y + height <= paper.area.bottom || paper.y === paper.area.top) return false
  addPage(paper, (options) => paper.pdf.continueOnNewPage(options))
  return true
}

/** Draws something that belongs to the page, not to the text (lines, boxes, watermark). */
export function artifact(paper: Paper, draw: () => void): void {
  if (paper.root) paper.pdf.markContent('Artifact')
  draw()
  if (paper.root) paper.pdf.endMarkedContent()
}

/** Operators that were drawn before, and the height they left the page at. */
type Constant = { text: string; y: number }

/** Most constants a document remembers; one that stands lower on a page is another. */
const mostConstants = 200

/**
 * Draws something that no record changes: in a document that is not tagged it is drawn once and
 * copied on later pages. `name` tells it from everything else drawn on such sheets.
 */
export function constant(paper: Paper, name: string, draw: () => void): void {
  // The marks of a reading structure are numbered page by page, so they cannot be copied.
  if (paper.root) {
    draw()
    return
  }
  const { constants, area } = paper
  const key = `${name} ${paper.y} ${area.left} ${area.right} ${area.bottom}`
  const known = constants.get(key)
  if (known) {
    const { fonts } = paper.pdf.page as unknown as InUse
    for (const font of paper.fonts.values()) fonts[font.id] ??= font.embedded.ref()
    paper.ink.text += known.text
    paper.y = known.y
    return
  }
  const { ink, pages } = paper
  const from = ink.text.length
  draw()
  if (paper.pages !== pages) return
  if (constants.size === mostConstants) constants.clear()
  constants.set(key, { text: ink.text.slice(from), y: paper.y })
}

/** Draws text as one element of the reading structure (P, H1, TD, …). */
export function element(paper: Paper, type: string, draw: () => void): void {
  if (paper.root) paper.root.add(paper.pdf.struct(type, {}, draw))
  else draw()
}

function fontOf({ pdf, fonts }: Paper, name: FontName): QuickFont {
  const known = fonts.get(name)
  if (known) return known
  const font = quickFont(pdf, name)
  fonts.set(name, font)
  return font
}

/** The width of a text in points. */
export function measure(paper: Paper, text: string, font: FontName, size: number): number {
  return widthOf(fontOf(paper, font), text) * (size / 1000)
}

/** What of pdfkit's page is used here; its types do not show the fonts. */
type InUse = { fonts: Record<string, unknown> }

/** Puts one line of text with its baseline at `y`. */
export function put(
  paper: Paper,
  text: string,
  at: { x: number; y: number; font: FontName; size: number },
): void {
  const { pdf } = paper
  const font = fontOf(paper, at.font)
  const code = codeOf(font, text)
  if (code === null) {
    const options = { lineBreak: false, baseline: 'alphabetic' } as const
    pdf.font(at.font).fontSize(at.size).text(text, at.x, at.y, options)
    return
  }
  const { fonts } = pdf.page as unknown as InUse
  fonts[font.id] ??= font.embedded.ref()
  // The page counts downwards, letters stand upwards.
  pdf.addContent(`BT
1 0 0 -1 ${number(at.x)} ${number(at.y)} Tm
/${font.id} ${number(at.size)} Tf
${code} TJ
ET`)
}

function shorten(paper: Paper, text: string, width: number): string {
  const words = cleanText(text).split(' ')
  while (words.length > 1 && measure(paper, words.join(' '), 'italic', 9) > width) words.pop()
  return words.join(' ')
}

const tieSide = mm(12.5)
const practiceLine = 'BẢN THỰC HÀNH – dữ liệu không có thật, không có giá trị pháp lý'
const trialLine = 'Bản in thử – đối chiếu mẫu chính thức'

function drawFurniture(paper: Paper): void {
  const { sheet, area, sheetPage } = paper
  const bottom = paper.pdf.page.height - mm(5)
  artifact(paper, () => {
    if (sheet.practice) {
      constant(paper, `practice ${sheet.layout}`, () => {
        drawWatermark(paper.pdf)
        put(paper, practiceLine, { x: area.left, y: bottom, font: 'italic', size: 9 })
      })
    }
    if (sheet.tie) drawQr(paper, sheet.tie, { x: area.left, y: mm(4), side: tieSide })
    if (sheet.tieWords) {
      const words = shorten(paper, sheet.tieWords, mm(75))
      put(paper, words, { x: area.left + tieSide + mm(3), y: mm(11), font: 'italic', size: 9 })
    }
    if (sheet.checkAgainstOfficial) {
      const x = area.left + (sheet.tie ? tieSide + mm(3) : 0)
      put(paper, trialLine, { x, y: mm(6), font: 'boldItalic', size: 9 })
    }
    if (sheetPage > 1) {
      const room = (area.right - area.left) / 2
      const text = `${shorten(paper, sheet.continued, room)} – trang ${sheetPage}`
      const x = area.right - measure(paper, text, 'italic', 9)
      put(paper, text, { x, y: bottom, font: 'italic', size: 9 })
    }
  })
}
