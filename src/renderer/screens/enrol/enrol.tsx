import { useEffect } from 'react'
import { formatDate, parseDate } from '#core/date.ts'
import { useCall } from '../../api.ts'
import { Loading } from '../../components/page.tsx'
import { draftStore, type EnrolForm, newForm, useDraft } from './draft.ts'
import { EnrolSheet } from './enrol-sheet.tsx'

/** The household sign-up; the form being typed outlives the screen. */
export function Enrol({ today }: { today: string }) {
  const form = useDraft()
  useEffect(() => {
    if (!draftStore.get()) draftStore.set(newForm(formatDate(today)))
  }, [today])
  return form ? <WithLists form={form} today={today} /> : <Loading />
}

/** The communes of the day of signing, and the conferences a sign-up can come from. */
function WithLists({ form, today }: { form: EnrolForm; today: string }) {
  const signedOn = parseDate(form.signedOn, { today })
  const on = signedOn.ok ? signedOn.value.date : today
  const communes = useCall('office.communes', { on }, { keep: true })
  const conferences = useCall('conference.list', {})
  return (
    <EnrolSheet
      form={form}
      today={today}
      communes={communes.data ?? []}
      conferences={(conferences.data ?? []).filter(
        ({ heldOn, state }) => heldOn <= on && state !== 'cancelled',
      )}
      listsError={communes.error ?? conferences.error}
    />
  )
}
