import { use, useState } from 'react'
import type { LeadStart } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { communeKey } from '../../components/commune.ts'
import { Confirm } from '../../components/dialog.tsx'
import { draftStore, type EnrolForm, emptyMember, isDirty, newForm } from '../enrol/draft.ts'
import { GoTo } from '../shell/go-to.ts'

/** The sign-up a lead becomes, as the sign-up screen holds it; its key ties it to the lead. */
export function formOfLead({ key, attendee, conference }: LeadStart, today: string): EnrolForm {
  const { name, birthYear, phone, address, occupation, bhxh, bhyt } = attendee
  return {
    ...newForm(formatDate(today)),
    key,
    commune: communeKey(conference.commune),
    address,
    conferenceId: String(conference.id),
    members: [
      {
        ...emptyMember('00'),
        name,
        birth: birthYear === null ? '' : String(birthYear),
        phone: phone ?? '',
        occupation: occupation ?? '',
        bhxhOn: bhxh,
        bhytOn: bhyt,
      },
    ],
  }
}

/** Turns a lead into a sign-up draft and goes there; asks before replacing another one. */
export function useConvert(today: string) {
  const go = use(GoTo)
  const act = useAct('lead.start')
  const [asking, setAsking] = useState<number | null>(null)
  const make = (id: number) => {
    setAsking(null)
    act.mutate(
      { id, key: crypto.randomUUID() },
      {
        onSuccess: (start) => {
          draftStore.set(formOfLead(start, today))
          go('enrol')
        },
      },
    )
  }
  const { roster } = texts
  return {
    error: act.error,
    start: (id: number) => {
      if (act.isPending) return
      if (isDirty(draftStore.get())) setAsking(id)
      else make(id)
    },
    question: asking !== null && (
      <Confirm
        title={roster.replaceTitle}
        text={roster.replaceText}
        yes={roster.replaceYes}
        no={roster.replaceNo}
        onYes={() => make(asking)}
        onNo={() => setAsking(null)}
      />
    ),
  }
}
