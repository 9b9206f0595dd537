import { useState } from 'react'
import { fill } from '#core/messages.ts'
import { erasedWords } from '#core/privacy/erase.ts'
import type { Attendee } from '#core/roster.ts'
import { texts } from '#core/texts.ts'
import { call } from '../../api.ts'
import { Confirm } from '../../components/dialog.tsx'

const { privacy, common } = texts

const isForgotten = ({ consent, enrolmentId, name }: Attendee): boolean =>
  !consent && enrolmentId === null && name !== erasedWords

/** Closes a conference, after a question when that erases the names of who did not agree to be kept. */
export function useFinish(conferenceId: number, finish: () => void) {
  const [n, setN] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const ask = () => {
    setError(null)
    call('roster.list', { conferenceId })
      .then((rows) => {
        const found = rows.filter(isForgotten).length
        if (found === 0) finish()
        else setN(found)
      })
      .catch(setError)
  }
  const question = n > 0 && (
    <Confirm
      title={{
        vi: fill(privacy.finishTitle, 'vi', { n }),
        en: fill(privacy.finishTitle, 'en', { n }),
      }}
      text={privacy.finishText}
      yes={privacy.finish}
      no={common.cancel}
      onYes={() => {
        setN(0)
        finish()
      }}
      onNo={() => setN(0)}
    />
  )
  return { ask, question, error }
}
