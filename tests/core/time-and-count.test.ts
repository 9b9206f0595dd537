import { describe, expect, it } from 'vitest'
import { parseCount } from '#core/count.ts'
import { parseTime } from '#core/time.ts'

describe('times of day', () => {
  it.each([
    ['8:00', '08:00'],
    ['8h30', '08:30'],
    ['8h', '08:00'],
    ['0830', '08:30'],
    ['14 giờ 15 phút', '14:15'],
    [' 23.59 ', '23:59'],
  ])('reads %s as %s', (typed, time) => {
    expect(parseTime(typed)).toEqual({ ok: true, value: time })
  })

  it.each(['', '24:00', '8:60', '830', '8', 'sáng', '8:5', '-8:00'])('refuses %s', (typed) => {
    expect(parseTime(typed)).toMatchObject({ ok: false, problem: { code: 'time.unreadable' } })
  })
})

describe('numbers of people', () => {
  it.each([
    ['0', 0],
    ['45', 45],
    ['1.200', 1200],
    ['100000', 100_000],
    [' 7 ', 7],
  ])('reads %s as %s', (typed, count) => {
    expect(parseCount(typed)).toEqual({ ok: true, value: count })
  })

  it('takes larger numbers where they are asked for', () => {
    expect(parseCount('1.470.268', 100_000_000)).toEqual({ ok: true, value: 1_470_268 })
  })

  it.each(['', '-1', '1,5', '1.2', '100001', '1e3', 'mười'])('refuses %s', (typed) => {
    expect(parseCount(typed)).toMatchObject({ ok: false, problem: { code: 'count.unreadable' } })
  })
})
