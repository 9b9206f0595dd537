import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, foldKey, sortKey, upperVi } from '#core/text.ts'

describe('clean text', () => {
  it('composes, collapses and trims', () => {
    expect(cleanText('  Nguyễn\u00A0 Văn\u200B\tAn\n'.normalize('NFD'))).toBe('Nguyễn Văn An')
    expect(cleanText('Tr\u00ADần \u202EHoà\uFEFF\uD800')).toBe('Trần Hoà')
    expect(cleanText("Y' Bih  H'Hen-Niê")).toBe("Y' Bih H'Hen-Niê")
    expect(cleanText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once).toBe(once.normalize('NFC'))
      }),
    )
  })

  it('upper-cases đ as Đ', () => {
    expect(upperVi('Đỗ thị đượm'.normalize('NFD'))).toBe('ĐỖ THỊ ĐƯỢM')
    expect(upperVi('đ').codePointAt(0)).toBe(0x110)
  })
})

describe('search key', () => {
  it('folds marks, đ and both tone placements', () => {
    expect(foldKey(' Đỗ  Thị ĐƯỢM ')).toBe('do thi duom')
    expect(foldKey('Nguyễn'.normalize('NFD'))).toBe('nguyen')
    expect(foldKey('Ð\u1ED7 ð')).toBe('do d')
    for (const [old, young] of [
      ['hòa', 'hoà'],
      ['thủy', 'thuỷ'],
      ['khỏe', 'khoẻ'],
    ] as const)
      expect(foldKey(old)).toBe(foldKey(young))
    expect(foldKey('Lý')).not.toBe(foldKey('Lí'))
  })
})

describe('sort key', () => {
  const inOrder = (names: string[]) => {
    const shuffled = [...names].reverse()
    const byBytes = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : 1)
    expect(shuffled.sort(byBytes)).toEqual(names)
  }

  it('follows the Vietnamese alphabet and the order of tones', () => {
    inOrder([...'aăâbcdđeêghiklmnoôơpqrstuưvxy'])
    inOrder(['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'man', 'màn', 'măn', 'mân'])
    inOrder(['Dung', 'Dũng', 'Duy', 'Đan', 'Đào', 'Ê'])
    inOrder(['An', 'Anh', 'Ân', 'Bình'])
  })

  it('takes the given name first, then the family name, then the middle names', () => {
    inOrder([
      'Trần Thị Ái',
      'Lê Văn An',
      'Nguyễn Thị An',
      'Nguyễn Văn An',
      'Nguyễn Văn Bé An',
      'Bùi Ngọc Ánh',
      'Đỗ Văn Bình',
    ])
    expect(sortKey('')).toBe('')
    expect(sortKey(' - ')).toBe('')
  })

  it('is the same for both tone placements, any case and NFD', () => {
    expect(sortKey('Trần Thị Hoà')).toBe(sortKey('TRẦN THỊ HÒA'))
    expect(sortKey('Nguyễn Thuỷ'.normalize('NFD'))).toBe(sortKey('Nguyễn Thủy'))
  })

  it('is plain ASCII for every Vietnamese name', () => {
    const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặềểễếệộợựỵ']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters, ' ') }), (name) => {
        expect(sortKey(name)).toMatch(/^[a-z{|0-5]*$/)
      }),
    )
  })
})
