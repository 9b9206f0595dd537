import type { CallInput } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'

/** What the clerk and the head chose for signing; `null` paths are not chosen yet. */
export type Typed = {
  head: string
  pin: string
  key: 'practice' | 'file'
  keyFile: string | null
  passphrase: string
  folder: string | null
}

/** A signing order without its period. */
export type Order = Omit<CallInput<'summary.export'>, 'kind' | 'from' | 'to' | 'pool'>

/** The boxes of the signing form that can be wrong. */
export type SignBox = 'head' | 'pin' | 'keyFile' | 'folder'

/** Reads the signing form: the order when it is whole, and the boxes that are not right. */
export function readOrder(typed: Typed): { order: Order | null; wrong: SignBox[] } {
  const { head, pin, key, keyFile, passphrase, folder } = typed
  const wrong: SignBox[] = []
  if (head === '') wrong.push('head')
  if (!isPin(pin)) wrong.push('pin')
  if (key === 'file' && keyFile === null) wrong.push('keyFile')
  if (folder === null) wrong.push('folder')
  if (wrong.length > 0 || folder === null) return { order: null, wrong }
  const signingKey: Order['key'] =
    key === 'file' && keyFile !== null
      ? { kind: 'file', path: keyFile, password: passphrase }
      : { kind: 'practice' }
  return { order: { headId: Number(head), pin, key: signingKey, folder }, wrong }
}
