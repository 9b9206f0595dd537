import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { EnrolmentDetail } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { LifeStep } from '#core/enrolment-life.ts'
import { problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed } from '../../components/page.tsx'
import { readDay } from '../../components/reading.ts'
import { useSay } from '../../language.tsx'
import { type StepTo, stepWords } from './steps.ts'

type StepProps = {
  detail: EnrolmentDetail
  to: StepTo
  today: string
  onBack: () => void
  onDone: (said: string) => void
}

const { person } = texts

/** Takes one step with an enrolment, asking for the receipt or the reason it needs. */
export function StepForm({ detail, to, today, onBack, onDone }: StepProps) {
  const say = useSay()
  const act = useAct('enrolment.step')
  const [receipt, setReceipt] = useState('')
  const [paidOn, setPaidOn] = useState(formatDate(today))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { label } = stepWords[to]
  const missing = (text: string, field: string) =>
    text.trim() === '' ? say(problems['input.required'], { field }) : null
  const submit = () => {
    setTried(true)
    const day = readDay(paidOn, today)
    const step = LifeStep.safeParse({
      to,
      ...(to === 'paid' && { receiptNumber: receipt, receiptDate: day.ok ? day.value : '' }),
      ...((to === 'returned' || to === 'cancelled') && { reason }),
    })
    if (!step.success) return
    const done = () => onDone(say(person.stepDone, { step: say(label) }))
    act.mutate({ ids: [detail.id], step: step.data }, { onSuccess: done })
  }
  return (
    <EnterForm label={say(person.stepTitle, { step: say(label), id: detail.id })} onSubmit={submit}>
      <Stack gap="sm">
        {to === 'paid' ? (
          <>
            <TextBox
              label={say(person.receiptNumber)}
              value={receipt}
              onChange={setReceipt}
              autoFocus
              maxLength={30}
              strict={tried}
              error={missing(receipt, say(person.receiptNumber))}
            />
            <DateBox
              label={say(person.receiptDate)}
              value={paidOn}
              onChange={setPaidOn}
              today={today}
              strict={tried}
              error={missing(paidOn, say(person.receiptDate))}
            />
          </>
        ) : (
          <TextBox
            label={say(person.reason)}
            value={reason}
            onChange={setReason}
            autoFocus
            maxLength={500}
            strict={tried}
            error={missing(reason, say(person.reason))}
          />
        )}
        {act.error && <Failed error={act.error} />}
        <FormButtons
          onBack={onBack}
          no={person.back}
          yes={label}
          busy={act.isPending}
          grave={to === 'cancelled' || to === 'returned'}
        />
      </Stack>
    </EnterForm>
  )
}
