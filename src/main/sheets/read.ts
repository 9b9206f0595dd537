import { open, stat } from 'node:fs/promises'
import { fail, ok, type Result } from '#core/result.ts'
import { readCsv } from './csv-in.ts'
import { megabytes, type ReadLimits, ReadStop, usualLimits } from './limits.ts'
import type { Cell } from './sheet.ts'
import { readXlsx } from './xlsx-in.ts'

export { type ReadLimits, usualLimits } from './limits.ts'

/**
 * A table as it stood in a file: the name of its sheet and of all sheets (none in CSV), and its rows,
 * the first one at 0. Empty cells are null and missing behind the last filled one; days are ISO days.
 */
export type ReadTable = { sheet: string | null; sheets: string[]; rows: Cell[][] }

/**
 * Reads one sheet of an .xlsx or a .csv that anybody may have made; its content decides which, not
 * its name. Formulas count as the value saved with them and are never worked out, links and macros are
 * not looked at. Within the limits time and memory are bounded; still, run it in a job. The first sheet
 * is read unless `sheet` names another.
 */
export async function readSheet(
  path: string,
  limits: ReadLimits = usualLimits,
  sheet: string | null = null,
): Promise<Result<ReadTable>> {
  try {
    const { size } = await stat(path)
    if (size > limits.fileBytes) {
      return fail('workbook.too-large', { most: megabytes(limits.fileBytes) })
    }
    const start = await firstBytes(path)
    // A zip, then the container of .xls and of workbooks with a password.
    if (start.startsWith('504b0304')) return ok(await readXlsx(path, limits, sheet))
    if (start.startsWith('d0cf11e0')) return fail('workbook.old-format')
    if (sheet !== null) return fail('workbook.no-such-sheet', { sheet })
    return ok({ sheet: null, sheets: [], rows: await readCsv(path, limits) })
  } catch (error) {
    if (error instanceof ReadStop) return { ok: false, problem: error.problem }
    if (isSystemError(error)) return fail('file.unreadable', { file: path })
    throw error
  }
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
