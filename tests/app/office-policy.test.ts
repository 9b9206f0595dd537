import { describe, expect, it } from 'vitest'
import { type CallInput, calls } from '#core/contract.ts'
import type { BhxhChoice, PriceRequest } from '#core/enrolment.ts'
import type { OfficePolicyForm } from '#core/office-policy.ts'
import { listPolicy } from '#core/policy-view.ts'
import { must } from '#core/result.ts'
import { priceHousehold } from '../../src/main/app/enrolments.ts'
import type { Office } from '../../src/main/app/office.ts'
import { policyOf, readPolicyOn, saveOwnPolicy } from '../../src/main/app/office-policy.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import {
  clerk,
  clerkPin,
  draft,
  headPin,
  makeOffice,
  member,
  policy,
  reopen,
} from '../support/office.ts'

const nothing: OfficePolicyForm = { confirmed: [], yields: [], localSupport: [], healthSupport: [] }
const announced = { year: 2023, percent: 0.628, source: 'Thông báo 15/TB-BHXH' }
const resolution = {
  from: '2026-01-01',
  to: null,
  poor: 40,
  'near-poor': 30,
  ethnic: null,
  other: 20,
  source: 'Nghị quyết 19/2025/NQ-HĐND',
}

const order = (form: Partial<OfficePolicyForm>): CallInput<'policy.save'> =>
  calls['policy.save'].input.parse({ form: { ...nothing, ...form }, headId: 1, pin: headPin })

const save = (office: Office, form: Partial<OfficePolicyForm>) => saveOwnPolicy(office, order(form))

const bhxh = (changes: Partial<BhxhChoice> = {}): BhxhChoice => ({
  kind: 'first',
  income: 1_500_000,
  method: '3m',
  group: 'other',
  ...changes,
})

function asked(signedOn: string, choice: BhxhChoice): PriceRequest {
  return {
    signedOn,
    household: { id: null, commune: null },
    members: [
      {
        person: { id: null, personalNumber: null, insuranceNumber: null },
        bhxh: choice,
        bhyt: null,
      },
    ],
  }
}

async function price(office: Office, signedOn: string, choice: BhxhChoice) {
  const priced = must(await priceHousehold(office, asked(signedOn, choice)))
  const member = priced.members[0]?.bhxh
  if (!member) throw new Error('nothing was priced')
  return member
}

describe('a yield the head enters', () => {
  it('makes years ahead payable in the year after, and in no other', async () => {
    const { office } = await makeOffice()
    const ahead = bhxh({ method: '2y' })
    const before = await price(office, '2024-11-20', ahead)
    expect(before.problem?.code).toBe('yield.missing')
    must(await save(office, { yields: [announced] }))
    const after = await price(office, '2024-11-20', ahead)
    // 24 months of 330.000 discounted at 0.628 % a month.
    expect(after.charge?.gross).toBe(7_376_770)
    expect(after.charge?.basis.map(({ source }) => source)).toContain(announced.source)
    expect((await price(office, '2025-02-03', ahead)).problem?.code).toBe('yield.missing')
  })

  it('is still there after a restart', async () => {
    const made = await makeOffice()
    must(await save(made.office, { yields: [announced] }))
    const { office } = await reopen(made)
    expect(policyOf(office).voluntary.yields[0]?.value).toBe(0.00628)
    expect(readPolicyOn(office, '2024-11-20').form.yields).toEqual([announced])
    expect(readPolicyOn(office, '2024-11-20').lacks.yield).toBe(false)
    expect(readPolicyOn(office, '2025-11-20').lacks.yield).toBe(true)
  })

  it('is refused twice for one year', async () => {
    const { office } = await makeOffice()
    const refused = await save(office, { yields: [announced, { ...announced, percent: 0.4 }] })
    expect(refused).toMatchObject({
      problem: { code: 'policy.year-twice', path: ['yields', 1, 'year'] },
    })
    expect(office.ownPolicy.yields).toEqual([])
  })
})

describe('local support from a resolution', () => {
  it('takes the place of the rates not known yet', async () => {
    const { office } = await makeOffice({ now: '2026-03-02T03:00:00.000Z' })
    expect(readPolicyOn(office, '2026-03-02').lacks.local).toBe(true)
    expect((await price(office, '2026-03-02', bhxh())).charge?.local).toBe(0)
    const healthSupport = [
      { from: '2026-01-01', to: null, group: 'near-poor', percent: 30, source: resolution.source },
    ]
    must(await save(office, { localSupport: [resolution], healthSupport }))
    // 20 % of 22 % of the poverty line of 1.500.000 for three months.
    expect((await price(office, '2026-03-02', bhxh())).charge?.local).toBe(198_000)
    const { lacks, rows } = readPolicyOn(office, '2026-03-02')
    expect(lacks.local).toBe(false)
    expect(rows.filter(({ part }) => part === 'local').map(({ id }) => id)).toEqual([
      'own-support-2026-01-01',
      'own-bhyt-near-poor-2026-01-01',
      'ha-noi-bhyt-2026',
    ])
    expect(readPolicyOn(office, '2025-12-31').rows.map(({ id }) => id)).toContain(
      'ha-noi-support-2025-07',
    )
  })

  it('is refused when two lines hold on one day, an end is early or a group is unknown', async () => {
    const { office } = await makeOffice()
    const refusals = await Promise.all([
      save(office, { localSupport: [resolution, { ...resolution, from: '2026-07-01' }] }),
      save(office, { localSupport: [{ ...resolution, to: '2025-12-31' }] }),
      save(office, {
        healthSupport: [{ from: '2026-01-01', to: null, group: '*', percent: 5, source: 'x' }],
      }),
    ])
    expect(refusals.map((refused) => !refused.ok && refused.problem.code)).toEqual([
      'policy.overlap',
      'policy.ends-early',
      'policy.group-needed',
    ])
  })
})

describe('a row that waits to be confirmed', () => {
  it('counts only after the head confirmed it', async () => {
    const { office } = await makeOffice({ now: '2027-01-04T03:00:00.000Z' })
    const choice = bhxh({ income: 2_200_000 })
    const before = await price(office, '2027-01-04', choice)
    must(await save(office, { confirmed: ['poverty-line-2027'] }))
    const after = await price(office, '2027-01-04', choice)
    expect(before.charge?.basis.map(({ row }) => row)).toContain('poverty-line-2027-unchanged')
    expect(after.charge?.basis.map(({ row }) => row)).toContain('poverty-line-2027')
    expect(after.charge?.state).toBeGreaterThan(before.charge?.state ?? 0)
    expect(readPolicyOn(office, '2027-01-04').pending).toMatchObject([
      { id: 'poverty-line-2027', confirmed: true },
    ])
  })

  it('is refused when it does not wait', async () => {
    const { office } = await makeOffice()
    const refused = await save(office, { confirmed: ['bhxh-rate-2025'] })
    expect(refused).toMatchObject({ problem: { code: 'policy.not-pending' } })
  })
})

describe('saving the policy', () => {
  it('needs the head and the right PIN', async () => {
    const { office } = await makeOffice()
    const form = { yields: [announced] }
    const byClerk = await saveOwnPolicy(office, { ...order(form), headId: 2, pin: clerkPin })
    const guessed = await saveOwnPolicy(office, { ...order(form), pin: '0000' })
    expect(byClerk).toMatchObject({ problem: { code: 'session.not-head' } })
    expect(guessed).toMatchObject({ problem: { code: 'session.wrong-pin' } })
    expect(office.ownPolicy.yields).toEqual([])
  })

  it('[A39] leaves amounts that are stored as they are', async () => {
    const { office } = await makeOffice()
    const amounts = () =>
      office.store.raw
        .prepare('select gross, state_support, local_support, payer, basis from enrolment')
        .all()
    must(await saveHousehold(office, clerk, draft({ members: [member({ bhxh: bhxh() })] })))
    const stored = amounts()
    must(await save(office, { localSupport: [{ ...resolution, from: '2024-01-01' }] }))
    expect((await price(office, '2024-11-16', bhxh())).charge?.local).not.toBe(
      (stored[0] as { local_support: number }).local_support,
    )
    expect(amounts()).toEqual(stored)
  })

  it('is in the audit field by field', async () => {
    const { office } = await makeOffice()
    must(await save(office, { yields: [announced] }))
    must(await save(office, { yields: [{ ...announced, percent: 0.7 }] }))
    must(await save(office, {}))
    const lines = office.store.raw
      .prepare("select actor, detail from audit where event = 'policy.changed' order by seq")
      .all() as { actor: string; detail: string }[]
    const changes = lines.map(({ actor, detail }) => [actor, JSON.parse(detail).changes])
    expect(changes).toEqual([
      [
        'Trần Thị Trưởng',
        {
          'own-yield-2023.from': [null, '2024-01-01'],
          'own-yield-2023.to': [null, '2024-12-31'],
          'own-yield-2023.value': [null, 0.00628],
          'own-yield-2023.source': [null, announced.source],
        },
      ],
      ['Trần Thị Trưởng', { 'own-yield-2023.value': [0.00628, 0.007] }],
      [
        'Trần Thị Trưởng',
        {
          'own-yield-2023.from': ['2024-01-01', null],
          'own-yield-2023.to': ['2024-12-31', null],
          'own-yield-2023.value': [0.007, null],
          'own-yield-2023.source': [announced.source, null],
        },
      ],
    ])
  })
})

describe('the rules of a day in words', () => {
  it('show each thing once, with its law, on every first of a month since 2018', () => {
    for (let month = 0; month < 12 * 10; month += 1) {
      const on = `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
      const cards = listPolicy(policy, on)
      expect(cards.length, on).toBeGreaterThan(12)
      expect(new Set(cards.map(({ what }) => what.vi)).size, on).toBe(cards.length)
      expect(
        cards.filter(({ source, value }) => !source || /undefined|null|\{/.test(value.vi)),
      ).toEqual([])
    }
  })

  it('say the amounts as a clerk reads them', () => {
    const said = Object.fromEntries(
      listPolicy(policy, '2024-11-16').map(({ what, value }) => [what.vi, value.vi]),
    )
    expect(said).toMatchObject({
      'Lương cơ sở': '2.340.000 đ',
      'Thu nhập cao nhất': '20 × lương cơ sở',
      'Nhà nước hỗ trợ': 'Hộ nghèo 30%, Hộ cận nghèo 25%, Khác 10%',
      'Mức đóng giảm dần trong hộ (người thứ 1 đến 5)': '100% – 70% – 60% – 50% – 40%',
      'Tỷ lệ đóng BHYT': '4,5%',
    })
  })
})
