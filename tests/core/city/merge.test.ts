import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUp, coverSpan, inForce, openDays, personsOf } from '#core/city/merge.ts'
import { cityStand } from '#core/city/standing.ts'
import type { Target } from '#core/target.ts'
import { policy } from '../../support/office.ts'
import { received, receivedFiles } from './received.arbitrary.ts'

const november = { from: '2024-11-01', to: '2024-11-30' }
const order = { span: november, on: '2024-11-30', places: policy.places, targets: [] }

const day = (date: string, changes = {}) =>
  received({ period: { kind: 'day', from: date, to: date }, ...changes })

describe('the files that count', () => {
  it('are the newest sending of each period, and none while that one is returned', () => {
    const first = day('2024-11-16', { id: 1, revision: 1 })
    const second = day('2024-11-16', { id: 2, revision: 2 })
    expect(inForce([second, first]).map(({ id }) => id)).toEqual([2])
    expect(inForce([first, { ...second, state: 'returned' }])).toEqual([])
  })

  it('[A35] come to the same whatever the order they are received in', () => {
    fc.assert(
      fc.property(
        receivedFiles.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        ([files, shuffled]) => {
          expect(cityStand(shuffled, order)).toEqual(cityStand(files, order))
        },
      ),
    )
  })

  it('[A35] of any subset, merged again with files that are there already, change nothing', () => {
    fc.assert(
      fc.property(
        receivedFiles.chain((files) => fc.tuple(fc.constant(files), fc.subarray(files))),
        ([files, again]) => {
          expect(cityStand([...files, ...again], order)).toEqual(cityStand(files, order))
        },
      ),
    )
  })
})

describe('a span', () => {
  it('counts no day twice, and covers as many as any choice can', () => {
    fc.assert(
      fc.property(receivedFiles, (files) => {
        const own = inForce(files).filter(({ unit }) => unit.code === '016')
        const chosen = coverSpan(own, november)
        const days = chosen.flatMap(({ period }) =>
          Array.from({ length: 31 }, (_, n) => `2024-11-${String(n).padStart(2, '0')}`).filter(
            (date) => date >= period.from && date <= period.to,
          ),
        )
        expect(new Set(days).size).toBe(days.length)
        expect(openDays(chosen, november).length).toBe(30 - days.length)
        for (const { period } of own) {
          const alone = own.filter(
            ({ period: { from, to } }) => from >= period.from && to <= period.to,
          )
          expect(coverSpan(alone, november).length).toBeGreaterThan(
            period.to > november.to || period.from < november.from ? -1 : 0,
          )
        }
      }),
    )
  })

  it('takes the month before its days, and days where the month is missing', () => {
    const days = ['2024-11-01', '2024-11-02', '2024-11-16'].map((date, id) => day(date, { id }))
    const month = received({ id: 9, period: { kind: 'month', ...november } })
    expect(coverSpan([...days, month], november).map(({ id }) => id)).toEqual([9])
    expect(coverSpan(days, november).length).toBe(3)
    expect(openDays(coverSpan(days, november), november).length).toBe(27)
  })

  it('adds up people, conferences, schemes and money', () => {
    const totals = addUp([received(), received({ id: 2 })])
    expect(totals).toMatchObject({
      joiners: 20,
      firstTime: 10,
      households: 14,
      conferences: { conference: { held: 2, attendees: 100 }, 'small-group': { held: 4 } },
    })
    expect(personsOf(totals, 'bhxh-tn')).toBe(10)
    expect(personsOf(totals, 'bhyt-hgd')).toBe(12)
    expect(totals.sums.reduce((sum, { payer }) => sum + payer, 0)).toBe(560)
  })
})

describe('the city against its targets', () => {
  const launch = { from: '2024-11-16', to: '2024-11-16' }
  const targets: Target[] = [
    {
      ...{ id: 'first', label: 'Lần đầu', measure: 'first-time-persons', scope: 'unit' },
      ...{ ...launch, value: 50 },
    },
    {
      ...{ id: 'held', label: 'Hội nghị', measure: 'conferences', scope: 'unit' },
      ...{ ...launch, value: 1 },
    },
    {
      ...{ id: 'city', label: 'Toàn thành phố', measure: 'joiners', scope: 'city' },
      ...{ ...launch, value: 6000 },
    },
    {
      ...{ id: 'year', label: 'Cả năm', measure: 'bhyt-hgd-persons', scope: 'city' },
      ...{ from: '2024-01-01', to: '2024-12-31', value: 1_470_268 },
    },
  ]

  it('puts units below a target first, the furthest behind at the top', () => {
    const files = [
      received({ id: 1, people: { joiners: 90, firstTime: 60, households: 50 } }),
      received({
        id: 2,
        unit: { code: '017', name: 'BHXH huyện Đông Anh' },
        people: { joiners: 40, firstTime: 30, households: 30 },
      }),
    ]
    const stand = cityStand(files, { ...order, span: launch, targets, on: launch.to })
    expect(stand.units.length).toBe(30)
    expect(stand.units.at(-1)?.unit.code).toBe('016')
    expect(stand.units.at(-2)?.unit.code).toBe('017')
    expect(stand.units.at(-2)?.targets).toMatchObject([
      { id: 'first', value: 50, achieved: 30 },
      { id: 'held', value: 1, achieved: 1 },
    ])
    expect(stand.targets).toMatchObject([
      { id: 'city', achieved: 130 },
      { id: 'year', achieved: 12 },
    ])
  })

  it('counts a target from its own first day, up to the last day shown', () => {
    const files = [
      day('2024-03-05', { id: 1 }),
      day('2024-11-16', { id: 2 }),
      day('2024-12-02', { id: 3 }),
    ]
    const stand = cityStand(files, { ...order, span: launch, targets, on: launch.to })
    expect(stand.targets.find(({ id }) => id === 'year')?.achieved).toBe(12)
    expect(stand.totals.joiners).toBe(10)
  })
})

describe('units that were merged or renamed since', () => {
  const old = [
    received({ id: 1, unit: { code: '277', name: 'BHXH huyện Chương Mỹ' } }),
    received({ id: 2, unit: { code: '278', name: 'BHXH huyện Thanh Oai' } }),
    received({ id: 3, unit: { code: '268', name: 'BHXH quận Hà Đông' } }),
  ]

  it('[A38] roll up to the unit that took over their work', () => {
    const stand = cityStand(old, { ...order, on: '2025-07-01' })
    const heir = stand.units.find(({ unit }) => unit.code === 'CS-CHUONG-MY')
    expect(heir?.from.map(({ code }) => code)).toEqual(['277', '278'])
    expect(heir?.totals.joiners).toBe(20)
    expect(stand.units.find(({ unit }) => unit.code === '01')?.totals.joiners).toBe(10)
    expect(stand.totals.joiners).toBe(30)
  })

  it('[A38] stand under their own name on the days they worked', () => {
    const stand = cityStand(old, order)
    expect(
      stand.units
        .filter(({ files }) => files > 0)
        .map(({ unit }) => unit.code)
        .sort(),
    ).toEqual(['268', '277', '278'])
  })

  it('[A38] are never lost: every unit of 2024 has exactly one heir today', () => {
    const districts = policy.places.offices.filter(
      ({ to, wholeCity }) => to === '2025-06-30' && !wholeCity,
    )
    const files = districts.map(({ code, name }, id) => received({ id, unit: { code, name } }))
    const stand = cityStand(files, { ...order, on: '2026-11-22' })
    expect(files.length).toBe(30)
    expect(stand.totals.joiners).toBe(300)
    expect(stand.units.length).toBe(24)
    expect(stand.units.flatMap(({ from }) => from).length).toBe(30)
  })
})
