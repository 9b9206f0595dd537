import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '#core/date.ts'
import { type Phrase, sayProblem } from '#core/messages.ts'
import { cleanText } from '#core/text.ts'
import { texts } from '#core/texts.ts'
import { useLanguage, useSay } from '../language.tsx'
import { ChoiceBox, TextBox } from './box.tsx'
import { DateBox } from './date-box.tsx'
import { EnterForm } from './enter-form.tsx'
import { FormButtons } from './form-buttons.tsx'
import { Failed } from './page.tsx'
import { readDay } from './reading.ts'

/** What came of a call (null: nothing yet), when to call again (an ISO date) and a note. */
type CallNote<O extends string> = { outcome: O | null; nextOn: string | null; note: string }

type CallFormProps<O extends string> = {
  label: string
  phone: string | null
  /** What can come of it, by number; `empty` names that nothing did, where that can be chosen. */
  outcomes: readonly { value: O; words: Phrase }[]
  empty?: Phrase
  labels: { outcome: Phrase; nextOn: Phrase; note: Phrase }
  first: CallNote<O>
  today: string
  act: { isPending: boolean; error: unknown }
  onSave: (note: CallNote<O>) => void
  onClose: () => void
}

/** Writes down a call: what came of it, when to call again, a note. Both kinds of call are typed alike. */
export function CallForm<O extends string>(props: CallFormProps<O>) {
  const { label, phone, outcomes, empty, labels, first, today, act, onSave, onClose } = props
  const say = useSay()
  const language = useLanguage()
  const [outcome, setOutcome] = useState<O | ''>(first.outcome ?? '')
  const [nextOn, setNextOn] = useState(first.nextOn === null ? '' : formatDate(first.nextOn))
  const [note, setNote] = useState(first.note)
  const next = nextOn.trim() === '' ? null : readDay(nextOn, today)
  const submit = () => {
    if ((next && !next.ok) || act.isPending) return
    onSave({ outcome: outcome || null, nextOn: next?.value ?? null, note: cleanText(note) })
  }
  return (
    <EnterForm label={label} onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{say(texts.renewals.phoneOf, { phone: phone ?? '—' })}</Text>
        <ChoiceBox
          label={say(labels.outcome)}
          value={outcome}
          {...(empty && { empty: say(empty) })}
          options={outcomes.map(({ value, words }, index) => ({
            value,
            label: `${index + 1} · ${say(words)}`,
          }))}
          onChange={setOutcome}
        />
        <DateBox
          label={say(labels.nextOn)}
          value={nextOn}
          onChange={setNextOn}
          today={today}
          autoFocus
          error={next && !next.ok ? sayProblem(next.problem, language) : null}
        />
        <TextBox label={say(labels.note)} value={note} onChange={setNote} maxLength={500} />
        {act.error ? <Failed error={act.error} /> : null}
        <FormButtons onBack={onClose} busy={act.isPending} />
      </Stack>
    </EnterForm>
  )
}
