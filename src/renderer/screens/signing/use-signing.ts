import { useState } from 'react'
import type { AppState } from '#core/contract.ts'
import { type Phrase, problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { ProblemError } from '../../api.ts'
import { type Complaint, goToBox } from '../../components/error-summary.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { firstPicked } from '../keys/picked-key.ts'
import { readSigning, type Signature, type SignBox, type Typed } from './read-signing.ts'

const { keys, summary } = texts

const labels = {
  reason: texts.cityReplies.reason,
  head: summary.head,
  pin: summary.pin,
  keyFile: keys.keyFile,
  token: keys.certificate,
  tokenPin: keys.tokenPin,
  folder: summary.folder,
}

/** Refusals that are about the PIN and belong beside its box. */
const aboutPin = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.problem.code === 'session.wrong-pin' || error.problem.code === 'session.wait')

/** The box for a reason: what it is called, and whether it may stay empty. */
export type ReasonBox = { label: Phrase; needed: boolean }

type SigningProps = {
  state: AppState
  /** The call that signs. */
  act: { error: unknown; isPending: boolean; reset: () => void }
  reason?: ReasonBox
  /** Signs; `onError` is to be told of a refusal. */
  onSign: (signature: Signature, onError: (error: unknown) => void) => void
}

/** A signing form: what is typed, what is wrong, and the signing itself. */
export type Signing = ReturnType<typeof useSigning>

/** What `SigningForm` shows and does. */
export function useSigning({ state, act, reason, onSign }: SigningProps) {
  const say = useSay()
  const sayError = useSayError()
  const heads = state.staff.filter(({ role }) => role === 'head')
  const practice = state.office?.practice === true
  const [typed, setTyped] = useState<Typed>(() => ({
    reason: '',
    head: heads.length === 1 ? String(heads[0]?.id) : '',
    pin: '',
    key: firstPicked(practice),
    folder: null,
  }))
  const [tried, setTried] = useState(false)
  const { signature, wrong } = readSigning(typed, reason?.needed === true)
  const refused = aboutPin(act.error) ? sayError(act.error) : null
  const labelOf = (path: SignBox) => say(path === 'reason' && reason ? reason.label : labels[path])
  const sentence = (path: SignBox): string =>
    path === 'pin' && typed.pin !== ''
      ? say(texts.signIn.pinShape)
      : say(problems['input.required'], { field: labelOf(path) })
  const complaints: Complaint[] = wrong.map((path) => ({
    path,
    where: '',
    message: sentence(path),
  }))
  const sign = () => {
    setTried(true)
    if (!signature) return requestAnimationFrame(() => goToBox(wrong[0] ?? 'pin'))
    if (!act.isPending) onSign(signature, (error) => aboutPin(error) && goToBox('pin'))
  }
  return {
    ...{ heads, practice, typed, sign, signing: act.isPending, asksReason: reason !== undefined },
    error: refused ? null : act.error,
    complaints: tried ? complaints : [],
    set: (change: Partial<Typed>) => {
      act.reset()
      setTyped((all) => ({ ...all, ...change }))
    },
    box: (path: SignBox) => ({
      path,
      label: labelOf(path),
      strict: tried,
      error: wrong.includes(path) ? sentence(path) : path === 'pin' ? refused : null,
    }),
  }
}
