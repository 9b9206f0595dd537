import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastPaymentDay } from '#core/contribution/deadline.ts'
import { supportedGroups } from '#core/contribution/health-support.ts'
import { continuityOf } from '#core/contribution/health-validity.ts'
import { countSupportedMonths, monthsFrom } from '#core/contribution/support.ts'
import { priceVoluntary, type VoluntaryRequest } from '#core/contribution/voluntary.ts'
import { addDays } from '#core/date.ts'
import type { PriceRequest } from '#core/enrolment.ts'
import { adaptPolicy, OfficePolicy } from '#core/policy.ts'
import { priceSignUp } from '#core/pricing.ts'
import { must } from '#core/result.ts'
import { PaymentMethod, SupportGroup } from '#core/terms.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'

const policy = loadPolicy('resources')
const anyDate = fc.integer({ min: 0, max: 3900 }).map((days) => addDays('2018-01-01', days))
const term = fc.constantFrom(3 as const, 6 as const, 12 as const)

type Member = Partial<NonNullable<PriceRequest['members'][number]['bhyt']>>

/** BHYT of a household as the office prices it: one answer per member. */
const signUp = (date: string, members: readonly Member[], joinedThisYear = 0) => {
  const request: PriceRequest = {
    signedOn: date,
    household: { id: null, commune: null },
    members: members.map((member) => ({
      person: { id: null, personalNumber: null, insuranceNumber: null },
      bhxh: null,
      bhyt: { kind: 'renewing', months: 12, support: 'none', cardEnds: null, ...member },
    })),
  }
  return priceSignUp(request, { histories: [], joinedThisYear }, policy)
}

const household = (date: string, terms: readonly (3 | 6 | 12)[], joinedThisYear = 0) =>
  signUp(
    date,
    terms.map((months) => ({ months })),
    joinedThisYear,
  ).members.map(({ bhyt }) => {
    if (!bhyt?.charge) throw new Error(bhyt?.problem?.code)
    return { ...bhyt.charge, position: bhyt.position }
  })

const voluntary = (more: Partial<VoluntaryRequest>) =>
  priceVoluntary(
    {
      date: '2024-11-20',
      income: 1_500_000,
      method: '1m',
      groups: ['other'],
      province: null,
      supportedMonths: 0,
      ...more,
    },
    policy,
  )

describe('[A40] households', () => {
  it('[A40] sum of members is the total, for all sizes 1–15 and all mixes of terms', () => {
    fc.assert(
      fc.property(anyDate, fc.array(term, { minLength: 1, maxLength: 15 }), (date, terms) => {
        const members = household(date, terms)
        const [single] = household(date, [3])
        // One month of the first member, from which the ladder must follow exactly.
        const month = (single?.payer ?? 0) / 3
        const ladder = [100, 70, 60, 50]
        const total = terms.reduce(
          (sum, months, index) => sum + (month * months * (ladder[index] ?? 40)) / 100,
          0,
        )
        expect(members).toHaveLength(terms.length)
        expect(members.reduce((sum, member) => sum + member.payer, 0)).toBe(total)
        const asked = terms.map((months) => ({ months }))
        expect(signUp(date, asked).totals.payer).toBe(total)
        for (const member of members) {
          expect(member.payer).toBe(member.gross - member.state - member.local)
          expect(Number.isSafeInteger(member.payer)).toBe(true)
        }
      }),
    )
  })

  it('[A40] a member who joins later in the year continues the ladder', () => {
    const terms = [12, 6, 3, 12, 12, 6] as const
    const together = household('2024-11-20', terms)
    for (let first = 1; first < terms.length; first += 1) {
      const apart = [
        ...household('2024-11-20', terms.slice(0, first)),
        ...household('2024-11-20', terms.slice(first), first),
      ]
      expect(apart).toEqual(together)
    }
  })

  it('supported members take no place on the ladder', () => {
    const members = [{ support: 'near-poor' as const }, {}, { support: 'agri' as const }, {}]
    const places = signUp('2024-11-20', members).members.map(({ bhyt }) => bhyt?.position)
    expect(places).toEqual([0, 1, 0, 2])
  })

  it('knows the supported groups of a day', () => {
    const groups = (date: string) => supportedGroups(policy, date).map((each) => each.group)
    expect(groups('2024-11-20')).toEqual(['poor', 'near-poor', 'near-poor-full', 'agri', 'student'])
    expect(groups('2025-07-01')).toContain('artisan')
  })
})

describe('[A39] date regimes', () => {
  it.each([
    ['2018-03-15', 702_000, 138_600],
    ['2019-06-30', 750_600, 138_600],
    ['2019-07-01', 804_600, 138_600],
    ['2022-07-31', 804_600, 297_000],
    ['2023-06-30', 804_600, 297_000],
    ['2023-07-01', 972_000, 297_000],
    ['2024-06-30', 972_000, 297_000],
    ['2024-07-01', 1_263_600, 297_000],
    ['2025-06-30', 1_263_600, 297_000],
    ['2025-07-01', 1_263_600, 264_000],
    ['2026-06-30', 1_263_600, 264_000],
    ['2026-07-01', 1_366_200, 264_000],
    ['2026-11-22', 1_366_200, 264_000],
  ])('[A39] %s: first card of 12 months %i, cheapest BHXH month %i', (date, card, month) => {
    expect(household(date, [12])[0]?.payer).toBe(card)
    const income = date < '2022-01-01' ? 700_000 : 1_500_000
    expect(must(voluntary({ date, income })).payer).toBe(month)
  })

  it('[A39] new rows never change what an earlier day costs', () => {
    const later = adaptPolicy(
      policy,
      OfficePolicy.parse({
        confirmed: ['poverty-line-2027'],
        localSupport: [
          {
            id: 'later-resolution',
            from: '2027-01-01',
            to: null,
            value: { province: '01', poor: 9, 'near-poor': 9, ethnic: 9, other: 9 },
            source: 'Nghị quyết 01/2027/NQ-HĐND',
            confidence: 'H',
          },
        ],
      }),
    )
    const request = (date: string) => ({
      date,
      income: 29_700_000,
      method: '12m' as const,
      groups: ['poor' as const],
      province: '01',
      supportedMonths: 0,
    })
    fc.assert(
      fc.property(
        anyDate.filter((date) => date < '2027-01-01'),
        (date) => {
          expect(priceVoluntary(request(date), later)).toEqual(
            priceVoluntary(request(date), policy),
          )
        },
      ),
    )
    const changed = priceVoluntary(request('2027-01-01'), later)
    expect(changed).not.toEqual(priceVoluntary(request('2027-01-01'), policy))
  })
})

describe('BHXH tự nguyện', () => {
  const anyRequest = fc.record({
    date: anyDate,
    income: fc.integer({ min: 30, max: 500 }).map((steps) => steps * 50_000),
    method: fc.constantFrom(...PaymentMethod.options),
    groups: fc.array(fc.constantFrom(...SupportGroup.options)),
    province: fc.constantFrom(null, '01'),
    supportedMonths: fc.nat(130),
    yield: fc.integer({ min: 1, max: 900 }).map((points) => points / 100_000),
    missingMonths: fc.integer({ min: 1, max: 60 }),
  })

  it('always splits the gross amount among state, province and payer', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { gross, state, local, payer } = must(priceVoluntary(request, policy))
        expect(gross).toBe(state + local + payer)
        for (const part of [state, local, payer]) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(Number.isSafeInteger(part)).toBe(true)
        }
      }),
    )
  })

  it('agrees with the published sums, term by term', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const monthly = 0.22 * request.income
        const growth = 1 + request.yield
        const months = { '1m': 1, '3m': 3, '6m': 6, '12m': 12 }[request.method as '1m']
        const years = Number(/^(\d)y$/.exec(request.method)?.[1] ?? 0)
        let expected = months ? monthly * months : 0
        for (let i = 1; i <= 12 * years; i += 1) expected += monthly / growth ** (i - 1)
        if (request.method === 'missing')
          for (let i = 1; i <= request.missingMonths; i += 1) expected += monthly * growth ** i
        const { gross } = must(priceVoluntary(request, policy))
        expect(Math.abs(gross - expected)).toBeLessThanOrEqual(0.5 + expected * 1e-12)
      }),
    )
  })

  it('a refund of a whole plan is the price of the plan', () => {
    fc.assert(
      fc.property(anyRequest, fc.constantFrom('3m', '6m', '12m', '2y', '5y'), (request, method) => {
        const plan = { ...request, method } as VoluntaryRequest
        const paid = must(priceVoluntary(plan, policy))
        const unusedMonths = paid.months
        const back = must(priceVoluntary({ ...plan, unusedMonths }, policy))
        expect(back.payer).toBe(paid.payer)
        const half = must(priceVoluntary({ ...plan, unusedMonths: 1 }, policy))
        expect(half.payer).toBeLessThanOrEqual(paid.payer)
      }),
    )
  })

  it('knows the last day to pay', () => {
    const day = (method: PaymentMethod) => lastPaymentDay(policy, method, '2024-11-20')
    expect(day('1m')).toBe('2024-11-30')
    expect(day('3m')).toBe('2025-01-31')
    expect(day('6m')).toBe('2025-02-28')
    expect(day('12m')).toBe('2025-05-31')
    expect(day('2y')).toBeNull()
    expect(day('missing')).toBeNull()
  })

  it('counts every supported month once, from 2018 on', () => {
    const count = (...spans: [string, string][]) =>
      countSupportedMonths(
        spans.map(([from, to]) => ({ from, to })),
        policy,
      )
    expect(count(['2017-01-01', '2018-02-28'])).toBe(2)
    expect(count(['2018-01-01', '2018-06-30'], ['2018-06-01', '2018-12-31'])).toBe(12)
    expect(count(['2020-05-01', '2020-04-30'])).toBe(0)
    expect(count()).toBe(0)
    expect(monthsFrom('2024-11-20', 12)).toEqual({ from: '2024-11-01', to: '2025-10-31' })
    expect(monthsFrom('2024-01-31', 2)).toEqual({ from: '2024-01-01', to: '2024-02-29' })
  })
})

describe('five continuous years', () => {
  const run = (...cards: [string, string][]) =>
    must(
      continuityOf(
        cards.map(([from, to]) => ({ from, to })),
        policy,
      ),
    )

  it('run from the first card over short gaps', () => {
    expect(run(['2020-01-01', '2020-12-31'], ['2021-02-15', '2022-02-14'])).toEqual({
      since: '2020-01-01',
      fiveYears: '2025-01-01',
    })
    expect(run()).toBeNull()
  })

  it('start again after a long break, by the rule of the day', () => {
    const old = ['2023-01-01', '2023-12-31'] as [string, string]
    expect(run(old, ['2024-03-31', '2025-03-30'])?.since).toBe('2023-01-01')
    expect(run(['2024-04-01', '2025-03-31'], old)?.since).toBe('2024-04-01')
    const recent = ['2024-08-01', '2025-07-31'] as [string, string]
    expect(run(recent, ['2025-10-29', '2026-10-28'])?.since).toBe('2024-08-01')
    expect(run(recent, ['2025-10-30', '2026-10-29'])?.since).toBe('2025-10-30')
  })
})
