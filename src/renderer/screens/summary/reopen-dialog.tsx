import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { AppState, StaffCard } from '#core/contract.ts'
import { problems } from '#core/messages.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary, goToBox } from '../../components/error-summary.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { nameSpan } from './say-span.ts'

type ReopenProps = { span: Span; state: AppState; session: StaffCard; onClose: () => void }

type Typed = { reason: string; second: string; pin: string }

/** Opens a closed period again: the reason, and the second person with their PIN. */
export function ReopenDialog({ span, state, session, onClose }: ReopenProps) {
  const say = useSay()
  const language = useLanguage()
  const { periods } = texts
  const act = useAct('period.reopen')
  const others = state.staff.filter(({ id }) => id !== session.id)
  const [only] = others
  const [typed, setTyped] = useState<Typed>({
    ...{ reason: '', second: others.length === 1 && only ? String(only.id) : '', pin: '' },
  })
  const [tried, setTried] = useState(false)
  const labels = {
    reason: periods.reason,
    second: periods.secondPerson,
    pin: periods.secondPin,
  } as const
  const wrong = (['reason', 'second', 'pin'] as const).filter((path) => typed[path].trim() === '')
  const missing = (path: keyof Typed) =>
    say(problems['input.required'], { field: say(labels[path]) })
  const box = (path: keyof Typed) => ({
    path,
    label: say(labels[path]),
    strict: tried,
    error: wrong.includes(path) ? missing(path) : null,
    value: typed[path],
    onChange: (value: string) => {
      act.reset()
      setTyped((all) => ({ ...all, [path]: value }))
    },
  })
  const reopen = () => {
    setTried(true)
    if (wrong.length > 0) return requestAnimationFrame(() => goToBox(wrong[0] ?? 'reason'))
    if (act.isPending) return
    const { kind, from, to } = span
    const { reason, second, pin } = typed
    const order = { kind, from, to, reason: reason.trim(), secondId: Number(second), pin }
    act.mutate(order, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={say(periods.reopenSpan, { span: nameSpan(span, language) })}
      onClose={onClose}
      size="lg"
    >
      <EnterForm label={say(periods.reopen)} onSubmit={reopen}>
        <Stack gap="sm">
          <Text size="sm">{say(periods.reopenText)}</Text>
          <ErrorSummary
            complaints={
              tried ? wrong.map((path) => ({ path, where: '', message: missing(path) })) : []
            }
          />
          <TextBox {...box('reason')} maxLength={300} autoFocus />
          <Text size="sm">
            {say(periods.firstPerson)}: <strong>{session.name}</strong>
          </Text>
          <ChoiceBox
            {...box('second')}
            options={others.map(({ id, name, role }) => ({
              value: String(id),
              label: `${name} – ${say(texts.terms.role[role])}`,
            }))}
            empty={say(texts.common.choose)}
          />
          <TextBox {...box('pin')} secret maxLength={64} />
          {act.error && <Failed error={act.error} />}
          <FormButtons onBack={onClose} yes={periods.reopenNow} busy={act.isPending} holds />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}
