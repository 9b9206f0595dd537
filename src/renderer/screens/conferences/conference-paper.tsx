import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperView } from '../paper/paper-view.tsx'

type PaperProps = { id: number; form: 'attendance' | 'minutes'; onClose: () => void }

/** The attendance sheet or the minutes of a conference, over the screen. */
export function ConferencePaper({ id, form, onClose }: PaperProps) {
  const say = useSay()
  const query = useCall(
    'paper.make',
    {
      form,
      edition: null,
      of: { kind: 'conference', id },
      blank: false,
      checkAgainstOfficial: false,
    },
    { fresh: true },
  )
  return (
    <Dialog title={say(texts.paper.title)} onClose={onClose} full>
      <Answer query={query}>{(card) => <PaperView card={card} />}</Answer>
    </Dialog>
  )
}
