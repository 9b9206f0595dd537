import type { QuoteWish } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useSay } from '../../language.tsx'
import { PaperDesk } from '../paper/paper-desk.tsx'

/** The "Phiếu tính mức đóng" of what is on the screen, over the screen. */
export function QuotePaper({ wish, onClose }: { wish: QuoteWish; onClose: () => void }) {
  const say = useSay()
  const query = useCall('quote.paper', wish, { fresh: true })
  return (
    <Dialog title={say(texts.quote.paperTitle)} onClose={onClose} full>
      <PaperDesk query={query} settings={null} />
    </Dialog>
  )
}
