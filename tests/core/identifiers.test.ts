import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPersonalNumber,
  parseCardCode,
  parseInsuranceNumber,
  parseOldIdNumber,
  parsePersonalNumber,
  readPersonalNumber,
} from '#core/identifiers.ts'
import { parsePhone } from '#core/phone.ts'
import { provincePrefixes } from '#core/province-prefixes.ts'
import type { Result } from '#core/result.ts'

const outcome = (result: Result<string>) => (result.ok ? result.value : result.problem.code)

describe('personal numbers', () => {
  it.each([
    ['001085000123', '001085000123'],
    [' 001 085 000 123 ', '001085000123'],
    ['００１０８５０００１２３', '001085000123'],
    ['001.085.000.123', '001085000123'],
    ['1085000123', 'number.personal'],
    ['01085000123', 'number.personal-lost-zero'],
    ['012345678', 'number.personal-is-old'],
    ['00108500012a', 'number.personal'],
    ['', 'number.personal'],
    ['0010850001234', 'number.personal'],
  ])('reads %s', (text, expected) => {
    expect(outcome(parsePersonalNumber(text))).toBe(expected)
  })

  it('tell province, sex and birth year', () => {
    expect(readPersonalNumber('001085000123')).toEqual({
      province: 'Hà Nội',
      sex: 'male',
      birthYear: 1985,
    })
    expect(readPersonalNumber('079301000123')).toEqual({
      province: 'TP. Hồ Chí Minh',
      sex: 'female',
      birthYear: 2001,
    })
    expect(readPersonalNumber('500499000123').province).toBeNull()
    expect(Object.keys(provincePrefixes)).toHaveLength(63)
  })

  it('are compared with the person, as warnings', () => {
    const codes = (number: string, date: string | null, sex: 'male' | 'female' | null) =>
      checkPersonalNumber(number, {
        birth: date === null ? null : { date, precision: 'day' },
        sex,
      }).map((warning) => warning.code)
    expect(codes('001085000123', '1985-09-05', 'male')).toEqual([])
    expect(codes('001085000123', '1986-09-05', 'female')).toEqual([
      'number.other-year',
      'number.says-male',
    ])
    expect(codes('001185000123', '1985-09-05', 'male')).toEqual(['number.says-female'])
    expect(codes('003085000123', null, null)).toEqual(['number.unknown-province'])
  })

  it('agree with themselves for every century, sex and year', () => {
    const years = fc.integer({ min: 1900, max: 2399 })
    fc.assert(
      fc.property(years, fc.constantFrom('male' as const, 'female' as const), (year, sex) => {
        const century = Math.floor((year - 1900) / 100) * 2 + (sex === 'female' ? 1 : 0)
        const number = `001${century}${String(year % 100).padStart(2, '0')}000123`
        const birth = { date: `${year}-06-01`, precision: 'day' as const }
        expect(checkPersonalNumber(number, { birth, sex })).toEqual([])
      }),
    )
  })
})

describe('other numbers', () => {
  it('reads old identity and BHXH numbers', () => {
    expect(outcome(parseOldIdNumber('012 345 678'))).toBe('012345678')
    expect(outcome(parseOldIdNumber('01234567'))).toBe('number.old-id')
    expect(outcome(parseInsuranceNumber('0123456789'))).toBe('0123456789')
    expect(outcome(parseInsuranceNumber('123456789'))).toBe('number.insurance')
    expect(outcome(parseInsuranceNumber('GD4010123456789'))).toBe('number.insurance-is-card')
  })

  it('reads a BHYT card code with its parts', () => {
    expect(parseCardCode('gd 4 01 0123456789')).toEqual({
      ok: true,
      value: {
        code: 'GD4010123456789',
        group: 'GD',
        level: 4,
        pays: 80,
        province: '01',
        insuranceNumber: '0123456789',
      },
    })
    for (const bad of ['GD6010123456789', 'G4010123456789', 'GD401012345678', ''])
      expect(parseCardCode(bad).ok).toBe(false)
    expect(parseCardCode('CN3010123456789')).toMatchObject({ value: { pays: 95 } })
    expect(parseCardCode('HN2010123456789')).toMatchObject({ value: { pays: 100 } })
  })
})

describe('phone numbers', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['091 234 56 78', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['+84 (0) 912-345-678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['84912345678', '0912345678'],
    ['01681234567', '0381234567'],
    ['+841231234567', '0831234567'],
    ['0199 123 4567', '0591234567'],
    ['024 3825 1234', '02438251234'],
    ['(024) 3825-1234', '02438251234'],
    ['04 3825 1234', '02438251234'],
    ['02253 825 123', '02253825123'],
    ['912345678', 'phone.lost-zero'],
    ['0612345678', 'phone.unreadable'],
    ['091234567', 'phone.unreadable'],
    ['09123456789', 'phone.unreadable'],
    ['0171 234 5678', 'phone.unreadable'],
    ['0912345678x', 'phone.unreadable'],
    ['', 'phone.unreadable'],
  ])('reads %s', (text, expected) => {
    expect(outcome(parsePhone(text))).toBe(expected)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{7,9}$/), (text) => {
        const once = parsePhone(text)
        if (once.ok) expect(outcome(parsePhone(once.value))).toBe(once.value)
      }),
    )
  })
})
