import { useEffect, useEffectEvent } from 'react'
import type { DueFilter } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { Working } from '../paper/batch-dialog.tsx'
import { PaperDesk } from '../paper/paper-desk.tsx'
import { type BatchWish, useBatch } from '../paper/use-batch.ts'

/** The list of those due that match what the screen is narrowed to. */
function wishFor(filter: DueFilter): BatchWish {
  return {
    new: {
      selection: { kind: 'due', ...filter },
      forms: [{ form: 'due-list', edition: null }],
      order: 'household',
      checkAgainstOfficial: true,
    },
  }
}

/** The work list on paper, over the screen; a long one says how far it is and can be stopped. */
export function DuePaper({ filter, onClose }: { filter: DueFilter; onClose: () => void }) {
  const say = useSay()
  const { work, start, stop } = useBatch()
  const first = useEffectEvent(() => void start(wishFor(filter)))
  useEffect(() => first(), [])
  return (
    <Dialog title={say(texts.renewals.paperTitle)} onClose={onClose} full>
      {work.at === 'idle' && work.error ? <Failed error={work.error} retry={first} /> : null}
      {work.at === 'working' && <Working progress={work.progress} onStop={stop} />}
      {work.at === 'done' && (
        <PaperDesk
          query={{ data: work.card, error: null, refetch: () => undefined }}
          settings={null}
        />
      )}
    </Dialog>
  )
}
