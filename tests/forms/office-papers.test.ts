import { describe, expect, it } from 'vitest'
import { drawRecoverySheet } from '../../src/main/forms/recovery-sheet.ts'
import { drawSummaryCover } from '../../src/main/forms/summary-cover.ts'
import { compareWithGolden } from './golden.ts'
import { checkStructure, toInfo, toText } from './pdf-tools.ts'
import { cover, recovery } from './samples/office.ts'

const options = { resources: 'resources' }

describe('the recovery sheet', () => {
  it('looks like its golden page', async () => {
    const bytes = await drawRecoverySheet(recovery, options)
    expect(checkStructure(bytes)).toContain('No syntax or stream encoding errors')
    expect(compareWithGolden('recovery-sheet', bytes)).toEqual([])
  })

  it('shows every group of the code in order, on one page', async () => {
    const bytes = await drawRecoverySheet(recovery, options)
    const groups = toText(bytes).match(/^[0-9A-Z]{4}$/gm)
    expect(groups?.join('-')).toBe(recovery.recoveryCode)
    expect(toInfo(bytes).Pages).toBe('1')
  })
})

describe('the cover of a summary', () => {
  it('looks like its golden page', async () => {
    const bytes = await drawSummaryCover(cover, options)
    expect(checkStructure(bytes)).toContain('No syntax or stream encoding errors')
    expect(compareWithGolden('summary-cover', bytes)).toEqual([])
  })

  it('adds up what it shows and never rounds up to a target', async () => {
    const text = toText(await drawSummaryCover(cover, options))
    for (const sum of ['1.300.960.000', '2.602.986.400', '1.572.890.400', '1.230', '98,7 %'])
      expect(text).toContain(sum)
    expect(text).toContain('BÁO CÁO TỔNG HỢP NGÀY RA QUÂN 16/11/2024')
  })

  it('gives the same bytes for the same figures', async () => {
    const first = Buffer.from(await drawSummaryCover(cover, options))
    expect(first.equals(await drawSummaryCover(cover, options))).toBe(true)
  })

  it('names a whole month and goes over to a second page with many targets', async () => {
    const targets = Array.from({ length: 60 }, (_, i) => ({
      label: `Chỉ tiêu số ${i + 1}`,
      target: 10,
      achieved: i,
    }))
    const period = { kind: 'month', from: '2024-11-01', to: '2024-11-30' } as const
    const bytes = await drawSummaryCover({ ...cover, period, targets }, options)
    const text = toText(bytes)
    expect(text).toContain('BÁO CÁO TỔNG HỢP THÁNG 11/2024')
    expect(text.match(/Chỉ tiêu số \d+/g)).toHaveLength(60)
    expect(text.split('\f')[1]).toMatch(/Được giao/)
  })
})
