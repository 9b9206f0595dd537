import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Phrase } from '#core/messages.ts'
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
import type { Signing } from './use-signing.ts'

type SigningFormProps = {
  form: Signing
  label: string
  /** What happens when it is signed. */
  note: string
  /** What the button says, and what is said while it works. */
  words: { now: Phrase; working: Phrase }
  /** Boxes between the folder and the button. */
  children?: ReactNode
  onCancel: () => void
}

/** Signs on the head's word: a reason where one is asked for, the head's PIN, the key, where it goes. */
export function SigningForm({ form, label, note, words, children, onCancel }: SigningFormProps) {
  const say = useSay()
  const { heads, typed, set, box } = form
  useKeys([{ key: 'ctrl+Enter', label: words.now, run: form.sign }])
  return (
    <EnterForm label={label} onSubmit={form.sign}>
      <Stack gap="sm">
        <Text size="sm">{note}</Text>
        <ErrorSummary complaints={form.complaints} />
        {form.asksReason && (
          <TextBox
            {...box('reason')}
            lines={2}
            maxLength={500}
            autoFocus
            value={typed.reason}
            onChange={(reason) => set({ reason })}
          />
        )}
        <ChoiceBox
          {...box('head')}
          value={typed.head}
          options={heads.map(({ id, name }) => ({ value: String(id), label: name }))}
          empty={say(heads.length > 0 ? texts.common.choose : texts.summary.noHead)}
          onChange={(head) => set({ head })}
        />
        <TextBox
          {...box('pin')}
          secret
          autoFocus={!form.asksReason}
          maxLength={64}
          value={typed.pin}
          onChange={(pin) => set({ pin })}
        />
        <KeyPicker
          practice={form.practice}
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
        {children}
        {form.error ? <Failed error={form.error} /> : null}
        <FormButtons
          onBack={onCancel}
          yes={words.now}
          busy={form.signing}
          holds
          hotkey="Ctrl+Enter"
        />
        <Text size="sm" role="status">
          {form.signing ? say(words.working) : ''}
        </Text>
      </Stack>
    </EnterForm>
  )
}
