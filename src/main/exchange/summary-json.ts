import { parseCanonical } from '#core/canonical.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { Summary, summaryFormat } from '#core/summary.ts'
import { cleanText } from '#core/text.ts'

/** Checks that a value has the shape of a summary; the problem names the field, `rows.3.persons`. */
export function checkShape(value: unknown): Result<Summary> {
  const parsed = Summary.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const field = parsed.error.issues[0]?.path.map(String).join('.') || 'summary.json'
  return fail('exchange.invalid-summary', { field })
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The summary in `summary.json`, or why these bytes are not one. Never throws on hostile bytes. */
export function readSummary(bytes: Uint8Array): Result<Summary> {
  const text = readText(bytes)
  if (text === null) return fail('exchange.not-canonical', { why: 'text' })
  const json = parseCanonical(text)
  if (!json.ok) return json
  // The namespace comes first: a receipt, a findings file or a newer version is not a broken summary.
  const format = isObject(json.value) ? json.value.format : null
  if (format !== summaryFormat)
    return fail('exchange.wrong-format', { format: cleanText(String(format)).slice(0, 80) })
  return checkShape(json.value)
}
