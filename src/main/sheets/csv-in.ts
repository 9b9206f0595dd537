import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { unguard } from './csv-out.ts'
import { type ReadLimits, ReadStop } from './limits.ts'
import { keepRows } from './row-keeper.ts'
import type { Cell } from './sheet.ts'

const pieceSize = 65_536

/**
 * The rows of a CSV file: commas, semicolons or tabs, UTF-8 or UTF-16 with a BOM. Every cell is text.
 * Throws a ReadStop for what is not a list, or passes a limit.
 */
export async function readCsv(path: string, limits: ReadLimits): Promise<Cell[][]> {
  const text = decode(await readFile(path))
  // A page of the web under another name, as many programs call their “Excel” export.
  if (text.includes('\0') || /^\s*<[!?a-z]/i.test(text))
    throw new ReadStop('workbook.unknown-format')
  const keeper = keepRows(limits)
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  })
  let number = 0
  const take = () => {
    for (let record = parser.read(); record !== null; record = parser.read()) {
      number += 1
      for (const [column, cell] of (record as string[]).entries()) keeper.put(column, unguard(cell))
      keeper.endRow(number)
    }
  }
  await new Promise<void>((resolve, reject) => {
    parser.on('readable', () => {
      try {
        take()
      } catch (error) {
        parser.destroy(error as Error)
      }
    })
    parser.once('error', (error) => reject(said(error)))
    parser.once('end', resolve)
    feed(parser, text)
  })
  return keeper.rows
}

function feed(parser: ReturnType<typeof parse>, text: string): void {
  let at = 0
  const more = () => {
    while (at < text.length && !parser.destroyed) {
      const piece = text.slice(at, at + pieceSize)
      at += pieceSize
      if (!parser.write(piece)) {
        parser.once('drain', more)
        return
      }
    }
    if (!parser.destroyed) parser.end()
  }
  more()
}

function said(error: Error): Error {
  return error instanceof CsvError ? new ReadStop('workbook.unknown-format') : error
}

function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex')
  const encoding = start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // A list with zero bytes is no list at all; else it is one in an encoding of another age.
    throw new ReadStop(bytes.includes(0) ? 'workbook.unknown-format' : 'workbook.encoding')
  }
}

/** The separator that the first line with any has most of. */
function delimiterOf(text: string): string {
  const line = /^.*[,;\t].*$/m.exec(text.slice(0, 100_000))?.[0] ?? ''
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}
