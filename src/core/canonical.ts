import { fail, ok, type Result } from './result.ts'

/** What canonical JSON can hold: no fractions, no undefined. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** How deep arrays and objects may be nested; a summary needs five levels. */
export const deepestNesting = 32

// Plain ASCII keys sort the same way everywhere, and `__proto__` is not one of them.
const keyShape = /^[a-z][A-Za-z0-9-]{0,60}$/

/** Why a value or text is not canonical; a word for the problem's `{why}`. */
type Fault = 'number' | 'text' | 'key' | 'nesting' | 'form'

class NotCanonical extends Error {
  fault: Fault
  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

function textOf(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonical('text')
  return JSON.stringify(text.normalize('NFC'))
}

function objectOf(value: { readonly [key: string]: unknown }, depth: number): string {
  const parts = Object.keys(value)
    .sort()
    .map((key) => {
      if (!keyShape.test(key)) throw new NotCanonical('key')
      return `"${key}":${encode(value[key], depth + 1)}`
    })
  return `{${parts.join(',')}}`
}

function encode(value: unknown, depth: number): string {
  if (depth > deepestNesting) throw new NotCanonical('nesting')
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical('number')
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => encode(item, depth + 1)).join(',')}]`
  if (typeof value === 'object') return objectOf(value as Record<string, unknown>, depth)
  throw new NotCanonical('form')
}

/**
 * The one JSON text of a value: keys in ASCII order, no spaces, whole safe integers, NFC strings, a
 * final line feed. It is RFC 8785 for these values plus the line feed. Written as UTF-8 without BOM,
 * it is the same bytes on every machine, in every locale and time zone.
 */
export function canonicalText(value: Json): Result<string> {
  return guarded(() => `${encode(value, 0)}\n`)
}

/**
 * The value of a canonical text, or a problem: whatever would not come out as exactly this text again
 * is refused (duplicate or unsorted keys, spaces, fractions, huge numbers, NFD, a BOM, deep nesting).
 */
export function parseCanonical(text: string): Result<Json> {
  return guarded(() => {
    let value: Json
    try {
      value = JSON.parse(text)
    } catch {
      throw new NotCanonical('form')
    }
    if (`${encode(value, 0)}\n` !== text) throw new NotCanonical('form')
    return value
  })
}

function guarded<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof NotCanonical) return fail('exchange.not-canonical', { why: error.fault })
    throw error
  }
}
