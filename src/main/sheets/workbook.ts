import { Zip, ZipDeflate } from 'fflate'
import { type Sink, writeInPieces } from './file-sink.ts'
import { type Cell, mostSheetRows, type Sheet } from './sheet.ts'
import { rowXml, styles, textRowXml } from './xlsx-cells.ts'
import { bookParts, sheetFoot, sheetHead } from './xlsx-parts.ts'

export { writeCsv } from './csv-out.ts'
export { temporaryOf } from './file-sink.ts'
export { type ReadLimits, type ReadTable, readSheet, usualLimits } from './read.ts'
export type { Cell, Column, Sheet } from './sheet.ts'

/**
 * Writes an .xlsx file row by row, so that memory does not grow with it. A table longer than a sheet
 * may be goes on in further sheets, with the titles again. Text is never taken for a formula. Throws
 * the system's error when the disk does not take it, and then leaves nothing behind.
 */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  await writeInPieces(path, (sink) => fillBook(sink, sheets))
}

/** The bytes of an .xlsx file, for a small one that goes into another file. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  await fillBook((bytes) => pieces.push(bytes), sheets)
  return Buffer.concat(pieces)
}

async function fillBook(sink: Sink, sheets: readonly Sheet[]): Promise<void> {
  const zip = zipInto(sink)
  const names: string[] = []
  for (const sheet of sheets) await writeSheet(zip, sheet, names)
  for (const [part, xml] of Object.entries(bookParts(names))) zip.part(part).end(xml)
  zip.end()
}

type Part = { add: (xml: string) => void; end: (xml: string) => void }
type ZipOut = { part: (path: string) => Part; end: () => void }

/** A zip that leaves piece by piece. */
function zipInto(sink: Sink): ZipOut {
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    sink(bytes)
  })
  const part = (path: string): Part => {
    const entry = new ZipDeflate(path, { level: 4 })
    // Same rows, same bytes.
    entry.mtime = '1980-01-01T12:00:00'
    zip.add(entry)
    let waiting: string[] = []
    let size = 0
    const push = (last: boolean) => {
      entry.push(Buffer.from(waiting.join(''), 'utf8'), last)
      waiting = []
      size = 0
    }
    const add = (xml: string) => {
      waiting.push(xml)
      size += xml.length
      if (size > 65_536) push(false)
    }
    const end = (xml: string) => {
      waiting.push(xml)
      push(true)
    }
    return { add, end }
  }
  return { part, end: () => zip.end() }
}

/** Writes one table over as many sheets as it needs; `names` are the sheets written so far. */
async function writeSheet(zip: ZipOut, sheet: Sheet, names: string[]): Promise<void> {
  let page = startPage(zip, sheet, names)
  // The last row is kept free for the totals.
  const mostRows = mostSheetRows - 1
  for await (const row of sheet.rows) {
    if (page.lastRow >= mostRows) {
      page.end()
      page = startPage(zip, sheet, names)
    }
    page.add(row)
  }
  page.end(sheet.totals)
}

function startPage(zip: ZipOut, { name, heading = [], columns }: Sheet, names: string[]) {
  names.push(sheetName(name, names))
  const part = zip.part(`xl/worksheets/sheet${names.length}.xml`)
  const titleRow = heading.length + 1
  const titles = columns.map(({ title }) => title)
  const lines = heading.map((line, index) => textRowXml(index + 1, [line], styles.heading))
  part.add(sheetHead(columns, titleRow) + lines.join(''))
  part.add(textRowXml(titleRow, titles, styles.title))
  const page = {
    lastRow: titleRow,
    add: (row: readonly Cell[]) => {
      page.lastRow += 1
      part.add(rowXml(page.lastRow, row, columns))
    },
    end: (totals?: readonly Cell[]) => {
      if (totals) part.add(rowXml(page.lastRow + 1, totals, columns, true))
      part.end(sheetFoot(columns, titleRow, page.lastRow))
    },
  }
  return page
}

/** A name that spreadsheet programs take: 31 characters, none of `[]:*?/\`, not used yet. */
function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[' ]+|[' ]+$/g, '') || 'Sheet'
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` (${n})`
    const name = clean.slice(0, 31 - tail.length) + tail
    if (!used.has(name.toLowerCase())) return name
  }
}
