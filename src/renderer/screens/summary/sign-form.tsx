import { Stack, Text } from '@mantine/core'
import type { AppState, SummaryExported } from '#core/contract.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { KeyPicker } from '../keys/key-picker.tsx'
import { AnnexChoice } from './annex-choice.tsx'
import { Stick } from './stick.tsx'
import { useSign } from './use-sign.ts'

type SignFormProps = {
  span: Span
  pool: boolean
  /** What is different from a first closing, or null. */
  note: string | null
  state: AppState
  onWritten: (done: { written: SummaryExported; folder: string }) => void
  onCancel: () => void
}

/** The head's PIN, the signing key and where the file goes. */
export function SignForm({ span, pool, note, state, onWritten, onCancel }: SignFormProps) {
  const say = useSay()
  const { summary } = texts
  const heads = state.staff.filter(({ role }) => role === 'head')
  const form = useSign({ ...span, pool }, state, onWritten)
  const { typed, set, box } = form
  useKeys([{ key: 'ctrl+Enter', label: summary.signNow, run: form.sign }])
  return (
    <EnterForm label={say(texts.periods.sign)} onSubmit={form.sign}>
      <Stack gap="sm">
        <Text size="sm">{note ?? say(summary.signText)}</Text>
        <ErrorSummary complaints={form.complaints} />
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
          maxLength={64}
          value={typed.pin}
          onChange={(pin) => set({ pin })}
        />
        <KeyPicker
          practice={state.office?.practice === true}
          picked={typed.key}
          onPick={(change) => set({ key: { ...typed.key, ...change } })}
          box={box}
        />
        <PathBox
          {...box('folder')}
          ask={{ call: 'app.chooseFolder', purpose: 'export' }}
          value={typed.folder}
          onChange={(folder) => set({ folder })}
        />
        <AnnexChoice value={typed.annexFor} onChange={(annexFor) => set({ annexFor })} />
        {typed.folder && <Stick folder={typed.folder} sequence={null} />}
        {form.error ? <Failed error={form.error} /> : null}
        <FormButtons
          onBack={onCancel}
          yes={summary.signNow}
          busy={form.signing}
          holds
          hotkey="Ctrl+Enter"
        />
        <Text size="sm" role="status">
          {form.signing ? say(summary.signing) : ''}
        </Text>
      </Stack>
    </EnterForm>
  )
}
