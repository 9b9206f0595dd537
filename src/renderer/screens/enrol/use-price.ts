import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { Priced } from '#core/contract.ts'
import { useCall } from '../../api.ts'
import type { EnrolForm } from './draft.ts'
import { readPriceRequest } from './read-form.ts'

const pause = 120

/** The live amounts of a sign-up; `stale` while newer ones are on their way. */
export function usePrice(form: EnrolForm, today: string) {
  const [known, setKnown] = useState<Priced>()
  const request = useMemo(() => readPriceRequest(form, today, known), [form, today, known])
  const [asked] = useDebouncedValue(JSON.stringify(request), pause)
  const settled = useMemo(() => JSON.parse(asked) as typeof request, [asked])
  const chosen = hasChoice(settled)
  const query = useCall(
    'enrolment.price',
    settled ?? { signedOn: today, household: { id: null, commune: null }, members: [] },
    { enabled: settled !== null && chosen, keep: true },
  )
  // A form just emptied by saving must not show the amounts of the one before.
  const priced = chosen && hasChoice(request) ? query.data : undefined
  if (priced && priced !== known && !query.isPlaceholderData) setKnown(priced)
  const stale = chosen && (query.isPlaceholderData || asked !== JSON.stringify(request))
  return { priced, stale, error: query.error }
}

function hasChoice(request: ReturnType<typeof readPriceRequest>): boolean {
  return request?.members.some(({ bhxh, bhyt }) => bhxh || bhyt) ?? false
}
