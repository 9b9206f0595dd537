import type { Json } from '#core/canonical.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { Summary, SummaryV1, summaryFormatV1, upgradeSummary } from '#core/summary.ts'
import { readKindJson } from './json.ts'

/** Checks that a value has the shape of a summary; the problem names the field, `rows.3.persons`. */
export function checkShape(value: unknown): Result<Summary> {
  const parsed = Summary.safeParse(value)
  return parsed.success ? ok(parsed.data) : misshapen(parsed.error)
}

function misshapen(error: { issues: readonly { path: readonly PropertyKey[] }[] }) {
  const field = error.issues[0]?.path.map(String).join('.') || 'summary.json'
  return fail('exchange.invalid-summary', { field })
}

const isOld = (json: Json): boolean =>
  json !== null && typeof json === 'object' && 'format' in json && json.format === summaryFormatV1

/**
 * The summary in `summary.json`, or why these bytes are not one; a file of version 1 comes in the shape
 * of today. Never throws on hostile bytes.
 */
export function readSummary(bytes: Uint8Array): Result<Summary> {
  const json = readKindJson('summary', bytes)
  if (!json.ok) return json
  if (!isOld(json.value)) return checkShape(json.value)
  const parsed = SummaryV1.safeParse(json.value)
  return parsed.success ? ok(upgradeSummary(parsed.data)) : misshapen(parsed.error)
}
