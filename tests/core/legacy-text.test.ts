import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertLegacy, detectLegacy } from '#core/legacy-text.ts'
import { looksVietnamese } from '#core/syllable.ts'

const samples = [
  ['tcvn3', 'NguyÔn V¨n An', 'Nguyễn Văn An'],
  ['tcvn3', 'TrÇn ThÞ H\u00AD¬ng', 'Trần Thị Hương'],
  ['tcvn3', '§ç Quèc C\u00ADêng', 'Đỗ Quốc Cường'],
  ['tcvn3', 'Hoµng Minh TuÊn', 'Hoàng Minh Tuấn'],
  ['tcvn3', 'NGUYÔN V¡N AN', 'NGUYỄN VĂN AN'],
  ['tcvn3', 'Sè 12, phè HuÕ', 'Số 12, phố Huế'],
  ['vni', 'Nguyeãn Vaên An', 'Nguyễn Văn An'],
  ['vni', 'Traàn Thò Höông', 'Trần Thị Hương'],
  ['vni', 'Ñoã Quoác Cöôøng', 'Đỗ Quốc Cường'],
  ['vni', 'NGUYEÃN VAÊN ÑÖÙC', 'NGUYỄN VĂN ĐỨC'],
  ['vni', 'Cao Baù Quaùt', 'Cao Bá Quát'],
  ['vni', 'Nguyeãn Thuyû', 'Nguyễn Thuỷ'],
] as const

describe('text of before Unicode', () => {
  it.each(samples)('%s: %s is %s', (encoding, typed, meant) => {
    expect(detectLegacy(typed)).toBe(encoding)
    expect(detectLegacy(typed.normalize('NFD'))).toBe(encoding)
    expect(convertLegacy(typed, encoding)).toBe(meant)
  })

  it.each([
    'Nguyễn Văn An',
    'Lê Cô Hà',
    'LÊ CÔ HÀ',
    'Đỗ Thị Hoà',
    'Vò Hà',
    'Nguyen Van An',
    '',
    '12 - 34 “x” – …',
    'François Côté',
    'Trần Hoà Bình'.normalize('NFD'),
  ])('leaves %s alone', (text) => {
    expect(detectLegacy(text)).toBeNull()
  })

  it('never finds an encoding in sound Vietnamese', () => {
    const sound = samples.flatMap(([, , meant]) => meant.split(/[ ,]+/))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sound)), (words) => {
        expect(detectLegacy(words.join(' '))).toBeNull()
      }),
    )
  })
})

describe('syllables', () => {
  it.each([
    ...['nguyễn', 'Quốc', 'quý', 'giếng', 'gì', 'già', 'hoà', 'hòa', 'thuỷ', 'thủy', 'khuya'],
    ...['Huỳnh', 'người', 'rượu', 'yêu', 'Niê', 'xoong', 'thuở', 'Đặng', 'Ê', 'Ý', 'loài', 'khuỷu'],
  ])('%s can be one', (word) => {
    expect(looksVietnamese(word)).toBe(true)
    expect(looksVietnamese(word.normalize('NFD'))).toBe(true)
  })

  it.each(['nguyen', 'nguyễnx', 'Vănn', 'baù', 'Leâ', 'hoáng1', 'ngừơi', 'bàí', 'w', '', 'Côté'])(
    '%s cannot',
    (word) => {
      expect(looksVietnamese(word)).toBe(false)
    },
  )
})
