import { fail, type Problem } from '#core/result.ts'

/** What a foreign file may cost at most: bytes on disk and unpacked, rows, columns, filled cells. */
export type ReadLimits = {
  fileBytes: number
  unpackedBytes: number
  rows: number
  columns: number
  cells: number
}

/** Room for any list of an office; a reader stays under some 600 MB of memory within them. */
export const usualLimits: ReadLimits = {
  fileBytes: 50_000_000,
  unpackedBytes: 400_000_000,
  rows: 200_000,
  columns: 200,
  cells: 4_000_000,
}

/** Stops reading: an expected problem on its way out of a parser's callbacks. */
export class ReadStop extends Error {
  readonly problem: Problem
  constructor(code: Problem['code'], values?: Record<string, string | number>) {
    super(code)
    this.problem = fail(code, values).problem
  }
}

/** Bytes as whole megabytes for a sentence. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000)
}
