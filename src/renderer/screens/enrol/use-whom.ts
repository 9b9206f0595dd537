import type { QuoteWish } from '#core/contract.ts'
import { useCall } from '../../api.ts'
import { communeKey } from '../../components/commune.ts'
import { readDay } from '../../components/reading.ts'
import { useDraft } from './draft.ts'

/** Whom a paper about the sign-up being typed is for, as far as that is known. */
export function useWhom(today: string): Pick<QuoteWish, 'head' | 'address' | 'phone'> {
  const form = useDraft()
  const signedOn = readDay(form?.signedOn ?? '', today)
  const communes = useCall('office.communes', { on: signedOn.ok ? signedOn.value : today })
  const commune = communes.data?.find((each) => communeKey(each) === form?.commune)
  const place = [form?.address, commune?.name, commune?.districtName].filter(Boolean).join(', ')
  const head = form?.members.find(({ relation }) => relation === '00') ?? form?.members[0]
  return { head: head?.name ?? '', address: place, phone: form?.phone || (head?.phone ?? '') }
}
