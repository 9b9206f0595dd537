import { describe, expect, it } from 'vitest'
import type { VoluntaryAmounts } from '#core/contribution/voluntary.ts'
import { adaptPolicy, OfficePolicy } from '#core/policy.ts'
import { type HealthQuoted, quote } from '#core/quote.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'

const policy = loadPolicy('resources')

const voluntary = (asked: object, given = policy) => {
  const result = quote({ scheme: 'bhxh-tn', method: '1m', group: 'other', ...asked }, given)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value as VoluntaryAmounts
}
const refused = (asked: object) => {
  const result = quote({ scheme: 'bhxh-tn', method: '1m', group: 'other', ...asked }, policy)
  return result.ok ? null : result.problem.code
}
const health = (date: string, members: object[], more: object = {}, given = policy) => {
  const asked = members.map((member, index) => ({
    position: index + 1,
    months: 12,
    first: false,
    ...member,
  }))
  const result = quote({ scheme: 'bhyt-hgd', date, members: asked, ...more }, given)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value as HealthQuoted
}
const payers = (date: string, members: object[]) =>
  health(date, members).members.map((member) => member.payer)

const [lcs13, lcs149, lcs18, lcs234, lcs253] = [
  '2018-03-15',
  '2022-03-15',
  '2023-08-15',
  '2024-11-20',
  '2026-08-15',
]
const people = (count: number, more: object = {}) => Array.from({ length: count }, () => more)

describe('BHXH tự nguyện, worked examples', () => {
  it('[SI-01] 4,000,000 monthly, no support', () => {
    expect(voluntary({ date: '2017-08-15', income: 4_000_000 })).toMatchObject({
      gross: 880_000,
      state: 0,
      local: 0,
      payer: 880_000,
    })
  })

  it('[SI-02] 4,000,000 for 6 months', () => {
    expect(voluntary({ date: '2017-08-15', income: 4_000_000, method: '6m' }).payer).toBe(5_280_000)
  })

  it('[SI-03] 3,000,000, two years ahead at 0.628 %', () => {
    const asked = { date: '2017-08-15', income: 3_000_000, method: '2y', yield: 0.00628 }
    expect(voluntary(asked).payer).toBe(14_753_539)
  })

  it('[SI-04] 3,000,000, 120 months missing at 0.826 %, old law', () => {
    const asked = { income: 3_000_000, method: 'missing', missingMonths: 120, yield: 0.00826 }
    expect(voluntary({ ...asked, date: '2017-08-15' }).payer).toBe(135_629_537)
    expect(voluntary({ ...asked, date: '2024-11-20' }).gross).toBe(135_629_537)
  })

  it('[SI-05] refund of the last 8 months of SI-03, the state part kept back', () => {
    const asked = { date: lcs13, income: 3_000_000, method: '2y', yield: 0.00628, unusedMonths: 8 }
    expect(voluntary(asked)).toMatchObject({ kind: 'refund', state: 123_200, payer: 4_550_504 })
  })

  it('[SI-06] 5,000,000 for 6 months', () => {
    expect(voluntary({ date: '2017-08-15', income: 5_000_000, method: '6m' }).payer).toBe(6_600_000)
  })

  it('[SI-07] SI-06 paid 4 months late at 0.826 %', () => {
    const asked = { income: 5_000_000, method: '6m', lateMonths: 4, yield: 0.00826 }
    expect(voluntary({ ...asked, date: '2017-08-15' }).payer).toBe(6_820_781)
    expect(voluntary({ ...asked, date: '2024-11-20' }).gross).toBe(6_820_781)
  })

  it('[SI-09] 800,000 for 12 months, near-poor, June 2018', () => {
    const asked = { date: '2018-06-15', income: 800_000, method: '12m', group: 'near-poor' }
    expect(voluntary(asked).payer).toBe(1_650_000)
  })

  it('[SI-10] 800,000 monthly, everyone else', () => {
    expect(voluntary({ date: '2018-06-15', income: 800_000 }).payer).toBe(160_600)
  })

  it('[SI-12] 1,500,000 before support', () => {
    expect(voluntary({ date: lcs234, income: 1_500_000 }).gross).toBe(330_000)
    expect(voluntary({ date: '2025-08-15', income: 1_500_000 }).gross).toBe(330_000)
  })

  it.each([
    ['SI-13', lcs234, 'other', 33_000, 297_000],
    ['SI-14', lcs234, 'near-poor', 82_500, 247_500],
    ['SI-15', lcs234, 'poor', 99_000, 231_000],
    ['SI-16', '2025-08-15', 'other', 66_000, 264_000],
    ['SI-17', '2025-08-15', 'ethnic', 99_000, 231_000],
    ['SI-19', '2025-08-15', 'poor', 165_000, 165_000],
  ])('[%s] 1,500,000 on %s, %s', (_id, date, group, state, payer) => {
    expect(voluntary({ date, income: 1_500_000, group })).toMatchObject({ state, payer, local: 0 })
  })

  it.each([
    ['SI-20', 'other', 33_000, 264_000],
    ['SI-22', 'poor', 99_000, 132_000],
  ])('[%s] Hà Nội 8/2022–2025, %s', (_id, group, local, payer) => {
    for (const date of ['2022-08-01', lcs234, '2025-06-30'])
      for (const unit of ['01', '016', '00376'])
        expect(voluntary({ date, unit, income: 1_500_000, group })).toMatchObject({ local, payer })
  })

  it('[SI-24] the maximum at 2,340,000', () => {
    for (const date of [lcs234, '2025-08-15']) {
      expect(voluntary({ date, income: 46_800_000 }).gross).toBe(10_296_000)
      expect(refused({ date, income: 46_850_000 })).toBe('income.above-maximum')
    }
  })

  it('[SI-25] the maximum at 1,800,000', () => {
    expect(voluntary({ date: lcs18, income: 36_000_000 }).gross).toBe(7_920_000)
    expect(refused({ date: lcs18, income: 36_050_000 })).toBe('income.above-maximum')
  })

  it('[SI-27] 1,520,000 is off the step before 1/7/2025 and only warned of after', () => {
    expect(refused({ date: '2025-06-30', income: 1_520_000 })).toBe('income.off-step')
    const later = voluntary({ date: '2025-07-01', income: 1_520_000 })
    expect(later.gross).toBe(334_400)
    expect(later.notices.join()).toContain('1.500.000 đ hoặc 1.550.000 đ')
  })

  it('[SI-28] 1,450,000 is below the poverty line', () => {
    expect(refused({ date: lcs234, income: 1_450_000 })).toBe('income.below-minimum')
    expect(refused({ date: '2026-08-15', income: 1_450_000 })).toBe('income.below-minimum')
  })

  it('[SI-29] local support of 20 % from a resolution the office entered', () => {
    const row = {
      id: 'resolution-2026',
      from: '2026-01-01',
      to: null,
      value: { province: '01', poor: 20, 'near-poor': 20, ethnic: 20, other: 20 },
      source: 'Nghị quyết 01/2026/NQ-HĐND',
      confidence: 'H' as const,
    }
    const adapted = adaptPolicy(policy, OfficePolicy.parse({ localSupport: [row] }))
    const asked = { date: '2026-08-15', unit: 'CS-SOC-SON', income: 1_500_000 }
    expect(voluntary(asked, adapted).local).toBe(66_000)
    expect(voluntary(asked).local).toBe(0)
  })
})

describe('BHYT hộ gia đình, worked examples', () => {
  it('[HI-01] base salary 1,300,000, 12 months, three members', () => {
    expect(payers(lcs13, people(3))).toEqual([702_000, 491_400, 421_200])
  })

  it('[HI-02] near-poor, 6 months, 70 % and 10 % from the province', () => {
    const row = {
      id: 'resolution-2018',
      from: '2018-01-01',
      to: null,
      value: { province: '01', group: 'near-poor', percent: 10 },
      source: 'Nghị quyết 02/2018/NQ-HĐND',
      confidence: 'H' as const,
    }
    const adapted = adaptPolicy(policy, OfficePolicy.parse({ healthLocalSupports: [row] }))
    const asked = [{ months: 6, support: 'near-poor' }]
    const [member] = health(lcs13, asked, { unit: '01' }, adapted).members
    expect(member).toMatchObject({ gross: 351_000, state: 245_700, local: 35_100, payer: 70_200 })
  })

  it('[HI-03] the monthly base of Mẫu số 3, column 4', () => {
    expect(health(lcs234, people(3)).members.map((member) => member.base)).toEqual([
      2_340_000, 1_638_000, 1_404_000,
    ])
  })

  it('[HI-04] base salary 2,340,000, one month', () => {
    expect(payers(lcs234, [{ months: 1 }])).toEqual([105_300])
  })

  it('[HI-05] base salary 2,340,000, 3, 6 and 12 months', () => {
    const terms = [3, 6, 12].map((months) => payers(lcs234, [{ months }])[0])
    expect(terms).toEqual([315_900, 631_800, 1_263_600])
  })

  it('[HI-07] three members for 12 months together', () => {
    expect(health(lcs234, people(3)).payer).toBe(2_906_280)
  })

  it('[HI-08] 6 months, first to fifth', () => {
    const expected = [631_800, 442_260, 379_080, 315_900, 252_720]
    expect(payers(lcs234, people(5, { months: 6 }))).toEqual(expected)
    expect(payers(lcs234, people(7, { months: 6 })).slice(5)).toEqual([252_720, 252_720])
  })

  it('[HI-10] mixed terms', () => {
    const mixed = health(lcs234, [{ months: 12 }, { months: 6 }, { months: 3 }])
    expect(mixed.members.map((member) => member.payer)).toEqual([1_263_600, 442_260, 189_540])
    expect(mixed.payer).toBe(1_895_400)
  })

  it('[HI-11] base salary 2,530,000, one month', () => {
    expect(payers(lcs253, [{ months: 1 }])).toEqual([113_850])
  })

  it('[HI-12] [HI-13] base salary 2,530,000, 12 months, first to fifth and later', () => {
    expect(payers(lcs253, people(6))).toEqual([
      1_366_200, 956_340, 819_720, 683_100, 546_480, 546_480,
    ])
  })

  it('[HI-14] base salary 2,530,000, 3 and 6 months', () => {
    expect([3, 6].map((months) => payers(lcs253, [{ months }])[0])).toEqual([341_550, 683_100])
  })

  it('[HI-16] base salary 2,530,000, three members for 12 months', () => {
    expect(health(lcs253, people(3)).payer).toBe(3_142_260)
  })

  it('[HI-18] base salary 1,800,000, 12 months', () => {
    expect(payers(lcs18, people(5))).toEqual([972_000, 680_400, 583_200, 486_000, 388_800])
  })

  it('[HI-19] base salary 1,490,000, 12 months', () => {
    expect(payers(lcs149, people(5))).toEqual([804_600, 563_220, 482_760, 402_300, 321_840])
  })

  it('[HI-20] near-poor, 70 %, 12 months', () => {
    expect(payers(lcs234, [{ support: 'near-poor' }])).toEqual([379_080])
  })

  it('[HI-21] farming household of average means, 30 %, 12 months', () => {
    expect(payers(lcs234, [{ support: 'agri' }])).toEqual([884_520])
  })

  it('[HI-22] paid on 20/6/2026: the rise of 1/7/2026 changes nothing', () => {
    const [member] = health('2026-06-20', [{}]).members
    expect(member).toMatchObject({ payer: 1_263_600, validTo: '2027-06-19' })
  })

  it('[HI-23] first time, paid 16/11/2024', () => {
    const [member] = health('2024-11-16', [{ first: true }]).members
    expect(member).toMatchObject({ validFrom: '2024-12-16', validTo: '2025-12-15' })
  })

  it('[HI-24] a gap of 60 days, paid 16/11/2024', () => {
    const [member] = health('2024-11-16', [{ gapDays: 60 }]).members
    expect(member).toMatchObject({ validFrom: '2024-11-16', validTo: '2025-11-15' })
  })

  it('[HI-26] two members for 12 months together', () => {
    expect(health(lcs234, people(2)).payer).toBe(2_148_120)
  })
})
