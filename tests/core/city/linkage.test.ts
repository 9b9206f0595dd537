import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCollisions, LinkageList } from '#core/linkage.ts'

const list = (unit: string, hashes: string[], changes: Partial<LinkageList> = {}): LinkageList =>
  LinkageList.parse({
    format: 'raquan-linkage-v1',
    unit,
    period: { from: '2024-11-16', to: '2024-11-16' },
    sequence: 1,
    keyId: 'abcdef01',
    hashes: hashes.map((one) => one.repeat(32)),
    ...changes,
  })

describe('people counted by two units', () => {
  it('are told as counts and files', () => {
    const lists = [list('016', ['a', 'b', 'c']), list('017', ['b', 'c', 'd']), list('018', ['c'])]
    const file = (unit: string) => ({ unit, sequence: 1 })
    expect(findCollisions(lists, 'abcdef01')).toEqual([
      { people: 1, files: [file('016'), file('017'), file('018')] },
      { people: 1, files: [file('016'), file('017')] },
    ])
  })

  it('are not looked for within a unit or under another key', () => {
    const twice = [list('016', ['a']), list('016', ['a'], { sequence: 2 })]
    expect(findCollisions(twice, 'abcdef01')).toEqual([])
    const keys = [list('016', ['a']), list('017', ['a'], { keyId: '00000000' })]
    expect(findCollisions(keys, 'abcdef01')).toEqual([])
  })

  it('are the same whatever the order of the lists', () => {
    const hashes = fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 })
    const all = fc.array(hashes, { maxLength: 5 })
    fc.assert(
      fc.property(all, (many) => {
        const lists = many.map((own, index) => list(`01${index}`, own, { sequence: index + 1 }))
        expect(findCollisions([...lists].reverse(), 'abcdef01')).toEqual(
          findCollisions(lists, 'abcdef01'),
        )
      }),
    )
  })
})
