import { describe, expect, it } from 'vitest'
import type { VoluntaryAmounts } from '#core/contribution/voluntary.ts'
import { sayProblem } from '#core/messages.ts'
import { adaptPolicy, OfficePolicy } from '#core/policy.ts'
import { type HealthQuoted, quote } from '#core/quote.ts'
import { loadPolicy } from '../../src/main/app/policy.ts'

const policy = loadPolicy('resources')
const bhxh = {
  scheme: 'bhxh-tn',
  date: '2024-11-20',
  unit: '01',
  income: 1_500_000,
  method: '1m',
  group: 'poor',
}
const member = { position: 1, months: 12, support: 'none', first: true, gapDays: null }
const bhyt = { scheme: 'bhyt-hgd', date: '2024-11-20', members: [member] }

const voluntary = (more: object) => {
  const result = quote({ ...bhxh, ...more }, policy)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value as VoluntaryAmounts
}
const health = (date: string, ...members: object[]) => {
  const asked = members.map((more) => ({ ...member, ...more }))
  const result = quote({ ...bhyt, date, members: asked }, policy)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value as HealthQuoted
}
const refusal = (request: unknown) => {
  const result = quote(request, policy)
  if (result.ok) return null
  for (const language of ['vi', 'en'] as const)
    expect(sayProblem(result.problem, language)).not.toMatch(/[{}]|undefined/)
  return [result.problem.code, ...(result.problem.path ?? [])].join(' ')
}

describe('the request', () => {
  it.each([
    [null, 'input.invalid'],
    [[], 'input.invalid'],
    [{}, 'input.invalid scheme'],
    [{ ...bhxh, scheme: 'bhtn' }, 'input.invalid scheme'],
    [{ ...bhxh, surprise: 1 }, 'input.invalid surprise'],
    [{ ...bhxh, date: '20/11/2024' }, 'input.invalid date'],
    [{ ...bhxh, date: '2024-02-31' }, 'date.impossible date'],
    [{ ...bhxh, date: '1999-01-01' }, 'date.no-policy'],
    [{ ...bhxh, unit: '79' }, 'unit.unknown unit'],
    [{ ...bhxh, income: '1500000' }, 'input.invalid income'],
    [{ ...bhxh, income: 1_500_000.5 }, 'input.invalid income'],
    [{ ...bhxh, income: -1 }, 'income.below-minimum income'],
    [{ ...bhxh, income: 9e15 }, 'income.above-maximum income'],
    [{ ...bhxh, method: '2m' }, 'input.invalid method'],
    [{ ...bhxh, group: 'rich' }, 'input.invalid group'],
    [{ ...bhxh, method: '2y' }, 'yield.missing yield'],
    [{ ...bhxh, method: '2y', yield: 0.628 }, 'yield.out-of-range yield'],
    [{ ...bhxh, method: '2y', yield: 0 }, 'yield.out-of-range yield'],
    [{ ...bhxh, method: '2y', yield: null }, 'yield.missing yield'],
    [{ ...bhxh, method: 'missing', yield: 0.006 }, 'missing.months-needed missingMonths'],
    [{ ...bhxh, method: 'missing', missingMonths: 12 }, 'yield.missing yield'],
    [{ ...bhxh, missingMonths: 12 }, 'input.invalid missingMonths'],
    [{ ...bhxh, lateMonths: 1 }, 'yield.missing yield'],
    [{ ...bhxh, lateMonths: 1, unusedMonths: 1 }, 'input.invalid lateMonths'],
    [{ ...bhxh, method: '2y', lateMonths: 1, yield: 0.006 }, 'late.wrong-method method'],
    [{ ...bhxh, unusedMonths: 1 }, 'refund.wrong-method method'],
    [{ ...bhxh, method: '3m', unusedMonths: 4 }, 'refund.too-many-months unusedMonths'],
    [{ ...bhxh, supportedSince: '2024-12' }, 'supported-since.future supportedSince'],
    [{ ...bhxh, supportedSince: '2024-02-30' }, 'date.impossible supportedSince'],
    [{ ...bhyt, members: [] }, 'input.invalid members'],
    [{ ...bhyt, members: [{ ...member, months: 5 }] }, 'term.not-allowed members 0 months'],
    [{ ...bhyt, members: [{ ...member, position: 0 }] }, 'input.invalid members 0 position'],
    [{ ...bhyt, members: [{ ...member, age: 1 }] }, 'input.invalid members 0 age'],
    [
      { ...bhyt, members: [member, { ...member, support: 'artisan' }] },
      'support.unknown-group members 1 support',
    ],
    [
      { ...bhyt, members: [{ ...member, individual: true }] },
      'individual.not-allowed members 0 individual',
    ],
    [
      { ...bhyt, members: [{ ...member, choice: 'supported' }] },
      'support.none-to-choose members 0 support',
    ],
    [
      { ...bhyt, members: [{ ...member, support: 'poor', choice: 'household' }] },
      'support.no-household-choice members 0 choice',
    ],
    [{ ...bhyt, date: '2014-12-31' }, 'date.no-policy members 0'],
  ])('%j is refused as %s', (request, expected) => {
    expect(refusal(request)).toBe(expected)
  })

  it('names the limits and the nearest steps in the sentence', () => {
    const say = (more: object) => {
      const result = quote({ ...bhxh, ...more }, policy)
      return result.ok ? '' : sayProblem(result.problem)
    }
    expect(say({ income: 1_450_000 })).toContain('1.500.000 đ')
    expect(say({ income: 50_000_000 })).toContain('46.800.000 đ')
    expect(say({ income: 1_520_000 })).toContain('1.500.000 đ hoặc 1.550.000 đ')
  })
})

describe('BHXH tự nguyện', () => {
  it('gives the reasons with numbers and law', () => {
    const { derivation, basis } = voluntary({ method: '12m' })
    expect(derivation).toEqual([
      'Mức phải đóng: 22% × 1.500.000 đ × 12 tháng = 3.960.000 đ (Luật BHXH 58/2014/QH13, Điều 87; Quyết định 595/QĐ-BHXH, Điều 10)',
      'Nhà nước hỗ trợ hộ nghèo: 30% × 22% × 1.500.000 đ × 12 tháng = 1.188.000 đ (Nghị định 134/2015/NĐ-CP, Điều 14; Quyết định 595/QĐ-BHXH, Điều 12)',
      'Địa phương hỗ trợ thêm hộ nghèo: 30% × 22% × 1.500.000 đ × 12 tháng = 1.188.000 đ (Hà Nội: Nghị quyết 03/2022/NQ-HĐND)',
      'Người tham gia đóng: 3.960.000 đ − 1.188.000 đ − 1.188.000 đ = 1.584.000 đ',
    ])
    expect(basis.map((each) => each.row)).toEqual([
      'bhxh-rate-2016',
      'poverty-line-2022',
      'income-ceiling-2016',
      'base-salary-2024-07',
      'method-12m',
      'state-support-2018',
      'ha-noi-support-2022',
    ])
    expect(basis.every((each) => each.confidence === 'H')).toBe(true)
  })

  it('counts support on the poverty line, not on the chosen income', () => {
    expect(voluntary({ income: 5_000_000 })).toMatchObject({
      gross: 1_100_000,
      state: 99_000,
      local: 99_000,
      payer: 902_000,
    })
  })

  it('lets the highest of several groups win', () => {
    expect(voluntary({ group: ['other', 'near-poor', 'poor'] }).group).toBe('poor')
    expect(voluntary({ group: ['other', 'ethnic'], date: '2026-08-01' }).group).toBe('ethnic')
    const before = voluntary({ group: 'ethnic', unit: undefined })
    expect(before.state).toBe(33_000)
    expect(before.notices.join()).toContain('dân tộc thiểu số')
  })

  it('supports 120 months and no more', () => {
    const paid = (since: string, date: string) =>
      voluntary({ supportedSince: since, date, method: '12m', unit: undefined })
    expect(paid('2018-01', '2027-07-15')).toMatchObject({
      supportedMonths: 6,
      gross: 3_960_000,
      state: 990_000,
    })
    expect(paid('2018-01', '2028-01-15')).toMatchObject({ supportedMonths: 0, state: 0 })
    expect(paid('2016-05-20', '2024-11-20')).toMatchObject({ supportedMonths: 12 })
    expect(paid('2010-01', '2028-01-15').state).toBe(0)
    expect(paid('2018-01', '2027-07-15').notices.join()).toContain('114 tháng')
    expect(paid('2024-11', '2024-11-20').supportedMonths).toBe(12)
  })

  it('gives back the share the person paid', () => {
    const refund = { method: '12m', unusedMonths: 5, group: 'other' }
    expect(voluntary(refund)).toMatchObject({
      kind: 'refund',
      gross: 1_650_000,
      state: 165_000,
      local: 165_000,
      payer: 1_320_000,
    })
    const whole = voluntary({ method: '12m', group: 'other' })
    expect(voluntary({ ...refund, unusedMonths: 12 }).payer).toBe(whole.payer)
    const capped = { ...refund, date: '2027-07-15', supportedSince: '2018-01', unit: undefined }
    expect(voluntary(capped)).toMatchObject({ supportedMonths: 0, state: 0 })
    expect(voluntary({ ...capped, unusedMonths: 8 }).supportedMonths).toBe(2)
  })

  it('limits missing months to 120 before 1/7/2025 and 60 after', () => {
    const missing = { ...bhxh, method: 'missing', yield: 0.003, missingMonths: 61 }
    expect(refusal(missing)).toBeNull()
    expect(refusal({ ...missing, missingMonths: 121 })).toMatch(/^missing.too-many-months/)
    expect(refusal({ ...missing, date: '2025-07-01' })).toMatch(/^missing.too-many-months/)
    expect(refusal({ ...missing, date: '2025-07-01', missingMonths: 60 })).toBeNull()
  })

  it('says when late payment rests on an unconfirmed formula', () => {
    const late = { method: '6m', lateMonths: 4, yield: 0.00826 }
    const confidence = (date: string) =>
      voluntary({ ...late, date }).basis.find((each) => each.row.startsWith('late-'))?.confidence
    expect(confidence('2024-11-20')).toBe('H')
    expect(confidence('2025-08-20')).toBe('L')
    expect(voluntary({ ...late, date: '2025-08-20' }).notices.join()).toContain('Chưa xác nhận')
    expect(voluntary({ lateMonths: 0 }).gross).toBe(330_000)
  })

  it('takes a yield the office entered, and a typed one before it', () => {
    const row = {
      id: 'yield-2025',
      from: '2026-01-01',
      to: '2026-12-31',
      value: 0.0031,
      source: 'BHXH Việt Nam công bố tháng 01/2026',
      confidence: 'H' as const,
    }
    const adapted = adaptPolicy(policy, OfficePolicy.parse({ yields: [row] }))
    const asked = { ...bhxh, date: '2026-08-01', method: '2y' }
    const result = quote(asked, adapted)
    expect(result).toEqual(quote({ ...asked, unit: 'CS-SOC-SON' }, adapted))
    const typed = quote({ ...asked, yield: 0.0031 }, policy)
    expect(result.ok && typed.ok && result.value.payer === typed.value.payer).toBe(true)
    expect(JSON.stringify(result)).toContain('yield-2025')
    expect(quote({ ...asked, date: '2027-01-01' }, adapted).ok).toBe(false)
  })

  it('never charges less than nothing when discount and support meet', () => {
    const asked = { date: '2025-08-15', method: '5y', yield: 0.00826, group: 'poor' }
    const result = voluntary(asked)
    expect(result.payer).toBe(0)
    expect(result.gross).toBe(result.state + result.local)
    expect(result.notices.join()).toContain('lớn hơn mức đóng')
  })

  it('says what is not known of Hà Nội support from 2026 and of its last half year', () => {
    expect(voluntary({ date: '2026-08-01' })).toMatchObject({ local: 0 })
    expect(voluntary({ date: '2026-08-01' }).notices.join()).toContain('nghị quyết')
    const last = voluntary({ date: '2025-12-31' })
    expect(last.local).toBe(99_000)
    expect(last.basis.find((each) => each.row.startsWith('ha-noi'))?.confidence).toBe('L')
    expect(voluntary({ date: '2026-08-01', unit: undefined }).notices).toEqual([])
  })
})

describe('BHYT hộ gia đình', () => {
  const card = (date: string, more: object) => {
    const [first] = health(date, more).members
    return [first?.validFrom, first?.validTo, first?.waits]
  }

  it('starts a card by payment, wait and the old card', () => {
    const back = { first: false }
    expect(card('2024-11-16', { ...back, gapDays: null })).toEqual([
      '2024-11-16',
      '2025-11-15',
      false,
    ])
    expect(card('2024-11-16', { ...back, gapDays: 0 })[0]).toBe('2024-11-16')
    expect(card('2024-11-16', { ...back, gapDays: -15 })).toEqual([
      '2024-12-01',
      '2025-11-30',
      false,
    ])
    // 91 days before 16/11/2024 is 17/8/2024: one day short of three months; 92 days are three.
    expect(card('2024-11-16', { ...back, gapDays: 91 })[2]).toBe(false)
    expect(card('2024-11-16', { ...back, gapDays: 92 })).toEqual(['2024-12-16', '2025-12-15', true])
    expect(card('2025-07-01', { ...back, gapDays: 89 })[2]).toBe(false)
    expect(card('2025-07-01', { ...back, gapDays: 90 })).toEqual(['2025-07-31', '2026-07-30', true])
    expect(card('2026-08-31', { first: true, months: 6 })).toEqual([
      '2026-09-30',
      '2027-03-29',
      true,
    ])
  })

  it('warns where the old rule counts only the fiscal year', () => {
    const over = (date: string, gapDays: number) => health(date, { first: false, gapDays }).notices
    expect(over('2024-02-10', 120).join()).toContain('vắt qua năm')
    expect(over('2024-11-20', 120)).toEqual([])
    expect(over('2026-02-10', 120)).toEqual([])
  })

  it('takes the better of support and ladder where the law lets one choose', () => {
    const [first, third] = health(
      '2026-08-15',
      { support: 'agri' },
      { support: 'agri', position: 3 },
    ).members
    expect(first).toMatchObject({ route: 'supported', position: null, payer: 956_340 })
    expect(third).toMatchObject({ route: 'household', position: 3, payer: 819_720, support: 0 })
    expect(third?.derivation[0]).toContain('mức sống trung bình')
    const forced = health('2026-08-15', { support: 'agri', position: 3, choice: 'supported' })
    expect(forced.members[0]).toMatchObject({ route: 'supported', payer: 956_340 })
    const before = health('2024-11-20', { support: 'agri', position: 5 })
    expect(before.members[0]).toMatchObject({ route: 'supported', payer: 884_520 })
  })

  it('takes the highest of several supports', () => {
    const [best] = health('2026-08-15', { support: ['agri', 'none', 'near-poor'] }).members
    expect(best).toMatchObject({ support: 956_340, payer: 409_860 })
    expect(health('2026-08-15', { support: 'poor' }).payer).toBe(0)
    expect(health('2024-11-20', { support: 'student' }).payer).toBe(884_520)
    expect(health('2026-08-15', { support: 'student' }).payer).toBe(683_100)
  })

  it('charges one who joins alone in full', () => {
    const [alone] = health('2026-08-15', { position: 4, individual: true }).members
    expect(alone).toMatchObject({ route: 'individual', position: null, payer: 1_366_200 })
  })

  it('notices a place taken twice', () => {
    expect(health('2024-11-20', {}, {}).notices.join()).toContain('cùng thứ tự')
    expect(health('2024-11-20', {}, { position: 2 }).notices).toEqual([])
  })
})
