import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatDate,
  isIsoDate,
  monthsBetween,
  parseDate,
  parseMonth,
  termEnd,
  weekdayName,
} from '#core/date.ts'

const today = '2024-11-16'
const read = (text: string, more: object = {}) => parseDate(text, { today, ...more })
const code = (text: string, more: object = {}) => {
  const result = read(text, more)
  return result.ok ? result.value.date : result.problem.code
}
const anyDate = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2198-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('[A73] dates as clerks type them', () => {
  it.each([
    ['6/11/90', '1990-11-06'],
    ['06/11/1990', '1990-11-06'],
    ['6-11-90', '1990-11-06'],
    ['6.11.1990', '1990-11-06'],
    ['6 11 1990', '1990-11-06'],
    ['061190', '1990-11-06'],
    ['06111990', '1990-11-06'],
    ['1990-11-06', '1990-11-06'],
    [' 06 / 11 / 1990 ', '1990-11-06'],
    ['０６／１１／１９９０', '1990-11-06'],
    ['06\u00A0/\u00A011\u00A0/\u00A01990', '1990-11-06'],
    ['06\u201311\u20131990', '1990-11-06'],
    ['ngày 6 tháng 11 năm 1990'.normalize('NFD'), '1990-11-06'],
    ['Thứ Tư, 06/11/2024'.normalize('NFD'), '2024-11-06'],
    ['29/02/2024', '2024-02-29'],
  ])('[A73] reads %s', (text, expected) => {
    expect(code(text, { past: true })).toBe(expected)
  })

  it.each([
    ['31/02/2024', 'date.impossible'],
    ['29/02/2023', 'date.impossible'],
    ['13/13/2024', 'date.impossible'],
    ['11/16/2024', 'date.impossible'],
    ['19901106', 'date.impossible'],
    ['0/1/2024', 'date.impossible'],
    ['310290', 'date.impossible'],
    ['', 'date.empty'],
    ['6/11', 'date.unreadable'],
    ['6/11/990', 'date.unreadable'],
    ['6/11-1990', 'date.unreadable'],
    ['0611199', 'date.unreadable'],
    ['06111990x', 'date.unreadable'],
    ['hôm nay', 'date.unreadable'],
    ['1990', 'date.year-only'],
    ['06/11/0090', 'date.out-of-range'],
  ])('[A73] refuses %s as %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  it('[A73] takes a bare year only where a year is enough', () => {
    expect(read('1990', { allowYear: true, past: true })).toEqual({
      ok: true,
      value: { date: '1990-01-01', precision: 'year' },
    })
    expect(code('2025', { allowYear: true, past: true })).toBe('date.future')
  })

  it('[A73] picks the century of two digits by the kind of date', () => {
    expect(code('17/11/24', { past: true })).toBe('1924-11-17')
    expect(code('16/11/24', { past: true })).toBe('2024-11-16')
    expect(code('17/11/24')).toBe('2024-11-17')
    expect(code('01/01/60')).toBe('2060-01-01')
    expect(code('01/01/90')).toBe('1990-01-01')
    expect(code('29/02/00', { past: true })).toBe('2000-02-29')
    expect(code('17/11/2024', { past: true })).toBe('date.future')
  })

  it('[A73] reads back every date it writes, in every layout', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('/', '-', '.', ''), (date, sep) => {
        const text = [date.slice(8), date.slice(5, 7), date.slice(0, 4)].join(sep)
        expect(code(text)).toBe(date)
        expect(code(formatDate(date))).toBe(date)
      }),
    )
  })

  it('[A73] never invents a day: digits in, the same digits out, or a refusal', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.integer({ min: 1900, max: 2199 }), (d, m, y) => {
        const result = read(`${d}/${m}/${y}`)
        const exists = new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10)
        const written = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        expect(result.ok).toBe(exists === written)
        if (result.ok) expect(result.value.date).toBe(written)
      }),
    )
  })
})

describe('calendar arithmetic', () => {
  it('agrees with the platform calendar', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60000, max: 60000 }), (date, days) => {
        const expected = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
        expect(addDays(date, days)).toBe(expected)
        expect(daysBetween(date, expected)).toBe(days)
        expect(isIsoDate(date)).toBe(true)
      }),
    )
  })

  it('keeps whole months whole', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-12-15', 1)).toBe('2025-01-15')
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15')
    expect(monthsBetween('2024-01-31', '2024-02-29')).toBe(1)
    expect(monthsBetween('2024-01-31', '2024-02-28')).toBe(0)
    expect(monthsBetween('2024-03-01', '2024-01-02')).toBe(-1)
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 600 }), (date, months) => {
        expect(monthsBetween(date, addMonths(date, months))).toBe(months)
        expect(monthsBetween(date, termEnd(date, months))).toBeLessThanOrEqual(months)
      }),
    )
  })

  it('ends a term the day before its corresponding day', () => {
    expect(termEnd('2024-12-16', 12)).toBe('2025-12-15')
    expect(termEnd('2024-12-01', 3)).toBe('2025-02-28')
    expect(termEnd('2024-08-31', 6)).toBe('2025-02-28')
    expect(termEnd('2024-08-29', 6)).toBe('2025-02-28')
    expect(termEnd('2024-02-29', 12)).toBe('2025-02-28')
  })

  it('names days and compares them', () => {
    expect(weekdayName('2024-11-16')).toBe('thứ Bảy')
    expect(weekdayName('1969-12-31')).toBe('thứ Tư')
    expect(formatDate('1990-01-01', 'year')).toBe('1990')
    expect(compareDates('2024-11-16', '2024-11-06')).toBeGreaterThan(0)
    for (const bad of ['2024-02-30', '2024-2-1', '16/11/2024', '', null, 20241116])
      expect(isIsoDate(bad)).toBe(false)
  })
})

describe('[A73] months', () => {
  const month = (text: string, more: object = {}) => {
    const result = parseMonth(text, { today, ...more })
    return result.ok ? result.value : result.problem.code
  }

  it.each([
    ['6/2025', '2025-06-30'],
    ['02-2024', '2024-02-29'],
    ['tháng 6 năm 2025', '2025-06-30'],
    ['12.2023', '2023-12-31'],
    [' 6 2025 ', '2025-06-30'],
    ['15/6/2025', '2025-06-30'],
    ['13/2025', 'date.impossible'],
    ['0/2025', 'date.impossible'],
    ['6/0999', 'date.out-of-range'],
    ['2025', 'date.year-only'],
    ['giữa năm', 'date.unreadable'],
  ])('[A73] reads %s as %s', (text, wanted) => expect(month(text)).toBe(wanted))

  it('refuses a month after today where it must be past', () => {
    expect(month('12/2024', { past: true })).toBe('date.future')
    expect(month('11/2024', { past: true })).toBe('2024-11-30')
  })
})
