import type { Scheme } from '../terms.ts'
import { type BoxCheck, needs, type OfficeHead, type PaperMarks } from './record.ts'

/**
 * What one person pays for one scheme: amounts in đồng, ISO days (null when a calculation covers no
 * certain months), and how the amount was reached. Of a refund `payer` goes back to the person.
 */
export type QuoteLine = {
  name: string
  scheme: Scheme
  months: number
  validFrom: string | null
  validTo: string | null
  gross: number
  state: number
  local: number
  payer: number
  derivation: string[]
}

/**
 * "Phiếu tính mức đóng": what a household pays, or gets back, and the law each amount rests on. Not a
 * receipt.
 */
export type QuoteRecord = PaperMarks & {
  kind: 'payment' | 'refund'
  office: OfficeHead
  head: string | null
  address: string | null
  phone: string | null
  lines: QuoteLine[]
  basis: string[]
  notices: string[]
  clerk: string | null
}

/** What a quote must say, by edition. */
export const quoteBoxes: Record<'RQ1', BoxCheck<QuoteRecord>> = {
  RQ1: needs([
    { box: 'Họ và tên chủ hộ', field: 'tên chủ hộ', path: ['head'], value: (r) => r.head },
    {
      box: 'Bảng tính',
      field: 'người tham gia nào',
      path: ['lines'],
      value: (r) => r.lines[0]?.name,
    },
  ]),
}
