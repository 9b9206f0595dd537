import { useState } from 'react'
import type { AppState, RepliesWritten } from '#core/contract.ts'
import { problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { goToBox } from '../../components/error-summary.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { firstPicked } from '../keys/picked-key.ts'
import { readOrder, type SignBox, type Typed } from '../summary/read-order.ts'

/** What is answered to which files. */
export type Reply = { ids: number[]; verdict: 'accepted' | 'returned' }

type Box = 'reason' | SignBox

const { cityReplies, keys, summary } = texts

const labels = {
  head: summary.head,
  pin: summary.pin,
  keyFile: keys.keyFile,
  token: keys.certificate,
  tokenPin: keys.tokenPin,
  folder: summary.folder,
}

const aboutPin = (error: unknown): boolean =>
  error instanceof ProblemError &&
  ['session.wrong-pin', 'session.wait'].includes(error.problem.code)

/** The signing of answers: what is typed, what is wrong, and the signing itself. */
export function useReply(state: AppState, reply: Reply, onDone: (done: RepliesWritten) => void) {
  const say = useSay()
  const sayError = useSayError()
  const act = useAct('city.reply')
  const heads = state.staff.filter(({ role }) => role === 'head')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [typed, setTyped] = useState<Typed>({
    head: heads.length === 1 ? String(heads[0]?.id) : '',
    pin: '',
    key: firstPicked(state.office?.practice === true),
    folder: null,
    annexFor: null,
  })
  const { order, wrong: unsigned } = readOrder(typed)
  const text = reason.replace(/\s+/g, ' ').trim()
  const needsReason = reply.verdict === 'returned' && text === ''
  const wrong: Box[] = [...(needsReason ? (['reason'] as const) : []), ...unsigned]
  const labelOf = (path: Box) =>
    path === 'reason'
      ? say(reply.verdict === 'returned' ? cityReplies.reason : cityReplies.remark)
      : say(labels[path])
  const refused = aboutPin(act.error) ? sayError(act.error) : null
  const sentence = (path: Box): string =>
    path === 'pin' && typed.pin !== ''
      ? say(texts.signIn.pinShape)
      : say(problems['input.required'], { field: labelOf(path) })
  const sign = () => {
    setTried(true)
    if (!order || needsReason) return requestAnimationFrame(() => goToBox(wrong[0] ?? 'pin'))
    if (act.isPending) return
    const reasons = text === '' ? [] : [{ code: 'note', text }]
    const { headId, pin, key, folder } = order
    act.mutate({ ...reply, reasons, headId, pin, key, folder }, { onSuccess: onDone })
  }
  return {
    ...{ heads, typed, reason, setReason, sign, signing: act.isPending },
    error: refused ? null : act.error,
    complaints: tried ? wrong.map((path) => ({ path, where: '', message: sentence(path) })) : [],
    set: (change: Partial<Typed>) => {
      act.reset()
      setTyped((all) => ({ ...all, ...change }))
    },
    box: (path: Box) => ({
      path,
      label: labelOf(path),
      strict: tried,
      error: wrong.includes(path) ? sentence(path) : path === 'pin' ? refused : null,
    }),
  }
}
