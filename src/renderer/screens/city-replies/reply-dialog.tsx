import type { AppState, RepliesWritten } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useSay } from '../../language.tsx'
import { SigningForm } from '../signing/signing-form.tsx'
import { useSigning } from '../signing/use-signing.ts'

const { cityReplies } = texts

/** What is answered to which files. */
export type Reply = { ids: number[]; verdict: 'accepted' | 'returned' }

type ReplyDialogProps = {
  state: AppState
  reply: Reply
  onClose: () => void
  onDone: (done: RepliesWritten) => void
}

/** Asks for the reason, the head's PIN, the key and the folder, then signs the answers. */
export function ReplyDialog(props: ReplyDialogProps) {
  const say = useSay()
  const { verdict, ids } = props.reply
  const { acceptTitle, returnTitle } = cityReplies
  const n = formatMoney(ids.length)
  const title = say(verdict === 'accepted' ? acceptTitle : returnTitle, { n })
  return (
    <Dialog title={title} onClose={props.onClose} size="lg">
      <ReplyForm {...props} title={title} />
    </Dialog>
  )
}

const words = { now: cityReplies.signNow, working: cityReplies.signing }

function ReplyForm({ title, state, reply, onClose, onDone }: ReplyDialogProps & { title: string }) {
  const say = useSay()
  const act = useAct('city.reply')
  const accepts = reply.verdict === 'accepted'
  const form = useSigning({
    state,
    act,
    reason: { label: accepts ? cityReplies.remark : cityReplies.reason, needed: !accepts },
    onSign: ({ reason, ...signature }, onError) => {
      const reasons = reason === '' ? [] : [{ code: 'note', text: reason }]
      act.mutate({ ...reply, reasons, ...signature }, { onSuccess: onDone, onError })
    },
  })
  return (
    <SigningForm
      form={form}
      label={title}
      note={say(accepts ? cityReplies.acceptText : cityReplies.returnText)}
      words={words}
      onCancel={onClose}
    />
  )
}
