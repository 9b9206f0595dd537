import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#core/date.ts'
import { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import type { Person } from '#core/person.ts'
import { adaptPolicy, OfficePolicy } from '#core/policy.ts'
import { priceSignUp } from '#core/pricing.ts'
import {
  dueMarkOf,
  dueMarks,
  dueSpan,
  type EndingTerm,
  payBy,
  warnContinuity,
} from '#core/renewal.ts'
import { draftRenewal, renewBhxh, renewBhyt } from '#core/renewal-draft.ts'
import { PaymentMethod } from '#core/terms.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'

const policy = loadPolicy('resources')

const term = (changes: Partial<EndingTerm> = {}): EndingTerm => ({
  enrolmentId: 1,
  personId: 1,
  scheme: 'bhxh-tn',
  signedOn: '2023-11-10',
  validTo: '2024-10-31',
  months: 12,
  income: 1_500_000,
  method: '12m',
  supportGroup: 'other',
  occupation: 'trader',
  collector: 'post',
  ...changes,
})

const card = (changes: Partial<EndingTerm> = {}) =>
  term({ scheme: 'bhyt-hgd', income: null, method: null, supportGroup: 'none', ...changes })

describe('the marks of the work list', () => {
  it('hold every day from 60 left to 90 over exactly once', () => {
    const on = '2024-11-20'
    const held = new Map<number, number>()
    for (const { mark } of dueMarks) {
      const { from, to } = dueSpan(on, mark)
      for (let day = from; day <= to; day = addDays(day, 1)) {
        expect(held.has(Date.parse(day)), day).toBe(false)
        held.set(Date.parse(day), mark)
        expect(dueMarkOf(day, on)).toBe(mark)
      }
    }
    expect(held.size).toBe(151)
    expect(dueSpan(on, null)).toEqual({ from: addDays(on, -90), to: addDays(on, 60) })
    expect(dueMarkOf(addDays(on, 61), on)).toBeNull()
    expect(dueMarkOf(addDays(on, -91), on)).toBeNull()
    expect([60, 31, 30, 16, 15, 1, 0, -1, -90].map((n) => dueMarkOf(addDays(on, n), on))).toEqual([
      60, 60, 30, 30, 15, 15, 0, -90, -90,
    ])
  })
})

describe('the last day to pay (D08a-TS, column 2)', () => {
  it.each([
    ['1m', '2024-11-30'],
    ['3m', '2025-01-31'],
    ['6m', '2025-02-28'],
    ['12m', '2025-05-31'],
    ['2y', '2024-11-30'],
    [null, '2024-11-30'],
  ] as const)('is that of the registered method: %s, paid to 31/10/2024: %s', (method, day) => {
    expect(payBy(term({ method }), policy)).toBe(day)
  })

  it('is the last day of a card', () => {
    expect(payBy(card({ validTo: '2024-12-15' }), policy)).toBe('2024-12-15')
  })
})

describe('five continuous years', () => {
  const cards = [
    { from: '2020-01-01', to: '2020-12-31' },
    { from: '2021-02-01', to: '2024-10-31' },
  ]

  it('are warned of with the last day that keeps them', () => {
    expect(warnContinuity(cards, '2024-10-20', policy)).toEqual({
      since: '2020-01-01',
      fiveYears: '2025-01-01',
      keepBy: '2025-01-31',
      isNear: true,
      isLost: false,
      text: 'Liên tục từ 01/01/2020, đủ 5 năm vào 01/01/2025 (theo sổ của đơn vị). Gián đoạn từ 3 tháng trở lên sẽ tính lại từ đầu: nộp tiền chậm nhất ngày 31/01/2025.',
    })
    expect(warnContinuity([], '2024-10-20', policy)).toBeNull()
  })

  it('are told as reached, as lost, and as far away', () => {
    const full = [{ from: '2019-01-01', to: '2024-10-31' }]
    expect(warnContinuity(full, '2024-10-20', policy)?.text).toContain(
      'Đã đủ 5 năm liên tục từ 01/01/2024',
    )
    expect(warnContinuity(full, '2025-02-01', policy)).toMatchObject({ isLost: true })
    const young = [{ from: '2024-01-01', to: '2024-10-31' }]
    expect(warnContinuity(young, '2024-10-20', policy)).toMatchObject({ isNear: false })
  })

  it('keep until the day before the break by the rule of the day', () => {
    const recent = [{ from: '2024-11-01', to: '2025-10-31' }]
    expect(warnContinuity(recent, '2025-11-10', policy)?.keepBy).toBe('2026-01-29')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), (days) => {
        const to = addDays('2025-08-01', days)
        const keepBy = warnContinuity([{ from: '2025-01-01', to }], to, policy)?.keepBy ?? ''
        const next = (from: string) => [
          { from: '2025-01-01', to },
          { from, to: addDays(from, 364) },
        ]
        const since = (from: string) => warnContinuity(next(from), from, policy)?.since
        expect(since(keepBy)).toBe('2025-01-01')
        expect(since(addDays(keepBy, 1))).toBe(addDays(keepBy, 1))
      }),
    )
  })
})

describe('last time’s choices under today’s rules', () => {
  it('are kept while they are legal', () => {
    expect(renewBhxh(term(), '2024-11-20', policy)).toEqual({
      choice: { kind: 'renewing', income: 1_500_000, method: '12m', group: 'other' },
      notices: [],
    })
    expect(renewBhyt(card({ validTo: '2024-11-15' }), '2024-11-20', policy)).toEqual({
      choice: { kind: 'renewing', months: 12, support: 'none', cardEnds: '2024-11-15' },
      notices: [],
    })
  })

  it('raise an income below today’s minimum and say so', () => {
    const old = term({ income: 700_000, validTo: '2021-12-31', method: '12m' })
    const { choice, notices } = renewBhxh(old, '2022-01-10', policy)
    expect(choice.income).toBe(1_500_000)
    expect(notices.map(({ vi }) => vi)).toEqual([
      'Thu nhập lần trước 700.000 đ thấp hơn mức tối thiểu hiện nay 1.500.000 đ; đã ghi 1.500.000 đ.',
    ])
  })

  it('lower one above the maximum, and take the next step where steps count', () => {
    const rich = renewBhxh(term({ income: 50_000_000 }), '2024-11-20', policy)
    expect(rich.choice.income).toBe(46_800_000)
    const off = renewBhxh(term({ income: 1_520_000 }), '2024-11-20', policy)
    expect(off.choice.income).toBe(1_550_000)
    expect(off.notices[0]?.vi).toContain('không đúng bậc')
    expect(renewBhxh(term({ income: 1_520_000 }), '2025-11-20', policy).choice.income).toBe(
      1_520_000,
    )
  })

  it('replace a method that cannot be priced, unless the office knows the yield', () => {
    const ahead = renewBhxh(term({ method: '2y' }), '2024-11-20', policy)
    expect(ahead.choice.method).toBe('12m')
    expect(ahead.notices[0]?.vi).toContain('2 năm về sau')
    expect(renewBhxh(term({ method: 'missing' }), '2024-11-20', policy).choice.method).toBe('12m')
    const row = { id: 'yield-2024', from: '2024-01-01', to: null, value: 0.0031, source: 'VSS' }
    const office = OfficePolicy.parse({ yields: [{ ...row, confidence: 'H' }] })
    const known = renewBhxh(term({ method: '2y' }), '2024-11-20', adaptPolicy(policy, office))
    expect(known).toMatchObject({ choice: { method: '2y' }, notices: [] })
  })

  it('ask to check a support group again', () => {
    const { choice, notices } = renewBhxh(term({ supportGroup: 'near-poor' }), '2024-11-20', policy)
    expect(choice.group).toBe('near-poor')
    expect(notices[0]?.vi).toContain('Hãy kiểm tra giấy xác nhận năm nay')
    const agri = renewBhyt(card({ supportGroup: 'agri' }), '2024-11-20', policy)
    expect(agri.choice.support).toBe('agri')
    expect(agri.notices).toHaveLength(1)
    const gone = renewBhyt(card({ supportGroup: 'student' }), '2024-11-20', policy)
    expect(gone.choice.support).toBe('none')
  })

  it('can always be priced today', () => {
    const day = fc.integer({ min: 0, max: 2800 }).map((days) => addDays('2019-01-01', days))
    const anyTerm = fc.record({
      income: fc.integer({ min: 0, max: 100_000_000 }),
      method: fc.constantFrom(...PaymentMethod.options, null),
      supportGroup: fc.constantFrom('poor', 'near-poor', 'ethnic', 'other', 'none', '?'),
      months: fc.integer({ min: 1, max: 60 }),
      ago: fc.integer({ min: -60, max: 90 }),
    })
    fc.assert(
      fc.property(anyTerm, day, ({ ago, ...of }, on) => {
        const validTo = addDays(on, -ago)
        const bhxh = renewBhxh(term({ ...of, validTo }), on, policy).choice
        const bhyt = renewBhyt(card({ ...of, method: null, validTo }), on, policy).choice
        const person = { id: null, personalNumber: null, insuranceNumber: null }
        const request = {
          signedOn: on,
          household: { id: null, commune: null },
          members: [{ person, bhxh, bhyt }],
        }
        const [priced] = priceSignUp(request, { histories: [], joinedThisYear: 0 }, policy).members
        expect(priced?.bhxh?.problem).toBeNull()
        expect(priced?.bhyt?.problem).toBeNull()
      }),
    )
  })
})

describe('a household’s renewal', () => {
  const person = (id: number, position: number): Person => ({
    id,
    householdId: 5,
    relation: position === 1 ? '00' : '08',
    position,
    name: `Người ${id}`,
    birth: { date: '1980-01-01', precision: 'day' },
    sex: 'male',
    personalNumber: null,
    insuranceNumber: null,
    phone: null,
    email: null,
    ethnicity: null,
    nationality: 'Việt Nam',
    careFacility: null,
    birthPlace: null,
    guardian: null,
    delivery: null,
  })
  const household = {
    id: 5,
    commune: { code: '00376', validFrom: '' },
    address: 'Số 1',
    phone: null,
  }
  const sheetOf = (people: number, terms: EndingTerm[]) =>
    draftRenewal(
      {
        household,
        members: Array.from({ length: people }, (_each, index) => person(index + 1, index + 1)),
        terms,
        occupations: new Map([[1, 'freelancer' as const]]),
      },
      '2024-11-20',
      policy,
    )

  it('is a sheet that the boundary takes, with everybody in the order of the list', () => {
    const terms = [
      card({ personId: 1, validTo: '2024-11-30' }),
      term({ personId: 1, enrolmentId: 2, collector: 'office-counter', signedOn: '2023-12-01' }),
      card({ personId: 3, enrolmentId: 3, validTo: '2024-12-10', months: 6 }),
    ]
    const { draft, notices } = sheetOf(3, terms)
    const whole = HouseholdEnrolmentDraft.parse({ key: crypto.randomUUID(), ...draft })
    expect(whole.members.map((each) => each.person.id)).toEqual([1, 2, 3])
    expect(whole.members[0]).toMatchObject({
      occupation: 'freelancer',
      bhxh: { kind: 'renewing', method: '12m' },
      bhyt: { kind: 'renewing', cardEnds: '2024-11-30' },
    })
    expect(whole.members[1]).toMatchObject({ bhxh: null, bhyt: null, occupation: 'other' })
    expect(whole.members[2]?.bhyt).toMatchObject({ months: 6 })
    expect(whole).toMatchObject({ collector: 'office-counter', conferenceId: null })
    expect(notices).toEqual([])
  })

  it('leaves people who are not due out when the sheet is full, never one who is', () => {
    const { draft, notices } = sheetOf(18, [card({ personId: 18 }), card({ personId: 2 })])
    expect(draft.members).toHaveLength(15)
    expect(draft.members.map((each) => each.person.id)).toContain(18)
    expect(notices[0]).toMatchObject({ member: null })
    expect(notices[0]?.text.vi).toContain('3 người')
  })
})
