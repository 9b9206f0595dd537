import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CityReply, checkReply, receiptJsonSchema, replyFileName } from '#core/receipt.ts'

const reply = {
  format: 'raquan-receipt-v1',
  verdict: 'accepted',
  reasons: [],
  unit: { code: '016', name: 'BHXH huyện Ba Vì' },
  period: { kind: 'day', from: '2024-11-16', to: '2024-11-16' },
  sequence: 1,
  revision: 1,
  sha256: 'ab'.repeat(32),
  city: { code: '001', name: 'BHXH thành phố Hà Nội' },
  issuedAt: '2024-11-17T01:00:00Z',
  issuedBy: 'Phòng Quản lý thu',
  appVersion: '0.1.0',
  practice: true,
}

const findings = {
  ...reply,
  format: 'raquan-findings-v1',
  verdict: 'returned',
  reasons: [{ code: 'exchange.control-totals', text: 'Tổng cộng không khớp.' }],
}

describe('the reply of the city', () => {
  it('takes a receipt and a findings file, and nothing between the two', () => {
    expect(CityReply.safeParse(reply).success).toBe(true)
    expect(CityReply.safeParse(findings).success).toBe(true)
    const crossed = [
      { ...reply, verdict: 'returned' },
      { ...findings, verdict: 'accepted' },
      { ...findings, reasons: [] },
      { ...reply, format: 'raquan-period-summary-v1' },
      { ...reply, extra: 1 },
      { ...reply, sha256: 'AB'.repeat(32) },
    ]
    for (const wrong of crossed) expect(CityReply.safeParse(wrong).success).toBe(false)
  })

  it('names a period that is none', () => {
    expect(checkReply(CityReply.parse(reply))).toEqual([])
    const wrong = CityReply.parse({ ...reply, period: { ...reply.period, to: '2024-11-17' } })
    expect(checkReply(wrong).map(({ code }) => code)).toEqual(['exchange.period-shape'])
  })

  it('is named after unit, verdict, number and revision', () => {
    expect(replyFileName(CityReply.parse(reply))).toBe('RQ-016-tiep-nhan-so-0001-lan-1.asice')
    expect(replyFileName(CityReply.parse(findings))).toBe('RQ-016-tra-lai-so-0001-lan-1.asice')
  })

  it('has its shape published', () => {
    const text = `${JSON.stringify(receiptJsonSchema(), null, 2)}\n`
    const file = new URL('../../resources/schemas/receipt-v1.schema.json', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
