import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { EnrolmentDetail } from '#core/contract.ts'
import type { EnrolmentEdit } from '#core/enrolment-life.ts'
import { problems } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Answer, Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useChoices } from '../enrol/choices.ts'

type EditProps = { detail: EnrolmentDetail; onBack: () => void; onDone: (said: string) => void }

const { person, enrol } = texts

/** Changes the kind (with a note where it goes against the rules), the occupation and the collecting point. */
export function EditForm({ detail, onBack, onDone }: EditProps) {
  const say = useSay()
  const choices = useChoices()
  const act = useAct('enrolment.edit')
  const [edit, setEdit] = useState<EnrolmentEdit>(() => editOf(detail))
  const [tried, setTried] = useState(false)
  const priced = useCall('enrolment.priceEdit', edit, { keep: true })
  const { kind, kindNote } = edit.choice
  const needsNote = priced.data?.kindNeedsNote ?? false
  const noteMissing = needsNote && (kindNote ?? '').trim() === ''
  const choose = (change: { kind?: typeof kind; kindNote?: string | null }) =>
    setEdit((now) => ({ ...now, choice: { ...now.choice, ...change } }))
  const submit = () => {
    setTried(true)
    if (noteMissing) return
    act.mutate(edit, { onSuccess: () => onDone(say(person.edited, { id: detail.id })) })
  }
  return (
    <EnterForm label={say(person.editTitle, { id: detail.id })} onSubmit={submit}>
      <Stack gap="sm">
        <ChoiceBox
          label={say(enrol.kind)}
          value={kind}
          options={choices.kind}
          onChange={(value) => choose({ kind: value })}
        />
        <TextBox
          label={say(person.note)}
          value={kindNote ?? ''}
          maxLength={300}
          strict={tried}
          error={noteMissing ? say(problems['input.required'], { field: say(person.note) }) : null}
          onChange={(note) => choose({ kindNote: note || null })}
        />
        <ChoiceBox
          label={say(enrol.occupation)}
          value={edit.occupation}
          options={choices.occupation}
          onChange={(occupation) => setEdit((now) => ({ ...now, occupation }))}
        />
        <ChoiceBox
          label={say(enrol.collector)}
          value={edit.collector}
          options={choices.collector}
          onChange={(collector) => setEdit((now) => ({ ...now, collector }))}
        />
        <Answer query={priced}>
          {({ suggestedKind, suggestedReason, charge }) => (
            <Text size="sm" role="status">
              {say(person.suggestion, {
                kind: say(texts.terms.kind[suggestedKind]),
                reason: suggestedReason,
              })}
              <br />
              {say(person.newPayer)}: <strong>{formatMoney(charge.payer, 'đ')}</strong>
            </Text>
          )}
        </Answer>
        {act.error && <Failed error={act.error} />}
        <FormButtons onBack={onBack} no={person.back} busy={act.isPending} />
      </Stack>
    </EnterForm>
  )
}

function editOf({
  id,
  occupation,
  collector,
  conferenceId,
  choice,
}: EnrolmentDetail): EnrolmentEdit {
  return { id, occupation, collector, conferenceId, choice }
}
