import type { PDFDocumentProxy } from 'pdfjs-dist'
import { foldKey } from '#core/text.ts'

/** A piece of a page's text and where it stands: part of the page's width and height, from the top left. */
export type TextPiece = { text: string; left: number; top: number; width: number; height: number }

/** One place where a searched text stands: its page (from 1) and its boxes on it. */
export type Hit = { page: number; boxes: Omit<TextPiece, 'text'>[] }

/** Reads the text of every page, in reading order. */
export async function readPdfText(pdf: PDFDocumentProxy): Promise<TextPiece[][]> {
  const pages: TextPiece[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { width: across, height: down } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , , x = 0, y = 0] = item.transform as number[]
        const { width, height } = item
        // A line of text stands on its baseline; about a fifth of its height hangs below.
        const top = (down - y - height * 0.9) / down
        return [
          {
            text: item.str,
            left: x / across,
            top,
            width: width / across,
            height: (height * 1.15) / down,
          },
        ]
      }),
    )
  }
  return pages
}

/** Where a text stands, marks and capitals aside, also across pieces of one page. */
export function findInText(pages: readonly TextPiece[][], wanted: string): Hit[] {
  const key = foldKey(wanted)
  if (key === '') return []
  return pages.flatMap((pieces, index) => {
    const hits: Hit[] = []
    let whole = ''
    const starts = pieces.map(({ text }) => {
      const start = whole.length
      whole += `${foldKey(text)} `
      return start
    })
    for (let at = whole.indexOf(key); at >= 0; at = whole.indexOf(key, at + key.length)) {
      const boxes = pieces.flatMap((piece, n) => part(piece, starts[n] ?? 0, at, at + key.length))
      if (boxes.length > 0) hits.push({ page: index + 1, boxes })
    }
    return hits
  })
}

/** The part of a piece between two places of the whole text, when there is one. */
function part(piece: TextPiece, start: number, from: number, to: number): Hit['boxes'] {
  const { text, left, top, width, height } = piece
  const { length } = foldKey(text)
  const begin = Math.max(0, from - start)
  const end = Math.min(length, to - start)
  if (begin >= end) return []
  return [
    {
      left: left + (width * begin) / length,
      top,
      width: (width * (end - begin)) / length,
      height,
    },
  ]
}
