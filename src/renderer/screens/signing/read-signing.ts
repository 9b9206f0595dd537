import type { KeyChoice } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'
import { type KeyBox, type PickedKey, readPicked } from '../keys/picked-key.ts'

/** What the clerk and the head chose for signing; `null` paths are not chosen yet. */
export type Typed = {
  reason: string
  head: string
  pin: string
  key: PickedKey
  folder: string | null
}

/** On whose word what is signed: the head with the PIN, the key, where it goes; the reason may be empty. */
export type Signature = {
  reason: string
  headId: number
  pin: string
  key: KeyChoice
  folder: string
}

/** The boxes of a signing form that can be wrong. */
export type SignBox = 'reason' | 'head' | 'pin' | KeyBox | 'folder'

/** Reads a signing form: the signature when it is whole, and the boxes that are not right. */
export function readSigning(
  typed: Typed,
  needsReason: boolean,
): { signature: Signature | null; wrong: SignBox[] } {
  const { head, pin, folder } = typed
  const reason = typed.reason.replace(/\s+/g, ' ').trim()
  const key = readPicked(typed.key)
  const wrong: SignBox[] = []
  if (needsReason && reason === '') wrong.push('reason')
  if (head === '') wrong.push('head')
  if (!isPin(pin)) wrong.push('pin')
  if (typeof key === 'string') wrong.push(key)
  if (folder === null) wrong.push('folder')
  if (wrong.length > 0 || typeof key === 'string' || folder === null)
    return { signature: null, wrong }
  return { signature: { reason, headId: Number(head), pin, key, folder }, wrong }
}
