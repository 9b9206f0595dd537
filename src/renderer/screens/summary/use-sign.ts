import { useState } from 'react'
import type { AppState, SummaryExported } from '#core/contract.ts'
import { problems } from '#core/messages.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { type Complaint, goToBox } from '../../components/error-summary.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { firstPicked } from '../keys/picked-key.ts'
import { readOrder, type SignBox, type Typed } from './read-order.ts'

/** The label of each box of the signing form. */
export const signLabel = {
  head: texts.summary.head,
  pin: texts.summary.pin,
  keyFile: texts.keys.keyFile,
  token: texts.keys.certificate,
  tokenPin: texts.keys.tokenPin,
  folder: texts.summary.folder,
}

/** Refusals that are about the PIN and belong beside its box. */
const aboutPin = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.problem.code === 'session.wrong-pin' || error.problem.code === 'session.wait')

function firstTyped(state: AppState): Typed {
  const heads = state.staff.filter(({ role }) => role === 'head')
  return {
    head: heads.length === 1 ? String(heads[0]?.id) : '',
    pin: '',
    key: firstPicked(state.office?.practice === true),
    folder: null,
    annexFor: null,
  }
}

/** The signing form of a period: what is typed, what is wrong, and the signing itself. */
export function useSign(
  period: Span & { pool: boolean },
  state: AppState,
  onWritten: (done: { written: SummaryExported; folder: string }) => void,
) {
  const say = useSay()
  const sayError = useSayError()
  const act = useAct('summary.export')
  const [typed, setTyped] = useState<Typed>(() => firstTyped(state))
  const [tried, setTried] = useState(false)
  const { order, wrong } = readOrder(typed)
  const refused = aboutPin(act.error) ? sayError(act.error) : null

  const sentence = (box: SignBox): string =>
    box === 'pin' && typed.pin !== ''
      ? say(texts.signIn.pinShape)
      : say(problems['input.required'], { field: say(signLabel[box]) })
  const complaints: Complaint[] = wrong.map((path) => ({
    path,
    where: '',
    message: sentence(path),
  }))

  const sign = () => {
    setTried(true)
    if (!order) return requestAnimationFrame(() => goToBox(wrong[0] ?? 'pin'))
    if (act.isPending) return
    act.mutate(
      { ...period, ...order },
      {
        onSuccess: (written) => onWritten({ written, folder: order.folder }),
        onError: (error) => aboutPin(error) && goToBox('pin'),
      },
    )
  }
  return {
    typed,
    sign,
    signing: act.isPending,
    error: refused ? null : act.error,
    complaints: tried ? complaints : [],
    set: (change: Partial<Typed>) => {
      act.reset()
      setTyped((all) => ({ ...all, ...change }))
    },
    box: (path: SignBox) => ({
      path,
      label: say(signLabel[path]),
      strict: tried,
      error: wrong.includes(path) ? sentence(path) : path === 'pin' ? refused : null,
    }),
  }
}
