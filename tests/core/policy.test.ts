import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { adaptPolicy, OfficePolicy, parsePolicy } from '#core/policy.ts'
import { basisOf, type Row, rowOn } from '#core/policy-row.ts'
import { loadPolicy, readPolicy } from '../../src/main/app/policy.ts'

const policy = loadPolicy('resources')
const file = (name: string) => readFileSync(`resources/policy/${name}`, 'utf8')
const files = () => ({
  units: file('units.csv'),
  offices: JSON.parse(file('offices.json')),
  amounts: JSON.parse(file('amounts.json')),
  voluntary: JSON.parse(file('voluntary.json')),
  health: JSON.parse(file('health.json')),
})
const refusal = (change: (given: ReturnType<typeof files>) => void) => {
  const given = files()
  change(given)
  const result = parsePolicy(given)
  return result.ok ? null : `${result.problem.values?.file} ${result.problem.values?.field}`
}

describe('policy rows', () => {
  it.each([
    ['2022-12-31', 1_490_000],
    ['2023-07-01', 1_800_000],
    ['2024-06-30', 1_800_000],
    ['2024-07-01', 2_340_000],
    ['2026-06-30', 2_340_000],
    ['2026-07-01', 2_530_000],
  ])('[A39] knows the base salary of %s', (date, value) => {
    expect(rowOn(policy.amounts.baseSalary, date)?.value).toBe(value)
  })

  it('[A39] keeps the reference amount equal to the base salary from 1/7/2025', () => {
    expect(rowOn(policy.amounts.referenceAmount, '2025-06-30')).toBeNull()
    for (const date of ['2025-07-01', '2026-06-30', '2026-07-01', '2030-01-01'])
      expect(rowOn(policy.amounts.referenceAmount, date)?.value).toBe(
        rowOn(policy.amounts.baseSalary, date)?.value,
      )
  })

  it('applies the unconfirmed poverty line of 2027 only after the office confirms it', () => {
    const line = (given: typeof policy) => rowOn(given.amounts.povertyLine, '2027-03-01')
    expect(line(policy)).toMatchObject({ value: 1_500_000, confidence: 'L' })
    const confirmed = adaptPolicy(policy, OfficePolicy.parse({ confirmed: ['poverty-line-2027'] }))
    expect(line(confirmed)).toMatchObject({ value: 2_200_000, confidence: 'L' })
    expect(rowOn(confirmed.amounts.povertyLine, '2026-12-31')?.value).toBe(1_500_000)
  })

  it('puts what the office entered before what was shipped', () => {
    const row = {
      id: 'our-resolution-2026',
      from: '2026-01-01',
      to: null,
      value: { province: '01', poor: 20, 'near-poor': 20, ethnic: null, other: 20 },
      source: 'Nghị quyết của thành phố',
      confidence: 'H' as const,
    }
    const adapted = adaptPolicy(policy, OfficePolicy.parse({ localSupport: [row] }))
    expect(rowOn(adapted.voluntary.localSupport, '2026-06-01')?.id).toBe(row.id)
    expect(rowOn(adapted.voluntary.localSupport, '2024-06-01')?.id).toBe('ha-noi-support-2022')
  })

  it('cites every row once, and every row has a law', () => {
    const rows = Object.values(policy.amounts).flat() as Row<number>[]
    expect(basisOf([...rows, ...rows, null])).toHaveLength(rows.length)
    for (const basis of basisOf(rows)) expect(basis.source).toMatch(/\d{2,}/)
  })
})

describe('policy files', () => {
  it('refuse what is not policy and name the place', () => {
    expect(refusal(() => {})).toBeNull()
    expect(refusal((f) => (f.amounts.baseSalary[0].value = '1.300.000'))).toBe(
      'amounts.json baseSalary.0.value',
    )
    expect(refusal((f) => (f.health.ladder[0].from = '2015-02-30'))).toBe(
      'health.json ladder.0.from',
    )
    expect(refusal((f) => delete f.voluntary.stateSupport[0].source)).toBe(
      'voluntary.json stateSupport.0.source',
    )
    expect(refusal((f) => (f.voluntary.surprise = []))).toBe('voluntary.json 1')
    expect(refusal((f) => f.offices.push({ code: 'x' }))).toMatch(/^offices\.json/)
  })

  it('refuse two rows for one day, a row that ends before it begins, and a repeated id', () => {
    expect(refusal((f) => (f.amounts.baseSalary[5].from = '2024-06-30'))).toBe(
      'amounts.json baseSalary.base-salary-2024-07',
    )
    expect(refusal((f) => (f.amounts.povertyLine[0].to = '2015-01-01'))).toBe(
      'amounts.json povertyLine.poverty-line-2016',
    )
    expect(refusal((f) => (f.health.terms[0].id = 'bhyt-rate-2018'))).toBe(
      'health.json terms.bhyt-rate-2018',
    )
  })

  it('are named when missing or damaged on disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    expect(readPolicy(folder)).toMatchObject({ problem: { values: { file: 'units.csv' } } })
    await cp('resources/policy', join(folder, 'policy'), { recursive: true })
    expect(readPolicy(folder).ok).toBe(true)
    writeFileSync(join(folder, 'policy', 'health.json'), '{"terms": [')
    expect(readPolicy(folder)).toEqual({
      ok: false,
      problem: { code: 'policy.unreadable', values: { file: 'health.json' } },
    })
  })
})
