import fc from 'fast-check'
import type { ReceivedFile } from '#core/city/received.ts'
import { addDays } from '#core/date.ts'

/** A received file of Sóc Sơn for 16/11/2024, unless told otherwise. */
export function received(changes: Partial<ReceivedFile> = {}): ReceivedFile {
  return {
    id: 1,
    unit: { code: '016', name: 'BHXH huyện Sóc Sơn' },
    period: { kind: 'day', from: '2024-11-16', to: '2024-11-16' },
    sequence: 1,
    revision: 1,
    sha256: 'a'.repeat(64),
    previous: null,
    state: 'received',
    receivedOn: '2024-11-16',
    people: { joiners: 10, firstTime: 5, households: 7 },
    conferences: {
      conference: { held: 1, attendees: 50 },
      'small-group': { held: 2, attendees: 12 },
    },
    sums: [
      {
        ...{ scheme: 'bhxh-tn', kind: 'first', persons: 5, months: 60 },
        ...{ gross: 100, state: 10, local: 10, payer: 80 },
      },
      {
        ...{ scheme: 'bhyt-hgd', kind: 'renewing', persons: 6, months: 72 },
        ...{ gross: 200, state: 0, local: 0, payer: 200 },
      },
    ],
    ...changes,
  }
}

const units = [
  { code: '016', name: 'BHXH huyện Sóc Sơn' },
  { code: '278', name: 'BHXH huyện Thanh Oai' },
  { code: '277', name: 'BHXH huyện Chương Mỹ' },
]

const period = fc
  .record({
    start: fc.integer({ min: 0, max: 27 }),
    kind: fc.constantFrom('day', 'week', 'campaign', 'month'),
  })
  .map(({ start, kind }): ReceivedFile['period'] => {
    const from = kind === 'month' ? '2024-11-01' : addDays('2024-11-01', start)
    const length = { day: 0, week: 6, campaign: start, month: 29 }[kind]
    return { kind, from, to: addDays(from, length) }
  })

const content = fc.record({
  unit: fc.constantFrom(...units),
  period,
  revision: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom('received' as const, 'accepted' as const, 'returned' as const),
  joiners: fc.integer({ min: 0, max: 500 }),
})

/** Files of three units over a month, no two of one unit, period and revision; ids and numbers differ. */
export const receivedFiles: fc.Arbitrary<ReceivedFile[]> = fc
  .uniqueArray(content, {
    maxLength: 25,
    selector: ({ unit, period: { kind, from, to }, revision }) =>
      [unit.code, kind, from, to, revision].join(' '),
  })
  .map((all) =>
    all.map(({ joiners, ...file }, index) =>
      received({
        ...file,
        id: index + 1,
        sequence: index + 1,
        sha256: String(index).padStart(64, '0'),
        people: { joiners, firstTime: Math.floor(joiners / 2), households: joiners },
      }),
    ),
  )
