import type { Scheme } from '../terms.ts'
import { type BoxCheck, needs, type OfficeHead, type PaperMarks } from './record.ts'

/**
 * A letter that reminds a person to pay again: `validTo` is the last day paid for, `payBy` the day to
 * pay by (ISO days), `amount` in đồng for `months`; `notes` are the rules of the day, one sentence each.
 */
export type ReminderRecord = PaperMarks & {
  office: OfficeHead
  letterNumber: string | null
  name: string | null
  address: string | null
  scheme: Scheme
  insuranceNumber: string | null
  validTo: string | null
  payBy: string | null
  months: number | null
  amount: number | null
  payAt: string | null
  notes: string[]
  contact: { name: string | null; phone: string | null }
  signer: { title: string; name: string | null }
}

/** What a reminder must say, by edition. */
export const reminderBoxes: Record<'RQ1', BoxCheck<ReminderRecord>> = {
  RQ1: needs([
    { box: 'Kính gửi', field: 'họ và tên người nhận', path: ['name'], value: (r) => r.name },
    { box: 'Địa chỉ', field: 'địa chỉ người nhận', path: ['address'], value: (r) => r.address },
    { box: 'Thời hạn', field: 'ngày hết hạn', path: ['validTo'], value: (r) => r.validTo },
  ]),
}
