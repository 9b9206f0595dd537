import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { DataRequest, RequestStep } from '#core/privacy/records.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../../api.ts'
import { ChoiceBox, TextBox } from '../../../components/box.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { EnterForm } from '../../../components/enter-form.tsx'
import { FormButtons } from '../../../components/form-buttons.tsx'
import { HeadBoxes, useHeadWord } from '../../../components/head-boxes.tsx'
import { Failed, Notice } from '../../../components/page.tsx'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

/** What can be done with a request. */
export type StepKind = RequestStep['step'] | 'export' | 'erase'

type StepProps = { request: DataRequest; kind: StepKind; onClose: (said?: string) => void }

/** One step of a request; exporting and erasing take the word of the head. */
export function StepDialog({ request, kind, onClose }: StepProps) {
  const say = useSay()
  const title = `${say(privacy.steps[kind])} – ${request.subjectName}`
  return (
    <Dialog title={title} onClose={() => onClose()}>
      {kind === 'export' || kind === 'erase' ? (
        <HeadStep request={request} kind={kind} onClose={onClose} />
      ) : (
        <TextStep request={request} kind={kind} onClose={onClose} />
      )}
    </Dialog>
  )
}

const asked = {
  answer: null,
  extend: privacy.extendText,
  done: privacy.resultText,
  refuse: privacy.refuseText,
} as const

function stepOf(kind: RequestStep['step'], text: string): RequestStep {
  if (kind === 'answer') return { step: kind }
  return kind === 'done' ? { step: kind, answer: text } : { step: kind, reason: text }
}

function TextStep({ request, kind, onClose }: StepProps & { kind: RequestStep['step'] }) {
  const say = useSay()
  const act = useAct('request.step')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const label = asked[kind]
  const submit = () => {
    setTried(true)
    if (label !== null && text.trim() === '') return
    act.mutate({ id: request.id, step: stepOf(kind, text) }, { onSuccess: () => onClose() })
  }
  return (
    <EnterForm label={say(privacy.steps[kind])} onSubmit={submit}>
      <Stack gap="sm">
        {request.note && <Text size="sm">{request.note}</Text>}
        {label && (
          <TextBox
            label={say(label)}
            value={text}
            onChange={setText}
            error={tried && text.trim() === '' ? say(privacy.reasonMissing) : null}
            strict
            autoFocus
            maxLength={500}
          />
        )}
        {act.error && <Failed error={act.error} />}
        <FormButtons busy={act.isPending} />
      </Stack>
    </EnterForm>
  )
}

function HeadStep({ request, kind, onClose }: StepProps & { kind: 'export' | 'erase' }) {
  const say = useSay()
  const word = useHeadWord()
  const write = useAct('privacy.export')
  const erase = useAct('privacy.erase')
  const [format, setFormat] = useState<'xlsx' | 'json'>('xlsx')
  const personId = request.personId ?? 0
  const submit = () => {
    const head = word.read()
    if (head === null) return
    if (kind === 'erase') {
      const order = { personId, requestId: request.id, ...head }
      const said = (n: number) => say(privacy.erased, { n })
      return erase.mutate(order, { onSuccess: ({ erasure }) => onClose(said(erasure)) })
    }
    write.mutate(
      { personId, format, ...head },
      { onSuccess: (done) => onClose(done ? say(privacy.exported, done) : undefined) },
    )
  }
  const error = write.error ?? erase.error
  return (
    <EnterForm label={say(privacy.steps[kind])} onSubmit={submit}>
      <Stack gap="sm">
        {kind === 'erase' ? (
          <>
            <Notice>{say(privacy.eraseText)}</Notice>
            <Text size="sm">{say(privacy.eraseStays)}</Text>
          </>
        ) : (
          <ChoiceBox
            label={say(privacy.format)}
            value={format}
            options={[
              { value: 'xlsx', label: say(privacy.formatXlsx) },
              { value: 'json', label: say(privacy.formatJson) },
            ]}
            onChange={setFormat}
          />
        )}
        <HeadBoxes word={word} />
        {error && <Failed error={error} />}
        <FormButtons yes={privacy.steps[kind]} busy={write.isPending || erase.isPending} />
      </Stack>
    </EnterForm>
  )
}
