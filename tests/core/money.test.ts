import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatMoney,
  maxAmount,
  moneyInWords,
  parseMoney,
  roundHalfUp,
  share,
} from '#core/money.ts'

const read = (text: string) => {
  const result = parseMoney(text)
  return result.ok ? result.value : result.problem.code
}

describe('[A74] money as clerks type and paste it', () => {
  it.each([
    '1.234.567',
    '1234567',
    '1,234,567',
    '1 234 567 đ',
    '1\u00A0234\u00A0567\u00A0₫',
    '1\u202F234\u202F567 đồng'.normalize('NFD'),
    '１２３４５６７',
    ' 1.234.567 VNĐ ',
  ])('[A74] reads %s', (text) => {
    expect(read(text)).toBe(1234567)
  })

  it.each([
    ['1.23', 'money.fraction'],
    ['1,5', 'money.fraction'],
    ['1.234.567,00', 'money.fraction'],
    ['1.234,567', 'money.fraction'],
    ['0.123', 'money.fraction'],
    ['12.34.567', 'money.fraction'],
    ['-1', 'money.negative'],
    ['\u2212 5', 'money.negative'],
    ['(1.000)', 'money.negative'],
    ['', 'money.empty'],
    ['đ', 'money.empty'],
    ['0123', 'money.unreadable'],
    ['1e6', 'money.unreadable'],
    ['1tr5', 'money.unreadable'],
    ['10000000000001', 'money.too-large'],
    ['9'.repeat(400), 'money.too-large'],
  ])('[A74] refuses %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('[A74] takes zero and the largest amount', () => {
    expect(read('0')).toBe(0)
    expect(read('10.000.000.000.000')).toBe(maxAmount)
  })

  it('[A74] reads back every amount it writes', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((n) => n % (maxAmount + 1)),
        (amount) => {
          expect(read(formatMoney(amount))).toBe(amount)
          expect(read(formatMoney(amount, 'đ'))).toBe(amount)
        },
      ),
    )
  })
})

describe('amounts on paper', () => {
  it('groups thousands with dots', () => {
    expect(formatMoney(1263600)).toBe('1.263.600')
    expect(formatMoney(1263600, 'đ')).toBe('1.263.600 đ')
    expect(formatMoney(0)).toBe('0')
    expect(formatMoney(-99000, 'đ')).toBe('-99.000 đ')
  })

  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [105, 'Một trăm linh năm đồng'],
    [1000, 'Một nghìn đồng'],
    [1005, 'Một nghìn không trăm linh năm đồng'],
    [1_263_600, 'Một triệu hai trăm sáu mươi ba nghìn sáu trăm đồng'],
    [14_753_539, 'Mười bốn triệu bảy trăm năm mươi ba nghìn năm trăm ba mươi chín đồng'],
    [2_000_000_005, 'Hai tỷ không trăm linh năm đồng'],
    [10_000_000_000_000, 'Mười nghìn tỷ đồng'],
    [-7, 'Âm bảy đồng'],
  ])('says %i', (amount, words) => {
    expect(moneyInWords(amount)).toBe(words)
  })
})

describe('rounding', () => {
  it('goes half up on both sides of zero', () => {
    expect(roundHalfUp(5n, 2n)).toBe(3n)
    expect(roundHalfUp(-5n, 2n)).toBe(-2n)
    expect(roundHalfUp(-7n, 3n)).toBe(-2n)
    expect(roundHalfUp(49n, 100n)).toBe(0n)
    expect(share(1_500_000, 22, 100)).toBe(330_000)
    expect(share(1, 1, 2)).toBe(1)
  })

  it('is never further than half a đồng from the exact value', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (n, d) => {
        const error = 2n * (roundHalfUp(n, d) * d - n)
        expect(error > -d && error <= d).toBe(true)
      }),
    )
  })
})
