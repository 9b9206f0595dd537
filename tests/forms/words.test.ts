import { describe, expect, it } from 'vitest'
import { placeAfter } from '../../src/main/forms/words.ts'

describe('a place behind a label that names its kind', () => {
  it.each([
    ['Xã', 'Xã Phù Lỗ', 'Phù Lỗ'],
    ['Xã', 'xã  Phù Lỗ', 'Phù Lỗ'],
    ['Xã', 'Phường Láng', 'Phường Láng'],
    ['Xã', 'Xã', 'Xã'],
    ['Huyện', 'Huyện Sóc Sơn', 'Sóc Sơn'],
    ['Huyện', 'Quận Ba Đình', 'Quận Ba Đình'],
    ['Huyện', 'Thị xã Sơn Tây', 'Thị xã Sơn Tây'],
    ['Tỉnh', 'Tỉnh Thái Bình', 'Thái Bình'],
    ['Tỉnh', 'Thành phố Hà Nội', 'Thành phố Hà Nội'],
    ['Tỉnh', '', null],
    ['Tỉnh', null, null],
  ])('%s: %s', (kind, name, shown) => {
    expect(placeAfter(kind, name)).toBe(shown)
  })
})
