import type { IsoDate } from '../date.ts'
import type { Policy } from '../policy.ts'
import { rowOn } from '../policy-row.ts'
import type { PaymentMethod } from '../terms.ts'
import { monthsFrom } from './support.ts'

/**
 * The last day to pay for a period that begins with the month of `first` (L41 Điều 36); null for
 * methods paid at registration.
 */
export function lastPaymentDay(
  policy: Policy,
  method: PaymentMethod,
  first: IsoDate,
): IsoDate | null {
  const row = rowOn(
    policy.voluntary.methods.filter((each) => each.value.method === method),
    first,
  )
  return row && row.value.payWithin > 0 ? monthsFrom(first, row.value.payWithin).to : null
}
