import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, deepestNesting, type Json, parseCanonical } from '#core/canonical.ts'
import { must } from '#core/result.ts'

const why = (text: string): unknown => {
  const read = parseCanonical(text)
  return read.ok ? 'accepted' : read.problem.values?.why
}

const anyKey = fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,10}$/)
const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Surrogate}/u.test(text)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 4 }),
  ),
})).value

const shuffled = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  )
}

describe('canonical text', () => {
  it('[A23] has sorted keys, no spaces, one final line feed', () => {
    const text = must(canonicalText({ b: [1, null, true], a: { 'bhxh-tn': -5, aB: 'Sóc Sơn\n"' } }))
    expect(text).toBe('{"a":{"aB":"Sóc Sơn\\n\\"","bhxh-tn":-5},"b":[1,null,true]}\n')
  })

  it('[A23] is the same text whatever the order of keys and the form of the letters', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = must(canonicalText(value))
        expect(must(canonicalText(shuffled(value)))).toBe(text)
        expect(must(canonicalText(must(parseCanonical(text))))).toBe(text)
      }),
    )
    expect(must(canonicalText('S\u006f\u0301c'))).toBe(must(canonicalText('Sóc')))
  })

  it('refuses values JSON cannot hold exactly', () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, undefined, 10n])
      expect(canonicalText({ a: bad as Json }).ok).toBe(false)
  })
})

describe('parseCanonical', () => {
  it('[A32] refuses hostile and non-canonical texts', () => {
    const hostile: Record<string, [string, string]> = {
      'duplicate keys': ['{"a":1,"a":1}\n', 'form'],
      'unsorted keys': ['{"b":1,"a":1}\n', 'form'],
      spaces: ['{"a": 1}\n', 'form'],
      'no line feed': ['{"a":1}', 'form'],
      'two line feeds': ['{"a":1}\n\n', 'form'],
      'carriage return': ['{"a":1}\r\n', 'form'],
      BOM: ['\uFEFF{"a":1}\n', 'form'],
      'not JSON': ['{a:1}\n', 'form'],
      empty: ['', 'form'],
      'a tail': ['{"a":1}\nx', 'form'],
      fraction: ['{"a":1.5}\n', 'number'],
      'written fraction': ['{"a":1.0}\n', 'form'],
      exponent: ['{"a":1e3}\n', 'form'],
      'minus zero': ['{"a":-0}\n', 'form'],
      'huge number': ['{"a":12345678901234567890}\n', 'number'],
      infinite: ['{"a":1e999}\n', 'number'],
      __proto__: ['{"__proto__":{"ok":true}}\n', 'key'],
      'empty key': ['{"":1}\n', 'key'],
      'lone surrogate': ['{"a":"\\ud800"}\n', 'text'],
      'surrogate pair as escapes': ['{"a":"\\ud83d\\ude00"}\n', 'form'],
      'needless escape': ['{"a":"\\u0041"}\n', 'form'],
      NFD: ['{"a":"So\u0301c"}\n', 'form'],
      'deep arrays': [`${'['.repeat(33)}1${']'.repeat(33)}\n`, 'nesting'],
      'very deep arrays': [`${'['.repeat(200_000)}1${']'.repeat(200_000)}\n`, 'nesting'],
    }
    for (const [name, [text, fault]] of Object.entries(hostile))
      expect([name, why(text)]).toEqual([name, fault])
  })

  it('[A32] takes nesting up to the limit', () => {
    const text = `${'['.repeat(deepestNesting)}1${']'.repeat(deepestNesting)}\n`
    expect(why(text)).toBe('accepted')
  })

  it('[A32] takes a text only when it is the one its value gives', () => {
    fc.assert(
      fc.property(
        anyJson,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 2 }),
        (value, at, bit) => {
          const text = must(canonicalText(value))
          const place = at % text.length
          const changed = text.slice(0, place) + bit + text.slice(place + 1)
          const read = parseCanonical(changed)
          if (read.ok) expect(must(canonicalText(read.value))).toBe(changed)
        },
      ),
    )
  })
})
