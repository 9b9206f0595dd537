import { Button, Checkbox, Group, Kbd, Stack, Text } from '@mantine/core'
import type { AppState, PolicyRead } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fill } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed, Sheet } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { HealthLines, SupportLines, YieldLines } from './lines.tsx'
import { usePolicy } from './use-policy.ts'

/** What the office enters and confirms; the head's PIN stands under it. */
export function OfficeForm({ policy: read, state }: { policy: PolicyRead; state: AppState }) {
  const say = useSay()
  const { policy } = texts
  const form = usePolicy(read, state)
  const { typed, set, box } = form
  const heads = state.staff.filter(({ role }) => role === 'head')
  useKeys([{ key: 'ctrl+Enter', label: policy.save, run: form.save }])
  return (
    <Sheet title={say(policy.officeTitle)}>
      <Text size="sm">{say(policy.officeText)}</Text>
      <ErrorSummary complaints={form.complaints} />
      <EnterForm label={say(policy.officeTitle)} onSubmit={form.save}>
        <Stack gap="xs">
          <YieldLines form={form} />
          <SupportLines form={form} today={state.today} />
          <HealthLines form={form} today={state.today} groups={read.groups} />
          <Pending
            rows={read.pending}
            confirmed={typed.confirmed}
            set={(confirmed) => set({ confirmed })}
          />
          <BoxRow>
            <ChoiceBox
              {...box('head')}
              width={14}
              grow={0}
              value={typed.head}
              options={heads.map(({ id, name }) => ({ value: String(id), label: name }))}
              empty={say(heads.length > 0 ? texts.common.choose : texts.summary.noHead)}
              onChange={(head) => set({ head })}
            />
            <TextBox
              {...box('pin')}
              width={10}
              grow={0}
              secret
              maxLength={64}
              value={typed.pin}
              onChange={(pin) => set({ pin })}
            />
          </BoxRow>
          {form.error ? <Failed error={form.error} /> : null}
          <Group gap="sm">
            <Button
              type="submit"
              loading={form.saving}
              rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
            >
              {say(policy.save)}
            </Button>
            <Text size="sm" role="status">
              {form.saved ? say(policy.saved) : ''}
            </Text>
          </Group>
        </Stack>
      </EnterForm>
    </Sheet>
  )
}

type PendingProps = {
  rows: PolicyRead['pending']
  confirmed: string[]
  set: (confirmed: string[]) => void
}

function Pending({ rows, confirmed, set }: PendingProps) {
  const say = useSay()
  const language = useLanguage()
  if (rows.length === 0) return null
  return (
    <Stack gap={4} role="group" aria-label={say(texts.policy.pending)}>
      <Text fw={600} size="sm">
        {say(texts.policy.pending)}
      </Text>
      {rows.map(({ id, what, value, from, source }) => (
        <Checkbox
          key={id}
          checked={confirmed.includes(id)}
          label={fill(texts.policy.confirmRow, language, {
            what: what[language],
            value: value[language],
            from: from ? formatDate(from) : '',
            source,
          })}
          onChange={(event) =>
            set(
              event.currentTarget.checked
                ? [...confirmed, id]
                : confirmed.filter((other) => other !== id),
            )
          }
        />
      ))}
    </Stack>
  )
}
