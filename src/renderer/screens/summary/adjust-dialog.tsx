import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '#core/date.ts'
import { type Phrase, problems } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary, goToBox } from '../../components/error-summary.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import {
  type AdjustmentBox,
  readAdjustment,
  readSigned,
  type TypedAdjustment,
} from './read-adjustment.ts'

const nothing: TypedAdjustment = {
  ...{ enrolment: '', why: 'cancelled', months: '', gross: '', state: '', local: '', reason: '' },
}

const labels: Record<AdjustmentBox, Phrase> = {
  enrolment: texts.periods.enrolment,
  months: texts.periods.months,
  gross: texts.periods.gross,
  state: texts.periods.stateMoney,
  local: texts.periods.localMoney,
  reason: texts.periods.reason,
}

/** Records an adjustment to a sign-up of a closed day. */
export function AdjustDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { periods } = texts
  const act = useAct('adjustment.add')
  const [typed, setTyped] = useState(nothing)
  const [tried, setTried] = useState(false)
  const { order, wrong } = readAdjustment(typed)
  const sentence = (box: AdjustmentBox): string => {
    const field = say(labels[box])
    const empty = box === 'reason' || (box === 'enrolment' && typed.enrolment === '')
    return empty ? say(problems['input.required'], { field }) : say(periods.signedNumber, { field })
  }
  const box = (path: AdjustmentBox) => ({
    path,
    label: say(labels[path]),
    strict: tried,
    error: wrong.includes(path) ? sentence(path) : null,
    value: typed[path],
    onChange: (value: string) => {
      act.reset()
      setTyped((all) => ({ ...all, [path]: value }))
    },
  })
  const save = () => {
    setTried(true)
    if (!order) return requestAnimationFrame(() => goToBox(wrong[0] ?? 'enrolment'))
    if (!act.isPending) act.mutate(order)
  }
  const complaints = wrong.map((path) => ({ path, where: '', message: sentence(path) }))
  const payer =
    (readSigned(typed.gross) ?? 0) - (readSigned(typed.state) ?? 0) - (readSigned(typed.local) ?? 0)
  return (
    <Dialog title={say(periods.adjust)} onClose={onClose} size="lg">
      {act.data ? (
        <Stack gap="sm" role="status">
          <Notice tone="leaf">{say(periods.adjusted, { day: formatDate(act.data.madeOn) })}</Notice>
          <Group justify="flex-end">
            <Button onClick={onClose} autoFocus>
              {say(texts.common.close)}
            </Button>
          </Group>
        </Stack>
      ) : (
        <EnterForm label={say(periods.adjust)} onSubmit={save}>
          <Stack gap="sm">
            <Text size="sm">{say(periods.adjustText)}</Text>
            <ErrorSummary complaints={tried ? complaints : []} />
            <BoxRow>
              <TextBox {...box('enrolment')} inputMode="numeric" width={9} grow={0} autoFocus />
              <ChoiceBox
                label={say(periods.why)}
                path="why"
                value={typed.why}
                options={[
                  { value: 'cancelled', label: say(periods.whyCancelled) },
                  { value: 'corrected', label: say(periods.whyCorrected) },
                ]}
                onChange={(why) => setTyped((all) => ({ ...all, why }))}
              />
            </BoxRow>
            {typed.why === 'corrected' && (
              <>
                <BoxRow>
                  <TextBox {...box('months')} width={6} />
                  <TextBox {...box('gross')} width={8} />
                  <TextBox {...box('state')} width={8} />
                  <TextBox {...box('local')} width={8} />
                </BoxRow>
                <Text size="sm">
                  {say(periods.payerFollows, { payer: formatMoney(payer, 'đ') })}
                </Text>
              </>
            )}
            <TextBox {...box('reason')} maxLength={500} />
            {act.error && <Failed error={act.error} />}
            <FormButtons onBack={onClose} yes={periods.adjust} busy={act.isPending} holds />
          </Stack>
        </EnterForm>
      )}
    </Dialog>
  )
}
