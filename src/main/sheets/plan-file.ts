import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { fileProblem } from '#core/file-problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { PlanFile } from '#core/target-sheet.ts'
import { readSheet } from './read.ts'

const largestJson = 10_000_000

/** Reads a CSV, XLSX or JSON file of targets; what its rows say is checked by who takes them in. */
export async function readPlanFile(path: string): Promise<Result<PlanFile>> {
  try {
    if (path.toLowerCase().endsWith('.json')) return await readJson(path)
    const table = await readSheet(path)
    if (!table.ok) return table
    return ok({ sha256: hashOf(await readFile(path)), rows: table.value.rows })
  } catch (error) {
    if (error instanceof SyntaxError) return fail('target.file-unreadable')
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
}

async function readJson(path: string): Promise<Result<PlanFile>> {
  const { size } = await stat(path)
  if (size > largestJson) return fail('target.file-unreadable')
  const bytes = await readFile(path)
  return ok({ sha256: hashOf(bytes), json: JSON.parse(bytes.toString('utf8')) })
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
