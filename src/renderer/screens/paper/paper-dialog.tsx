import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { forms } from '#core/forms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperView } from './paper-view.tsx'

type PaperDialogProps = { enrolmentIds: number[]; onClose: () => void }

const editionNames: Record<string, string> = { QD490: 'QĐ 490/QĐ-BHXH', QD366: 'QĐ 366/QĐ-BHXH' }

/** The TK1-TS of one or more enrolments, one after the other, over the screen. */
export function PaperDialog({ enrolmentIds, onClose }: PaperDialogProps) {
  const say = useSay()
  const [at, setAt] = useState(0)
  const [edition, setEdition] = useState('')
  const [compare, setCompare] = useState(false)
  const enrolmentId = enrolmentIds[at] ?? 0
  const query = useCall(
    'paper.make',
    {
      form: 'tk1-ts',
      edition: edition || null,
      of: { kind: 'enrolments', ids: [enrolmentId] },
      blank: false,
      checkAgainstOfficial: compare,
    },
    { keep: true },
  )
  const turn = (by: number) =>
    setAt((now) => Math.min(Math.max(now + by, 0), enrolmentIds.length - 1))
  const options = [
    { value: '', label: say(texts.paper.editionOfDay) },
    ...forms['tk1-ts'].editions.map((value) => ({ value, label: editionNames[value] ?? value })),
  ]
  return (
    <Dialog title={say(texts.paper.title)} onClose={onClose} full>
      {enrolmentIds.length > 1 && <TurnKeys turn={turn} />}
      <Answer query={query}>
        {(card) => (
          <PaperView
            card={card}
            stack={{ at, of: enrolmentIds.length, turn }}
            settings={
              <>
                <NativeSelect
                  label={say(texts.paper.edition)}
                  value={edition}
                  data={options}
                  onChange={(event) => setEdition(event.currentTarget.value)}
                />
                {(card.notices.length > 0 || compare) && (
                  <Checkbox
                    label={say(texts.paper.compare)}
                    checked={compare}
                    onChange={(event) => setCompare(event.currentTarget.checked)}
                  />
                )}
              </>
            }
          />
        )}
      </Answer>
    </Dialog>
  )
}

function TurnKeys({ turn }: { turn: (by: number) => void }) {
  useKeys([
    { key: 'ctrl+PageUp', label: texts.paper.previous, run: () => turn(-1) },
    { key: 'ctrl+PageDown', label: texts.paper.next, run: () => turn(1) },
  ])
  return null
}
