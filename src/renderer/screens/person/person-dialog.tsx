import { Button, Kbd } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useState } from 'react'
import type { EnrolmentDetail, PersonCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperDialog } from '../paper/paper-dialog.tsx'
import { MergeForm } from '../similar/merge-form.tsx'
import { EditForm } from './edit-form.tsx'
import { EnrolmentList, EnrolmentPart } from './enrolment-part.tsx'
import { History } from './history.tsx'
import css from './person.module.css'
import { PersonFacts } from './person-facts.tsx'
import { StepForm } from './step-form.tsx'
import { type StepTo, stepWords } from './steps.ts'
import { UndoPart } from './undo-part.tsx'

/** What the card is showing: itself, or one of the forms in its place. */
type Mode =
  | { at: 'card' }
  | { at: 'step'; to: StepTo; detail: EnrolmentDetail }
  | { at: 'edit'; detail: EnrolmentDetail }
  | { at: 'print'; enrolmentId: number }
  | { at: 'merge' }

type PersonDialogProps = {
  personId: number
  enrolmentId: number | null
  today: string
  onClose: () => void
}

const { person } = texts

/** A person of the book with everything that can be done: steps, edit, undo, merge, print. */
export function PersonDialog({ personId, enrolmentId, today, onClose }: PersonDialogProps) {
  const say = useSay()
  const [id, setId] = useState(personId)
  const [chosen, setChosen] = useState(enrolmentId)
  const [mode, setMode] = useState<Mode>({ at: 'card' })
  const [said, setSaid] = useState<string | null>(null)
  const query = useCall('registry.person', { id }, { keep: true })
  const back = () => setMode({ at: 'card' })
  const done = (words: string) => {
    setSaid(words)
    back()
  }
  const open = (member: number) => {
    setId(member)
    setChosen(null)
    setSaid(null)
  }
  if (mode.at === 'print') return <PaperDialog enrolmentIds={[mode.enrolmentId]} onClose={back} />
  const name = query.data?.person.name ?? ''
  const title = titleOf(mode, query.data)
  return (
    <Dialog
      title={say(title.phrase, title.values(say))}
      onClose={mode.at === 'card' ? onClose : back}
      size={mode.at === 'card' || mode.at === 'merge' ? '72rem' : 'md'}
    >
      {mode.at === 'step' && <StepForm {...mode} today={today} onBack={back} onDone={done} />}
      {mode.at === 'edit' && <EditForm {...mode} onBack={back} onDone={done} />}
      {mode.at === 'merge' && query.data && (
        <MergeForm
          personId={query.data.person.id}
          onBack={back}
          onDone={(kept, words) => {
            open(kept)
            done(words)
          }}
        />
      )}
      {mode.at === 'card' && (
        <>
          {said !== null && (
            <div role="status" className={css.told}>
              <Notice tone="leaf">{said}</Notice>
            </div>
          )}
          <Answer query={query}>
            {(card) => (
              <Card
                key={name}
                card={card}
                chosen={chosen}
                onChoose={setChosen}
                onOpen={open}
                onMode={setMode}
                onSaid={setSaid}
              />
            )}
          </Answer>
        </>
      )}
    </Dialog>
  )
}

function titleOf(mode: Mode, card: PersonCard | undefined) {
  const { name, birth } = card?.person ?? { name: '', birth: null }
  const born = birth ? formatDate(birth.date, birth.precision) : ''
  type Said = (phrase: typeof person.title) => string
  if (mode.at === 'step') {
    const values = (say: Said) => ({
      step: say(stepWords[mode.to].label as never),
      id: mode.detail.id,
    })
    return { phrase: person.stepTitle, values }
  }
  if (mode.at === 'edit')
    return { phrase: person.editTitle, values: () => ({ id: mode.detail.id }) }
  if (mode.at === 'merge') return { phrase: texts.similar.mergeTitle, values: () => ({ name }) }
  if (!card) return { phrase: person.loading, values: () => ({}) }
  return { phrase: person.title, values: () => ({ name, birth: born }) }
}

type CardProps = {
  card: PersonCard
  chosen: number | null
  onChoose: (id: number) => void
  onOpen: (personId: number) => void
  onMode: (mode: Mode) => void
  onSaid: (said: string) => void
}

function Card({ card, chosen, onChoose, onOpen, onMode, onSaid }: CardProps) {
  const say = useSay()
  const act = useAct('enrolment.step')
  const { enrolments } = card
  const current = enrolments.find(({ id }) => id === chosen)?.id ?? enrolments[0]?.id ?? null
  const merge = () => onMode({ at: 'merge' })
  useKeys([{ key: 'alt+u', label: texts.similar.merge, run: merge }])
  const step = (to: StepTo, detail: EnrolmentDetail) => {
    if (to === 'paid' || to === 'returned' || to === 'cancelled') {
      return onMode({ at: 'step', to, detail })
    }
    const words = say(person.stepDone, { step: say(stepWords[to].label) })
    act.mutate({ ids: [detail.id], step: { to } }, { onSuccess: () => onSaid(words) })
  }
  return (
    // Coming back from a form leaves the focus nowhere; here the card's keys and Tab go on.
    <div className={css.card} tabIndex={-1} ref={focusOnce}>
      <PersonFacts card={card} onOpen={onOpen} />
      <div className={css.main}>
        <EnrolmentList enrolments={enrolments} chosen={current} onChoose={onChoose} />
        {act.error && <Failed error={act.error} />}
        {current !== null && <Chosen id={current} onStep={step} onMode={onMode} />}
        <div className={css.undo}>
          <UndoPart onDone={onSaid} />
          <Button
            size="compact-sm"
            variant="default"
            onClick={merge}
            leftSection={<IconArrowMerge size={16} aria-hidden />}
            rightSection={<Kbd size="xs">Alt+U</Kbd>}
          >
            {say(texts.similar.merge)}
          </Button>
        </div>
        {current !== null && <History enrolmentId={current} />}
      </div>
    </div>
  )
}

function focusOnce(card: HTMLDivElement | null): void {
  card?.focus()
}

type ChosenProps = {
  id: number
  onStep: (to: StepTo, detail: EnrolmentDetail) => void
  onMode: (mode: Mode) => void
}

function Chosen({ id, onStep, onMode }: ChosenProps) {
  const query = useCall('enrolment.open', { id }, { keep: true })
  return (
    <Answer query={query}>
      {(detail) => (
        <EnrolmentPart
          detail={detail}
          onStep={(to) => onStep(to, detail)}
          onEdit={() => onMode({ at: 'edit', detail })}
          onPrint={() => onMode({ at: 'print', enrolmentId: detail.id })}
        />
      )}
    </Answer>
  )
}
