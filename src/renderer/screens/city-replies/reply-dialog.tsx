import { Stack, Text } from '@mantine/core'
import type { AppState, RepliesWritten } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { PathBox } from '../../components/path-box.tsx'
import { useSay } from '../../language.tsx'
import { KeyPicker } from '../keys/key-picker.tsx'
import { type Reply, useReply } from './use-reply.ts'

const { cityReplies, summary } = texts

type ReplyDialogProps = {
  state: AppState
  reply: Reply
  onClose: () => void
  onDone: (done: RepliesWritten) => void
}

/** Asks for the reason, the head's PIN, the key and the folder, then signs the answers. */
export function ReplyDialog({ state, reply, onClose, onDone }: ReplyDialogProps) {
  const say = useSay()
  const accepts = reply.verdict === 'accepted'
  const title = say(accepts ? cityReplies.acceptTitle : cityReplies.returnTitle, {
    n: formatMoney(reply.ids.length),
  })
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <ReplyForm title={title} state={state} reply={reply} onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

function ReplyForm({ title, state, reply, onClose, onDone }: ReplyDialogProps & { title: string }) {
  const say = useSay()
  const form = useReply(state, reply, onDone)
  const { typed, set, box } = form
  useKeys([{ key: 'ctrl+Enter', label: cityReplies.signNow, run: form.sign }])
  return (
    <EnterForm label={title} onSubmit={form.sign}>
      <Stack gap="sm">
        <Text size="sm">
          {say(reply.verdict === 'accepted' ? cityReplies.acceptText : cityReplies.returnText)}
        </Text>
        <ErrorSummary complaints={form.complaints} />
        <TextBox
          {...box('reason')}
          lines={2}
          maxLength={500}
          autoFocus
          value={form.reason}
          onChange={form.setReason}
        />
        <ChoiceBox
          {...box('head')}
          value={typed.head}
          options={form.heads.map(({ id, name }) => ({ value: String(id), label: name }))}
          empty={say(form.heads.length > 0 ? texts.common.choose : summary.noHead)}
          onChange={(head) => set({ head })}
        />
        <TextBox
          {...box('pin')}
          secret
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
        {form.error ? <Failed error={form.error} /> : null}
        <FormButtons
          onBack={onClose}
          yes={cityReplies.signNow}
          busy={form.signing}
          holds
          hotkey="Ctrl+Enter"
        />
        <Text size="sm" role="status">
          {form.signing ? say(cityReplies.signing) : ''}
        </Text>
      </Stack>
    </EnterForm>
  )
}
