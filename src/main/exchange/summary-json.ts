import { fail, ok, type Result } from '#core/result.ts'
import { Summary } from '#core/summary.ts'
import { readKindJson } from './json.ts'

/** Checks that a value has the shape of a summary; the problem names the field, `rows.3.persons`. */
export function checkShape(value: unknown): Result<Summary> {
  const parsed = Summary.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const field = parsed.error.issues[0]?.path.map(String).join('.') || 'summary.json'
  return fail('exchange.invalid-summary', { field })
}

/** The summary in `summary.json`, or why these bytes are not one. Never throws on hostile bytes. */
export function readSummary(bytes: Uint8Array): Result<Summary> {
  const json = readKindJson('summary', bytes)
  return json.ok ? checkShape(json.value) : json
}
