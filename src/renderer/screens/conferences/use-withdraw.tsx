import { useState } from 'react'
import { fill } from '#core/messages.ts'
import type { Attendee } from '#core/roster.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'
import { useSay } from '../../language.tsx'

const { privacy, common } = texts

/** Withdraws the consent of an attendee after a question, because what is erased does not come back. */
export function useWithdraw(onSaid: (said: string) => void) {
  const say = useSay()
  const act = useAct('roster.withdraw')
  const [asked, setAsked] = useState<Attendee | null>(null)
  const withdraw = () => {
    if (asked === null) return
    setAsked(null)
    act.mutate({ id: asked.id }, { onSuccess: () => onSaid(say(privacy.withdrawn)) })
  }
  const title = (name: string) => ({
    vi: fill(privacy.withdrawTitle, 'vi', { name }),
    en: fill(privacy.withdrawTitle, 'en', { name }),
  })
  const question = asked && (
    <Confirm
      title={title(asked.name)}
      text={privacy.withdrawText}
      yes={privacy.withdraw}
      no={common.cancel}
      onYes={withdraw}
      onNo={() => setAsked(null)}
    />
  )
  return { ask: setAsked, question, error: act.error }
}
