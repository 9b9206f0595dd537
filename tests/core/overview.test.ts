import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addDays } from '#core/date.ts'
import { Holiday, unconfirmedHolidays, workCalendar } from '#core/overview-days.ts'
import { type DayCounts, judgeTarget } from '#core/overview-pace.ts'
import type { Target } from '#core/target.ts'

const file = join(import.meta.dirname, '../../resources/policy/holidays.json')
const holidays = z.array(Holiday).parse(JSON.parse(readFileSync(file, 'utf8')))
const calendar = workCalendar(holidays)

const target = (changes: Partial<Target> = {}): Target => ({
  ...{ id: 't', label: 'T', measure: 'joiners', scope: 'unit', value: 100 },
  ...{ from: '2024-11-16', to: '2024-12-31' },
  ...changes,
})

const counts = (entries: Record<string, number>): DayCounts => new Map(Object.entries(entries))

describe('working days', () => {
  it('are Monday to Friday without public holidays, with Saturdays worked in exchange', () => {
    expect(calendar.count('2024-11-11', '2024-11-17')).toBe(5)
    expect(calendar.isWorking('2024-09-02')).toBe(false)
    expect(calendar.isWorking('2024-05-04')).toBe(true)
    expect(calendar.isWorking('2024-11-16')).toBe(false)
    expect(calendar.count('2024-02-08', '2024-02-14')).toBe(0)
  })

  it('are counted the same day by day and over years', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2023-06-01', n))
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(calendar.count(from, to)).toBe(calendar.days(from, to).length)
      }),
    )
  })

  it('name the holidays that are not confirmed', () => {
    expect(unconfirmedHolidays(holidays, { from: '2024-11-16', to: '2024-12-31' })).toEqual([])
    const found = unconfirmedHolidays(holidays, { from: '2026-02-01', to: '2026-02-28' })
    expect(found.map(({ name }) => name)).toEqual(['Tết Bính Ngọ'])
  })
})

describe('a target', () => {
  const steady = counts(
    Object.fromEntries(calendar.days('2024-11-16', '2024-11-29').map((day) => [day, 3])),
  )

  it('says done, share, remaining and what each working day must bring', () => {
    // Monday 2/12 to Tuesday 31/12 are 22 working days; 30 were done in ten.
    const figure = judgeTarget(target(), steady, '2024-12-02', calendar)
    expect(figure).toMatchObject({ done: 30, permille: 300, remaining: 70, workingDaysLeft: 22 })
    expect(figure.neededPerDay).toBe(4)
    expect(figure.state).toBe('behind')
    // Ten days of three, no spread: today's three and 21 more days of three.
    expect(figure.forecast).toEqual({ low: 96, likely: 96, high: 96, perDay: 3, overDays: 10 })
  })

  it('has a range as wide as its days differ', () => {
    const uneven = counts(
      Object.fromEntries(
        calendar.days('2024-11-16', '2024-11-29').map((day, n) => [day, n % 2 === 0 ? 0 : 6]),
      ),
    )
    const { forecast } = judgeTarget(target(), uneven, '2024-12-02', calendar)
    expect(forecast?.likely).toBe(96)
    expect(forecast?.low).toBeLessThan(80)
    expect(forecast?.high).toBeGreaterThan(112)
  })

  it.each([
    [{}, {}, '2024-11-15', 'waiting'],
    [{}, {}, '2024-11-18', 'empty'],
    [{}, { '2024-11-16': 100 }, '2024-11-18', 'reached'],
    [{}, { '2024-11-16': 101 }, '2024-11-18', 'exceeded'],
    [{}, { '2024-11-16': 50 }, '2024-11-20', 'on-track'],
    [{}, { '2024-11-16': 99 }, '2025-01-01', 'missed'],
    [
      { from: '2024-11-16', to: '2024-11-16', value: 50 },
      { '2024-11-16': 20 },
      '2024-11-16',
      'on-track',
    ],
  ] as const)('%j with %j on %s is %s', (changes, days, on, state) => {
    expect(judgeTarget(target(changes), counts(days), on, calendar).state).toBe(state)
  })

  it('asks nothing of a day that is over, and says why there is no forecast', () => {
    const day = { from: '2024-11-16', to: '2024-11-16', value: 50 }
    const during = judgeTarget(target(day), counts({ '2024-11-16': 20 }), '2024-11-16', calendar)
    // A launch on a Saturday: that day itself counts as working.
    expect(during).toMatchObject({ workingDaysLeft: 1, neededPerDay: 30, noForecast: 'one-day' })
    const after = judgeTarget(target(day), counts({ '2024-11-16': 20 }), '2024-11-17', calendar)
    expect(after).toMatchObject({ workingDaysLeft: 0, neededPerDay: null, noForecast: 'one-day' })
    expect(judgeTarget(target(), counts({}), '2024-11-19', calendar).noForecast).toBe('too-early')
    expect(
      judgeTarget(target({ scope: 'city' }), counts({}), '2024-12-19', calendar).noForecast,
    ).toBe('city')
    expect(judgeTarget(target(), counts({}), '2025-02-01', calendar).noForecast).toBe('over')
  })

  it('is finite and never runs backwards, whatever the days', () => {
    const offset = fc.nat(60)
    const days = fc.dictionary(
      offset.map((n) => addDays('2024-11-01', n)),
      fc.nat(500),
    )
    fc.assert(
      fc.property(
        days,
        offset,
        fc.integer({ min: 1, max: 900 }),
        offset,
        (some, at, value, length) => {
          const to = addDays('2024-11-10', length)
          const on = addDays('2024-11-01', at)
          const figure = judgeTarget(
            target({ value, from: '2024-11-10', to }),
            counts(some),
            on,
            calendar,
          )
          const { done, permille, remaining, timePermille, neededPerDay, forecast } = figure
          for (const number of [done, permille, remaining, timePermille, neededPerDay ?? 0])
            expect(Number.isSafeInteger(number) && number >= 0).toBe(true)
          expect(remaining).toBe(Math.max(0, value - done))
          if (!forecast) return
          expect(forecast.low).toBeGreaterThanOrEqual(done)
          expect(forecast.low).toBeLessThanOrEqual(forecast.likely)
          expect(forecast.likely).toBeLessThanOrEqual(forecast.high)
        },
      ),
    )
  })
})
