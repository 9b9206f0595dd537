import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SummaryV1 } from '#core/summary.ts'
import { verifySummary } from '../../src/main/exchange/verify.ts'
import { codesOf, practiceKey, run, sealValue, summary, trust, workFolder } from './office.ts'

const { replaces, reopened, clockBack, pooledBelow, adjustments, ...rest } = summary
const { adjustments: _, ...controlTotals } = summary.controlTotals
const old = { ...rest, format: 'raquan-period-summary-v1', controlTotals }

describe('a summary file of version 1', () => {
  it('still verifies, and says nothing of what only version 2 knows', async () => {
    expect(SummaryV1.safeParse(old).success).toBe(true)
    const verdict = await verifySummary(await sealValue(old), trust)
    expect(verdict.problems).toEqual([])
    expect(verdict.summary).toEqual({ ...summary, format: old.format })
    expect({ replaces, reopened, clockBack, pooledBelow, adjustments }).toEqual({
      ...{ replaces: null, reopened: null, clockBack: false, pooledBelow: 0, adjustments: [] },
    })
  })

  it('is accepted by the shell verifier', async () => {
    const folder = workFolder()
    const file = join(folder, 'v1.asice')
    writeFileSync(file, await sealValue(old))
    writeFileSync(join(folder, 'unit.pem'), practiceKey.certificatePem)
    const script = join(import.meta.dirname, '../../docs/verify-summary.sh')
    expect(run('sh', [script, file, folder])).toContain('HỢP LỆ')
  })

  it('is refused with a field of version 2, with wrong sums, and as version 2', async () => {
    const codes = async (value: object) =>
      codesOf(await verifySummary(await sealValue(value), trust))
    expect(await codes({ ...old, clockBack: false })).toEqual(['exchange.invalid-summary'])
    expect(await codes({ ...old, format: summary.format })).toEqual(['exchange.invalid-summary'])
    const rows = controlTotals.rows + 1
    expect(await codes({ ...old, controlTotals: { ...controlTotals, rows } })).not.toEqual([])
  })
})
