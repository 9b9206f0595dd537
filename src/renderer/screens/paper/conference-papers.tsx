import { useState } from 'react'
import type { FormCard } from '#core/contract.ts'
import type { FormId } from '#core/forms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { FormChoice, type FormWish } from './form-choice.tsx'
import { PaperDesk } from './paper-desk.tsx'
import { wishFor } from './paper-dialog.tsx'

type ConferencePapersProps = {
  conferenceId: number
  /** The ISO day it is held on. */
  heldOn: string
  /** The form shown at first. */
  form?: FormId
  onClose: () => void
}

/**
 * The papers of a conference over the screen: attendance sheet and minutes, filled or blank, and blank
 * sign-up forms with its commune and the QR square that leads back to it.
 */
export function ConferencePapers(props: ConferencePapersProps) {
  const { conferenceId, heldOn, form = 'attendance', onClose } = props
  const say = useSay()
  const [wish, setWish] = useState<FormWish>({
    form,
    edition: '',
    blank: false,
    compare: true,
  })
  const forms = useCall('paper.forms', {})
  const isOwn = wish.form === 'attendance' || wish.form === 'minutes'
  const of = { kind: 'conference' as const, id: conferenceId }
  const query = useCall('paper.make', wishFor({ ...wish, blank: wish.blank || !isOwn }, of), {
    keep: true,
    fresh: true,
  })
  return (
    <Dialog title={say(texts.paper.title)} onClose={onClose} full>
      <Answer query={forms}>
        {(cards) => (
          <PaperDesk
            query={query}
            settings={
              <FormChoice
                cards={cards.filter(isOfConference)}
                day={heldOn}
                wish={wish}
                onChange={setWish}
                onlyBlank={!isOwn}
              />
            }
          />
        )}
      </Answer>
    </Dialog>
  )
}

/** Its own papers, and the forms people sign up on. */
function isOfConference({ form, about }: FormCard): boolean {
  if (about === 'conference') return true
  return (about === 'person' || about === 'household') && form !== 'reminder' && form !== 'quote'
}
