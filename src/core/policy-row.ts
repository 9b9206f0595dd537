import { z } from 'zod'
import { formatDate, type IsoDate, isIsoDate } from './date.ts'
import type { Basis } from './enrolment.ts'
import { fail, ok, type Result } from './result.ts'
import { Confidence } from './units.ts'

const day = z.string().refine(isIsoDate)

const rowOf = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{3,60}$/),
    from: day.nullable(),
    to: day.nullable(),
    value,
    source: z.string().min(1).max(300),
    confidence: Confidence,
    note: z.string().max(300).optional(),
    pending: z.literal(true).optional(),
  })

/**
 * One row of policy, in force from `from` to `to` (inclusive, null is open), with the law it rests
 * on. A `pending` row is not confirmed and counts only after the office confirms it.
 */
export type Row<T> = {
  id: string
  from: IsoDate | null
  to: IsoDate | null
  value: T
  source: string
  confidence: Confidence
  note?: string | undefined
  pending?: true | undefined
}

/** The schema of a table of rows whose value is `value`. */
export const tableOf = <T extends z.ZodType>(value: T) => z.array(rowOf(value))

/** Whether a row is in force on a day; a pending row never is. */
export function holdsOn(row: Row<unknown>, date: IsoDate): boolean {
  return !row.pending && (row.from ?? '') <= date && (row.to === null || date <= row.to)
}

/** The row in force on a day, or null; the office's own rows come first. */
export function rowOn<T>(rows: readonly Row<T>[], date: IsoDate): Row<T> | null {
  return rows.find((row) => holdsOn(row, date)) ?? null
}

/** The row in force on a day, or the problem that policy does not reach that day. */
export function needRow<T>(rows: readonly Row<T>[], date: IsoDate): Result<Row<T>> {
  const row = rowOn(rows, date)
  return row ? ok(row) : fail('date.no-policy', { date: formatDate(date) })
}

/** The rows as an amount's grounds, each row once. */
export function basisOf(rows: readonly (Row<unknown> | null)[]): Basis[] {
  const unique = new Map<string, Basis>()
  for (const row of rows)
    if (row) unique.set(row.id, { row: row.id, source: row.source, confidence: row.confidence })
  return [...unique.values()]
}
