import { type Json, parseCanonical } from '#core/canonical.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { type Kind, kinds } from './kinds.ts'

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The canonical JSON of a kind of file, still without its shape, or why these bytes are not it: another
 * text form, or a `format` that is neither today's nor an older one still read. Never throws on hostile bytes.
 */
export function readKindJson(kind: Kind, bytes: Uint8Array): Result<Json> {
  const text = readText(bytes)
  if (text === null) return fail('exchange.not-canonical', { why: 'text' })
  const json = parseCanonical(text)
  if (!json.ok) return json
  // The namespace comes first: a receipt, a findings file or a newer version is not a broken summary.
  const format = isObject(json.value) ? json.value.format : null
  const { format: current, older = [] } = kinds[kind]
  if (format === current || older.some((one) => one === format)) return ok(json.value)
  return fail('exchange.wrong-format', { format: cleanText(String(format)).slice(0, 80) })
}
