import { Button, Group, Kbd, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AppState, SummaryExported } from '#core/contract.ts'
import { problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { enterMoves } from '../../components/enter-moves.ts'
import { type Complaint, ErrorSummary, goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { type Order, readOrder, type Typed } from './read-order.ts'

type SignFormProps = {
  day: string
  state: AppState
  onWritten: (written: SummaryExported) => void
  onCancel: () => void
}

const labels = {
  head: texts.summary.head,
  pin: texts.summary.pin,
  keyFile: texts.summary.keyFile,
  folder: texts.summary.folder,
}

/** The head's PIN, the signing key and where the file goes. */
export function SignForm({ day, state, onWritten, onCancel }: SignFormProps) {
  const say = useSay()
  const { summary } = texts
  const heads = state.staff.filter(({ role }) => role === 'head')
  const act = useAct('summary.export')
  const [typed, setTyped] = useState<Typed>({
    head: heads.length === 1 ? String(heads[0]?.id) : '',
    pin: '',
    key: state.office?.practice ? 'practice' : 'file',
    keyFile: null,
    passphrase: '',
    folder: null,
  })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Typed>) => {
    act.reset()
    setTyped((all) => ({ ...all, ...change }))
  }
  const { order, wrong } = readOrder(typed)
  const say1 = (path: keyof typeof labels) =>
    path === 'pin' && typed.pin !== ''
      ? say(texts.signIn.pinShape)
      : say(problems['input.required'], { field: say(labels[path]) })
  const box = (path: keyof typeof labels) => ({
    path,
    label: say(labels[path]),
    strict: tried,
    error: wrong.includes(path) ? say1(path) : null,
  })
  const complaints: Complaint[] = tried
    ? wrong.map((path) => ({ path, where: say(labels[path]), message: say1(path) }))
    : []

  const sign = () => {
    setTried(true)
    if (!order) return requestAnimationFrame(() => goToBox(wrong[0] ?? 'pin'))
    if (!act.isPending) act.mutate(spanOf(day, order), { onSuccess: onWritten })
  }
  useKeys([{ key: 'ctrl+Enter', label: summary.signNow, run: sign }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sign()
  }
  return (
    <form onSubmit={submit} onKeyDown={enterMoves} noValidate>
      <Stack gap="sm">
        <Text size="sm">{say(summary.signText)}</Text>
        <ErrorSummary complaints={complaints} />
        <ChoiceBox
          {...box('head')}
          value={typed.head}
          options={heads.map(({ id, name }) => ({ value: String(id), label: name }))}
          empty={heads.length > 0 ? say(texts.common.choose) : say(summary.noHead)}
          onChange={(head) => set({ head })}
        />
        <TextBox
          {...box('pin')}
          secret
          autoFocus
          inputMode="numeric"
          maxLength={12}
          value={typed.pin}
          onChange={(pin) => set({ pin })}
        />
        <Radio.Group
          label={say(summary.key)}
          value={typed.key}
          onChange={(key) => set({ key: key as Typed['key'] })}
        >
          <Stack gap={6} mt={4}>
            {state.office?.practice && <Radio value="practice" label={say(summary.practiceKey)} />}
            <Radio value="file" label={say(summary.fileKey)} />
          </Stack>
        </Radio.Group>
        {typed.key === 'file' && (
          <>
            <PathBox
              {...box('keyFile')}
              ask={{ call: 'app.chooseFile', purpose: 'key' }}
              value={typed.keyFile}
              onChange={(keyFile) => set({ keyFile })}
            />
            <TextBox
              label={say(summary.passphrase)}
              path="passphrase"
              secret
              maxLength={200}
              value={typed.passphrase}
              onChange={(passphrase) => set({ passphrase })}
            />
          </>
        )}
        <PathBox
          {...box('folder')}
          ask={{ call: 'app.chooseFolder', purpose: 'export' }}
          value={typed.folder}
          onChange={(folder) => set({ folder })}
        />
        {act.error && <Failed error={act.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} disabled={act.isPending}>
            {say(texts.common.cancel)}
          </Button>
          <Button
            type="submit"
            loading={act.isPending}
            rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
          >
            {say(summary.signNow)}
          </Button>
        </Group>
        <Text size="sm" role="status">
          {act.isPending ? say(summary.signing) : ''}
        </Text>
      </Stack>
    </form>
  )
}

function spanOf(day: string, order: Order) {
  return { kind: 'day' as const, from: day, to: day, ...order }
}
