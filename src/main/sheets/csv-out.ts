import { writeInPieces } from './file-sink.ts'
import type { Cell, Column, Sheet } from './sheet.ts'

const pieceSize = 65_536

/**
 * Writes a table as CSV: UTF-8 with BOM, commas, ISO days, plain numbers, rows ending in CRLF. Text that
 * a spreadsheet program would take for a formula gets a `'` in front, which reading takes off again.
 * Heading lines come first and totals last. Throws the system's error and then leaves nothing behind.
 */
export async function writeCsv(path: string, sheet: Sheet): Promise<void> {
  const { heading = [], columns, rows, totals } = sheet
  await writeInPieces(path, async (sink) => {
    let waiting = '\uFEFF'
    const add = (line: string) => {
      waiting += `${line}\r\n`
      if (waiting.length > pieceSize) flush()
    }
    const flush = () => {
      sink(Buffer.from(waiting, 'utf8'))
      waiting = ''
    }
    for (const line of heading) add(textCell(line))
    add(columns.map(({ title }) => textCell(title)).join(','))
    for await (const row of rows) add(csvLine(row, columns))
    if (totals) add(csvLine(totals, columns))
    flush()
  })
}

function csvLine(row: readonly Cell[], columns: readonly Column[]): string {
  return columns.map((_, index) => csvCell(row[index] ?? null)).join(',')
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : textCell(cell)
}

/** Beginnings that make a spreadsheet program calculate, and the mark that stops it. */
const active = /^'*[=+\-@\t\r]/

function textCell(text: string): string {
  const inert = active.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** Takes off the mark that `writeCsv` puts before text which looks like a formula. */
export function unguard(text: string): string {
  return text.startsWith("'") && active.test(text) ? text.slice(1) : text
}
