import { describe, expect, it } from 'vitest'
import { type ArrivingFile, judgeArrival } from '#core/city/arrival.ts'
import { dueOn } from '#core/city/deadlines.ts'
import { dayMatrix } from '#core/city/matrix.ts'
import { findGaps } from '#core/city/numbers.ts'
import { policy } from '../../support/office.ts'
import { received } from './received.arbitrary.ts'

const hash = (letter: string) => letter.repeat(64)

function arriving(changes: Partial<ArrivingFile> = {}): ArrivingFile {
  return {
    unit: { code: '016', name: 'BHXH huyện Sóc Sơn', from: '' },
    period: { kind: 'day', from: '2024-11-16', to: '2024-11-16' },
    ...{ sequence: 2, revision: 1, sha256: hash('b'), previous: hash('a') },
    ...{ reopened: null, clockBack: false },
    ...changes,
  }
}

const other = { kind: 'day', from: '2024-11-15', to: '2024-11-15' } as const
const before = received({ period: other })

describe('a file that arrives', () => {
  it('follows the one before without a word', () => {
    expect(judgeArrival([before], arriving())).toEqual({ outcome: 'taken', notices: [] })
  })

  it('[A27] is known already when its bytes are', () => {
    const again = judgeArrival([before], arriving({ sha256: before.sha256 }))
    expect(again).toMatchObject({ outcome: 'already', problem: { code: 'city.already' } })
  })

  it('[A27] is not taken when a later sending of its period is there', () => {
    const known = [received({ revision: 2, sequence: 3, sha256: hash('c') })]
    expect(judgeArrival(known, arriving())).toEqual({
      outcome: 'outdated',
      problem: { code: 'city.outdated', values: { revision: 1, newest: 2 } },
    })
  })

  it('[A27] is taken over a gap in the numbers, which is said', () => {
    const known = judgeArrival([], arriving({ sequence: 14 }))
    expect(known).toEqual({
      outcome: 'taken',
      notices: [{ code: 'city.gap', values: { number: 13 } }],
    })
  })

  it('is refused under a number or a revision that another file has', () => {
    const number = judgeArrival([{ ...before, sequence: 2 }], arriving())
    expect(number).toMatchObject({ outcome: 'refused', problem: { code: 'city.number-used' } })
    const revision = judgeArrival([received()], arriving())
    expect(revision).toMatchObject({ outcome: 'refused', problem: { code: 'city.revision-used' } })
  })

  it('that follows another file than the one received says so', () => {
    const taken = judgeArrival([before], arriving({ previous: hash('d') }))
    expect(taken).toMatchObject({ notices: [{ code: 'city.chain-broken' }] })
  })

  it('[A34] replaces an accepted period only when it says that the period was reopened', () => {
    const known = [received({ state: 'accepted' })]
    const again = arriving({ revision: 2 })
    expect(judgeArrival(known, again)).toMatchObject({
      outcome: 'refused',
      problem: { code: 'city.accepted' },
    })
    const reopened = {
      ...{ reason: 'Ghi nhầm xã', askedBy: 'Lê Thị A', approvedBy: 'Trần Văn B' },
      at: '2024-11-18T02:00:00Z',
    }
    const taken = judgeArrival(known, { ...again, reopened })
    expect(taken.outcome).toBe('taken')
    expect(taken).toMatchObject({
      notices: [
        { code: 'city.replaces' },
        { code: 'city.reopened', values: { askedBy: 'Lê Thị A' } },
      ],
    })
  })
})

describe('file numbers', () => {
  it('[A27] list what is missing, also before the first file', () => {
    const files = [2, 3, 7].map((sequence) =>
      received({ sequence, sha256: hash(String(sequence)), previous: hash(String(sequence - 1)) }),
    )
    expect(findGaps(files.reverse())).toEqual([
      {
        unit: { code: '016', name: 'BHXH huyện Sóc Sơn' },
        last: 7,
        missing: [
          { from: 1, to: 1 },
          { from: 4, to: 6 },
        ],
        brokenAt: [],
      },
    ])
  })

  it('name a file that follows from another history', () => {
    const files = [received(), received({ sequence: 2, sha256: hash('b'), previous: hash('c') })]
    expect(findGaps(files)).toMatchObject([{ missing: [], brokenAt: [2] }])
    expect(findGaps([received()])).toEqual([])
  })
})

const deadlines = [
  { kind: 'day', rule: { daysAfter: 1 }, source: 's', confidence: 'L' },
  { kind: 'month', rule: { dayOfNextMonth: 5 }, source: 's', confidence: 'H' },
] as const

describe('deadlines', () => {
  it('fall some days after the period or on a day of the next month', () => {
    expect(dueOn(deadlines, { kind: 'day', to: '2024-11-30' })).toBe('2024-12-01')
    expect(dueOn(deadlines, { kind: 'month', to: '2024-12-31' })).toBe('2025-01-05')
    expect(dueOn(deadlines, { kind: 'campaign', to: '2024-12-31' })).toBeNull()
  })
})

describe('the matrix', () => {
  const span = { from: '2024-11-11', to: '2024-11-17' }
  const rules = {
    places: policy.places,
    deadlines,
    expects: (day: string) => day !== '2024-11-17',
    today: '2024-11-16',
  }
  const on = (day: string, changes = {}) =>
    received({ period: { kind: 'day', from: day, to: day }, receivedOn: day, ...changes })

  const files = [
    on('2024-11-11', { id: 1 }),
    on('2024-11-12', { id: 2, receivedOn: '2024-11-14' }),
    on('2024-11-13', { id: 3 }),
    on('2024-11-13', { id: 4, revision: 2, state: 'accepted' }),
    on('2024-11-14', { id: 5, state: 'returned' }),
  ]

  it('marks every day of every unit', () => {
    const matrix = dayMatrix(files, span, rules)
    expect(matrix.length).toBe(30)
    const own = matrix.find(({ unit }) => unit.code === '016')
    expect(own?.cells.map(({ mark }) => mark)).toEqual([
      ...['received', 'late', 'replaced', 'returned', 'awaited', 'awaited', 'off'],
    ])
    expect(own?.cells[2]).toMatchObject({ fileId: 4, accepted: true })
    const silent = matrix.find(({ unit }) => unit.code === '017')
    expect(silent?.cells.map(({ mark }) => mark)).toEqual([
      ...['missing', 'missing', 'missing', 'missing', 'awaited', 'awaited', 'off'],
    ])
  })

  it('lets a longer file speak for days without one of their own', () => {
    const week = received({ id: 9, period: { kind: 'week', from: '2024-11-11', to: '2024-11-17' } })
    const own = dayMatrix([...files, week], span, rules).find(({ unit }) => unit.code === '016')
    expect(own?.cells.map(({ mark }) => mark).slice(3)).toEqual([
      ...['returned', 'covered', 'covered', 'covered'],
    ])
  })

  it('shows a unit that is on no list, and no unit before it was founded', () => {
    const stray = on('2024-11-11', { unit: { code: 'XX', name: 'Đơn vị lạ' } })
    const matrix = dayMatrix([stray], { from: '2024-11-11', to: '2024-11-11' }, rules)
    expect(matrix.find(({ unit }) => unit.code === 'XX')?.cells[0]?.mark).toBe('received')
    expect(matrix.some(({ unit }) => unit.code === 'CS-DONG-DA')).toBe(false)
  })
})
