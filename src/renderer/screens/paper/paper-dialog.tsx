import { useState } from 'react'
import type { CallInput, EnrolmentDetail, FormCard } from '#core/contract.ts'
import { type Declared, declarationFor } from '#core/papers/form-choice.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { FormChoice, type FormWish } from './form-choice.tsx'
import { PaperDesk } from './paper-desk.tsx'

type PaperDialogProps = { enrolmentIds: number[]; onClose: () => void }

/**
 * The papers of one or more enrolments, one after the other, over the screen: the form each is declared
 * on, or any other that can be made of them.
 */
export function PaperDialog({ enrolmentIds, onClose }: PaperDialogProps) {
  const say = useSay()
  const [at, setAt] = useState(0)
  const id = enrolmentIds[at] ?? 0
  const cards = useCall('paper.forms', {})
  const detail = useCall('enrolment.open', { id }, { keep: true })
  const turn = (by: number) =>
    setAt((now) => Math.min(Math.max(now + by, 0), enrolmentIds.length - 1))
  return (
    <Dialog title={say(texts.paper.title)} onClose={onClose} full>
      {enrolmentIds.length > 1 && <TurnKeys turn={turn} />}
      <Answer query={cards}>
        {(known) => (
          <Answer query={detail}>
            {(current) => (
              <EnrolmentPaper
                cards={known.filter(({ about }) => about !== 'conference')}
                detail={current}
                all={enrolmentIds}
                stack={{ at, of: enrolmentIds.length, turn }}
              />
            )}
          </Answer>
        )}
      </Answer>
    </Dialog>
  )
}

type EnrolmentPaperProps = {
  cards: readonly FormCard[]
  detail: EnrolmentDetail
  all: number[]
  stack: { at: number; of: number; turn: (by: number) => void }
}

function EnrolmentPaper({ cards, detail, all, stack }: EnrolmentPaperProps) {
  // The form follows the enrolment until somebody chooses one.
  const [chosen, setChosen] = useState<FormWish | null>(null)
  const wish = chosen ?? { form: declarationFor(cards, declared(detail)), ...asUsual }
  const about = cards.find(({ form }) => form === wish.form)?.about
  const isList = about === 'list' || about === 'all'
  const of = { kind: 'enrolments' as const, ids: isList ? all : [detail.id] }
  const query = useCall('paper.make', wishFor(wish, of), { keep: true, fresh: true })
  const settings = (
    <FormChoice cards={cards} day={detail.signedOn} wish={wish} onChange={setChosen} />
  )
  return <PaperDesk query={query} settings={settings} {...(!isList && { stack })} />
}

const asUsual = { edition: '', blank: false, compare: true }

function declared({ scheme, signedOn, choice }: EnrolmentDetail): Declared {
  return { scheme, kind: choice.kind, signedOn }
}

/** A wish as the paper is asked for. */
export function wishFor(
  { form, edition, blank, compare }: FormWish,
  of: CallInput<'paper.make'>['of'],
): CallInput<'paper.make'> {
  const isFree = blank && of?.kind !== 'conference'
  return {
    form,
    edition: edition || null,
    of: isFree ? null : of,
    blank,
    checkAgainstOfficial: compare,
  }
}

function TurnKeys({ turn }: { turn: (by: number) => void }) {
  useKeys([
    { key: 'ctrl+PageUp', label: texts.paper.previous, run: () => turn(-1) },
    { key: 'ctrl+PageDown', label: texts.paper.next, run: () => turn(1) },
  ])
  return null
}
