import { beforeAll, describe, expect, it } from 'vitest'
import type { Calculation } from '#core/contract.ts'
import { checkStructure, toText } from '../forms/pdf-tools.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import { clerk, clerkPin, deskOf, draft, makeOffice, member, newBhyt } from '../support/office.ts'

let call: Caller
let bytesOf: (documentId: string) => Promise<Uint8Array>
let auditedPapers: () => number

beforeAll(async () => {
  const made = await makeOffice()
  const { desk } = deskOf(made.ground, made.folder)
  desk.office = made.office
  call = callerOf(desk)
  await call('session.start', { staffId: clerk.id, pin: clerkPin })
  bytesOf = async (documentId) => call('paper.bytes', { documentId })
  auditedPapers = () => desk.papers.size
})

const asked = (more: Partial<Calculation>): Calculation => ({
  scheme: 'bhxh-tn',
  date: '2024-11-20',
  income: 3_000_000,
  method: '12m',
  group: ['other'],
  ...more,
})

const whom = { head: 'Nguyễn Văn Ví Dụ', address: 'Thôn Đoài, Sóc Sơn', phone: '0912345678' }

describe('calculations at the counter', () => {
  it('answers a payment, missing months, a late payment and a refund by the rules of the office', async () => {
    const paid = await call('quote.ask', asked({ method: '6m', income: 5_000_000 }))
    expect(paid).toMatchObject({ kind: 'payment', gross: 6_600_000, months: 6 })
    const late = asked({ method: '6m', income: 5_000_000, lateMonths: 4, yield: 0.00826 })
    expect((await call('quote.ask', late)).gross).toBe(6_820_781)
    const missing = asked({ method: 'missing', missingMonths: 120, yield: 0.00826 })
    expect((await call('quote.ask', missing)).gross).toBe(135_629_537)
    const refund = await call('quote.ask', asked({ method: '2y', unusedMonths: 8, yield: 0.00628 }))
    expect(refund).toMatchObject({ kind: 'refund', months: 8 })
    expect(refund.payer).toBe(refund.gross - refund.state - refund.local)
  })

  it('gives the local support of the office: Hà Nội’s in 2024', async () => {
    const { state, local } = await call('quote.ask', asked({ group: ['poor'] }))
    expect([state, local]).toEqual([1_188_000, 1_188_000])
  })

  it.each([
    ['an unknown yield', { method: '2y' } as const, 'yield.missing'],
    ['no months', { method: 'missing', yield: 0.003 } as const, 'missing.months-needed'],
    ['late years ahead', { method: '2y', lateMonths: 1 } as const, 'late.wrong-method'],
    ['more than was paid', { method: '3m', unusedMonths: 4 } as const, 'refund.too-many-months'],
    ['an impossible day', { date: '2024-02-31' }, 'input.invalid'],
  ])('refuses %s', async (_what, more, code) => {
    await expect(call('quote.ask', asked(more))).rejects.toThrow(code)
  })
})

describe('the paper of a quote', () => {
  it('says what a refund is and how it was reached', async () => {
    const card = await call('quote.paper', {
      kind: 'calculation',
      ...whom,
      name: 'Nguyễn Văn Ví Dụ',
      asked: asked({ method: '2y', unusedMonths: 8, yield: 0.00628 }),
    })
    const bytes = await bytesOf(card.documentId)
    const text = toText(bytes)
    expect(text).toContain('PHIẾU TÍNH SỐ TIỀN HOÀN TRẢ')
    expect(text).toContain('không thay quyết định hoàn trả')
    expect(text).toMatch(/r = 0,628%\/tháng/)
    checkStructure(bytes)
  })

  it('[A68] prints a sign-up still being typed, whatever the names hold', async () => {
    const before = auditedPapers()
    const { signedOn, household, members } = draft({
      members: [
        member({ bhxh: null, bhyt: newBhyt }),
        member({ bhxh: null, bhyt: { ...newBhyt, months: 6 } }),
      ],
    })
    const request = {
      signedOn,
      household: { id: null, commune: household.commune },
      members: members.map(({ person, bhxh, bhyt }) => {
        const { id, personalNumber, insuranceNumber } = person
        return { person: { id, personalNumber, insuranceNumber }, bhxh, bhyt }
      }),
    }
    const names = ['<img src=x onerror=alert(1)>', '']
    const card = await call('quote.paper', { kind: 'sign-up', ...whom, names, request })
    const text = toText(await bytesOf(card.documentId)).replace(/\s+/g, ' ')
    expect(text).toContain('PHIẾU TÍNH MỨC ĐÓNG')
    expect(text).toMatch(/<img\s?src=x/)
    expect(text).toContain('Người 2')
    expect(auditedPapers()).toBe(before + 1)
    const nothing = { ...request, members: request.members.map((m) => ({ ...m, bhyt: null })) }
    const wish = { kind: 'sign-up' as const, ...whom, names, request: nothing }
    await expect(call('quote.paper', wish)).rejects.toThrow('quote.nothing')
  })
})
