import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personTerms, readTyped, termSigns } from '#core/search-terms.ts'

const person = (names: string[], numbers: string[] = [], address = '') =>
  new Set(
    personTerms({
      names,
      numbers,
      address,
      communeCode: '00376',
      communeFrom: '',
      enrolments: [],
    }).split(' '),
  )

const isFound = (typed: string, terms: Set<string>, andAddress = false) =>
  readTyped(typed).every(({ inName, inAddress }) =>
    [...inName, ...(andAddress ? inAddress : [])].some((term) => terms.has(term)),
  )

describe('search terms', () => {
  it('are every beginning of every word, without marks', () => {
    expect([...person(['Đỗ Ước'])]).toEqual(['d', 'do', 'u', 'uo', 'uoc', '=c00376:'])
  })

  it('keep the kinds apart', () => {
    const terms = person(['Lan'], ['0912345678'], 'Thôn Lan')
    expect(isFound('thon', terms)).toBe(false)
    expect(isFound('thon', terms, true)).toBe(true)
    expect(isFound('091', terms)).toBe(false)
    expect(isFound('0912', terms)).toBe(true)
    expect(isFound('5678', terms)).toBe(true)
    expect(isFound('2345', terms)).toBe(false)
  })

  it('find a name by any beginnings of its words in any order', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aăâeêioôơuưđhntgáàảãạế'),
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat(8)),
        (words, cut) => {
          const terms = person([words.join(' ')])
          const typed = words.map((each) =>
            each.slice(0, 1 + ((cut.next().value ?? 0) % each.length)),
          )
          expect(isFound(typed.reverse().join(' '), terms)).toBe(true)
        },
      ),
    )
  })

  it('hold nothing a search box could send but letters, digits and the signs of the index', () => {
    const allowed = new RegExp(`^[\\p{L}\\p{N}${termSigns.replace('-', '\\-')}]+$`, 'u')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { inName, inAddress } of readTyped(text)) {
          for (const term of [...inName, ...inAddress]) expect(term).toMatch(allowed)
        }
        expect(readTyped(text).length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it.each([
    ['0912 345 678', '#0912345678'],
    ['+84 912.345.678', '#0912345678'],
    ['0168 234 5678', '#0382345678'],
    ['GD4-01-0123456789', '#0123456789'],
    ['001.085.000.123', '#001085000123'],
  ])('read %s as one number', (typed, term) => {
    expect(readTyped(typed).map(({ inName }) => inName[0])).toEqual([term])
  })
})
