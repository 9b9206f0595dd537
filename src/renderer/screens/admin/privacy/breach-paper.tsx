import { texts } from '#core/texts.ts'
import { useCall } from '../../../api.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { Answer } from '../../../components/page.tsx'
import { useSay } from '../../../language.tsx'
import { PaperView } from '../../paper/paper-view.tsx'

/** The record of a breach on paper, to be looked at, printed or saved. */
export function BreachPaper({ id, onClose }: { id: number; onClose: () => void }) {
  const say = useSay()
  const query = useCall('breach.paper', { id }, { fresh: true })
  return (
    <Dialog title={say(texts.privacy.printRecord)} onClose={onClose} full>
      <Answer query={query}>{(card) => <PaperView card={card} settings={null} />}</Answer>
    </Dialog>
  )
}
