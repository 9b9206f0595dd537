import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '#core/canonical.ts'
import { must } from '#core/result.ts'
import { Summary, summaryJsonSchema } from '#core/summary.ts'
import { checkSummary, isWholePeriod } from '#core/summary-check.ts'
import { summarise } from '#core/summary-count.ts'
import { ageBandOn, type EnrolmentFact, factSpan, type SummaryFacts } from '#core/summary-facts.ts'
import {
  adjustment,
  anyFacts,
  conference,
  enrolment,
  header,
  launchDay,
  targets,
} from './summary-facts.arbitrary.ts'

const textOf = (facts: SummaryFacts): string => must(canonicalText(summarise(facts)))
const target = (summary: Summary, id: string) => summary.targets.find((one) => one.id === id)
const codes = (summary: Summary): string[] => checkSummary(summary).map((one) => one.code)

const active = (facts: SummaryFacts, from: string, to: string): EnrolmentFact[] =>
  facts.enrolments.filter((one) => !one.cancelled && one.signedOn >= from && one.signedOn <= to)

const launchFacts: SummaryFacts = {
  header,
  targets,
  adjustments: [],
  conferences: [
    conference({ id: 1 }),
    conference({ id: 2, kind: 'small-group', place: 'Chợ Nỷ', attendees: 12, start: null }),
    conference({ id: 3, date: '2024-11-15' }),
  ],
  enrolments: [
    enrolment({ id: 1, conferenceId: 1 }),
    enrolment({
      id: 2,
      personId: 1,
      householdId: 1,
      scheme: 'bhyt-hgd',
      support: 'none',
      gross: 1_263_600,
      state: 0,
      local: 0,
      payer: 1_263_600,
      conferenceId: 1,
    }),
    enrolment({ id: 3, kind: 'renewing', householdId: 1, scheme: 'bhyt-hgd', support: 'agri' }),
    enrolment({ id: 4, cancelled: true }),
    enrolment({ id: 5, signedOn: '2024-11-15' }),
    enrolment({ id: 6, signedOn: '2024-03-01', scheme: 'bhyt-hgd' }),
  ],
}

describe('summarise', () => {
  it('counts a person who joins both schemes for the first time once', () => {
    const summary = summarise(launchFacts)
    expect(summary.people).toEqual({ joiners: 2, firstTime: 1, households: 1 })
    expect(target(summary, 'launch-first-time')).toMatchObject({ target: 50, achieved: 1 })
    expect(summary.controlTotals.schemes.map((total) => total.persons)).toEqual([1, 2])
  })

  it('holds targets against what was reached up to the end of the period', () => {
    const summary = summarise(launchFacts)
    expect(target(summary, 'launch-conferences')).toMatchObject({ target: 1, achieved: 1 })
    expect(target(summary, 'year-bhyt')).toMatchObject({ achieved: 3 })
    expect(factSpan(header.period, targets)).toEqual({ from: '2024-01-01', to: launchDay })
  })

  it('lists conferences of the period with the people who signed up there', () => {
    const { conferences, conferenceTotals } = summarise(launchFacts)
    expect(conferences.map((one) => [one.id, one.signUps])).toEqual([
      [1, { 'bhxh-tn': 1, 'bhyt-hgd': 1 }],
      [2, { 'bhxh-tn': 0, 'bhyt-hgd': 0 }],
    ])
    expect(conferenceTotals).toEqual([
      { kind: 'conference', held: 1, attendees: 120, signUps: { 'bhxh-tn': 1, 'bhyt-hgd': 1 } },
      { kind: 'small-group', held: 1, attendees: 12, signUps: { 'bhxh-tn': 0, 'bhyt-hgd': 0 } },
    ])
  })

  it('lists cancelled sign-ups apart and counts them nowhere else', () => {
    const summary = summarise(launchFacts)
    expect(summary.cancellations).toEqual([
      { scheme: 'bhxh-tn', kind: 'first', signUps: 1, payer: 3_168_000 },
    ])
    const held = launchFacts.enrolments.filter((one) => !one.cancelled)
    const without = summarise({ ...launchFacts, enrolments: held })
    expect({ ...summary, cancellations: [] }).toEqual(without)
  })

  it('adds money of a later sign-up in the period without counting the person again', () => {
    const month = {
      ...header,
      period: { kind: 'month' as const, from: '2024-11-01', to: '2024-11-30' },
    }
    const first = enrolment({
      id: 1,
      months: 1,
      gross: 330_000,
      state: 0,
      local: 0,
      payer: 330_000,
    })
    const again: EnrolmentFact = { ...first, id: 2, kind: 'renewing', signedOn: '2024-11-28' }
    const summary = summarise({
      ...launchFacts,
      header: month,
      conferences: [],
      enrolments: [again, first],
    })
    expect(summary.rows.map((row) => [row.kind, row.persons, row.payer])).toEqual([
      ['first', 1, 330_000],
      ['renewing', 0, 330_000],
    ])
    expect(checkSummary(summary)).toEqual([])
  })

  it('cleans what was typed so that nothing hides in the file', () => {
    const place = ' Nha\u0300 va\u0306n ho\u0301a\u202E \u{E0041}\n Tân Minh '
    const summary = summarise({ ...launchFacts, conferences: [conference({ id: 1, place })] })
    expect(summary.conferences[0]?.place).toBe('Nhà văn hóa Tân Minh')
    expect(Summary.safeParse(summary).success).toBe(true)
  })

  it('makes an empty summary of an empty day', () => {
    const summary = summarise({
      header,
      targets,
      enrolments: [],
      conferences: [],
      adjustments: [],
    })
    expect(Summary.parse(summary).people).toEqual({ joiners: 0, firstTime: 0, households: 0 })
    expect(checkSummary(summary)).toEqual([])
  })

  it('[A23] gives the same text whatever the order of the facts', () => {
    fc.assert(
      fc.property(anyFacts, fc.infiniteStream(fc.nat()), (facts, numbers) => {
        const mix = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: numbers.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const mixed = {
          ...facts,
          enrolments: mix(facts.enrolments),
          conferences: mix(facts.conferences),
          targets: mix(facts.targets),
          adjustments: mix(facts.adjustments),
        }
        expect(textOf(mixed)).toBe(textOf(facts))
      }),
    )
  })

  it('agrees with a recount by hand, fits the schema and passes its own check', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const summary = summarise(facts)
        const held = active(facts, launchDay, launchDay)
        for (const total of summary.controlTotals.schemes) {
          const own = held.filter((one) => one.scheme === total.scheme)
          expect(total.persons).toBe(new Set(own.map((one) => one.personId)).size)
          for (const figure of ['months', 'gross', 'state', 'local', 'payer'] as const)
            expect(total[figure]).toBe(own.reduce((sum, one) => sum + one[figure], 0))
        }
        expect(summary.people.joiners).toBe(new Set(held.map((one) => one.personId)).size)
        expect(summary.people.households).toBe(new Set(held.map((one) => one.householdId)).size)
        expect(Summary.safeParse(summary).error).toBeUndefined()
        expect(checkSummary(summary)).toEqual([])
      }),
    )
  })

  it('never counts more first-time persons than persons with a first sign-up', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const firsts = active(facts, launchDay, launchDay).filter((one) => one.kind === 'first')
        const { people } = summarise(facts)
        expect(people.firstTime).toBeLessThanOrEqual(new Set(firsts.map((f) => f.personId)).size)
      }),
    )
  })

  it('[A42] adds money and months of adjustments and no person, whatever the facts', () => {
    const money = ['months', 'gross', 'state', 'local', 'payer'] as const
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const summary = summarise(facts)
        const without = summarise({ ...facts, adjustments: [] })
        expect(summary.rows).toEqual(without.rows)
        expect(summary.people).toEqual(without.people)
        expect(summary.targets).toEqual(without.targets)
        expect(summary.controlTotals.schemes).toEqual(without.controlTotals.schemes)
        for (const total of summary.controlTotals.adjustments) {
          const own = facts.adjustments.filter(
            (one) => one.scheme === total.scheme && one.madeOn === launchDay,
          )
          expect(total.entries).toBe(own.length)
          for (const figure of money)
            expect(total[figure]).toBe(own.reduce((sum, one) => sum + one[figure], 0))
        }
        expect(JSON.stringify(summary.adjustments)).not.toContain('persons')
      }),
    )
  })

  it('[A42] takes the money of a sign-up back in the period of the adjustment', () => {
    const made = [adjustment({ id: 7 }), adjustment({ id: 8, madeOn: '2024-11-17' })]
    const { adjustments, controlTotals } = summarise({ ...launchFacts, adjustments: made })
    expect(adjustments).toHaveLength(1)
    expect(adjustments[0]).toMatchObject({
      why: 'cancelled',
      signedOn: '2024-11-15',
      entries: 1,
      payer: -3_168_000,
    })
    expect(controlTotals.adjustments.map(({ payer }) => payer)).toEqual([-3_168_000, 0])
  })

  it('pools what tells people of a small cell apart, and keeps every total', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 8 }), (facts, least) => {
        const open = summarise({ ...facts, header: { ...facts.header, pooledBelow: 0 } })
        const pooled = summarise({ ...facts, header: { ...facts.header, pooledBelow: least } })
        expect(pooled.controlTotals.schemes).toEqual(open.controlTotals.schemes)
        expect(pooled.controlTotals.adjustments).toEqual(open.controlTotals.adjustments)
        const shown = pooled.rows.filter((one) => one.sex !== 'pooled')
        expect(shown).toEqual(open.rows.filter((one) => one.persons >= least))
        for (const one of pooled.rows.filter(({ sex }) => sex === 'pooled'))
          expect([one.occupation, one.ageBand, one.support]).toEqual(['pooled', 'pooled', 'pooled'])
      }),
    )
  })

  it('holds no personal data', () => {
    const keys = new Set<string>()
    JSON.stringify(summarise(launchFacts), (key, value) => {
      keys.add(key)
      return value
    })
    for (const personal of ['personId', 'householdId', 'birthDate', 'address', 'personalNumber'])
      expect(keys.has(personal)).toBe(false)
  })
})

describe('checkSummary', () => {
  const good = summarise(launchFacts)
  const total = good.controlTotals
  const row = good.rows[0] as Summary['rows'][number]
  const corrected = summarise({ ...launchFacts, adjustments: [adjustment({ id: 1 })] })
  const adjusted = corrected.adjustments[0] as Summary['adjustments'][number]

  it.each<[string, string, Partial<Summary>]>([
    ['a control total', 'exchange.control-totals', { controlTotals: { ...total, attendees: 1 } }],
    ['a dropped row', 'exchange.control-totals', { rows: good.rows.slice(1) }],
    ['conference totals', 'exchange.control-totals', { conferences: [] }],
    ['a repeated row', 'exchange.rows-order', { rows: [row, ...good.rows] }],
    ['swapped rows', 'exchange.rows-order', { rows: [...good.rows].reverse() }],
    ['money of a row', 'exchange.row-money', { rows: [{ ...row, state: row.state + 1 }] }],
    ['joiners', 'exchange.head-count', { people: { ...good.people, joiners: 9 } }],
    ['first-time persons', 'exchange.head-count', { people: { ...good.people, firstTime: 0 } }],
    ['households', 'exchange.head-count', { people: { ...good.people, households: 0 } }],
    [
      'a conference outside the period',
      'exchange.conference-list',
      { conferences: good.conferences.map((one) => ({ ...one, date: '2024-11-17' })) },
    ],
    [
      'a conference twice',
      'exchange.conference-list',
      { conferences: good.conferences.map((one) => ({ ...one, id: 1 })) },
    ],
    [
      'a launch day of two days',
      'exchange.period-shape',
      { period: { kind: 'launch-day', from: launchDay, to: '2024-11-17' } },
    ],
    ['a first file with a forerunner', 'exchange.chain', { previous: '0'.repeat(64) }],
    ['a later file without one', 'exchange.chain', { sequence: 2 }],
    ['a revision that replaces nothing', 'exchange.revision', { revision: 2 }],
    [
      'a first file that replaces one',
      'exchange.revision',
      { replaces: { sequence: 1, sha256: '0'.repeat(64) } },
    ],
    [
      'a reopening by one person',
      'exchange.revision',
      {
        ...{ sequence: 2, previous: '0'.repeat(64), revision: 2 },
        replaces: { sequence: 1, sha256: '0'.repeat(64) },
        reopened: { reason: 'Nhập sót', askedBy: 'A', approvedBy: 'A', at: '2024-11-17T01:00:00Z' },
      },
    ],
    ['a cell that should be pooled', 'exchange.pooling', { pooledBelow: 5 }],
    [
      'a trait pooled alone',
      'exchange.pooling',
      { pooledBelow: 1, rows: [{ ...row, sex: 'pooled' }, ...good.rows.slice(1)] },
    ],
    [
      'an adjustment that does not balance',
      'exchange.adjustments',
      { adjustments: [{ ...adjusted, payer: 0 }] },
    ],
    [
      'a cancellation that adds',
      'exchange.adjustments',
      { adjustments: [{ ...adjusted, months: 12 }] },
    ],
  ])('finds %s', (_, code, change) => {
    expect(codes(good)).toEqual([])
    expect(codes({ ...good, ...change })).toContain(code)
  })

  it('knows whole periods', () => {
    const whole = (kind: 'week' | 'month' | 'day' | 'campaign', from: string, to: string) =>
      isWholePeriod({ kind, from, to })
    expect(whole('week', '2024-11-11', '2024-11-17')).toBe(true)
    expect(whole('week', '2024-11-12', '2024-11-18')).toBe(false)
    expect(whole('month', '2024-02-01', '2024-02-29')).toBe(true)
    expect(whole('month', '2024-11-01', '2024-11-29')).toBe(false)
    expect(whole('campaign', '2024-11-16', '2024-12-31')).toBe(true)
    expect(whole('campaign', '2024-12-31', '2024-11-16')).toBe(false)
    expect(whole('day', '2024-02-30', '2024-02-30')).toBe(false)
  })
})

describe('ageBandOn', () => {
  it('turns on the birthday', () => {
    expect(ageBandOn('1964-11-16', '2024-11-15')).toBe('50-59')
    expect(ageBandOn('1964-11-16', '2024-11-16')).toBe('60-plus')
    expect(ageBandOn('2009-11-17', '2024-11-16')).toBe('under-15')
  })
})

describe('the published schema', () => {
  it.each([1, 2] as const)('of version %i is current (vitest -u renews it)', async (version) => {
    const text = `${JSON.stringify(summaryJsonSchema(version), null, 2)}\n`
    const file = `../../resources/schemas/summary-v${version}.schema.json`
    await expect(text).toMatchFileSnapshot(file)
  })
})
