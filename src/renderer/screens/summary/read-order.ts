import type { CallInput } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'
import { type KeyBox, type PickedKey, readPicked } from '../keys/picked-key.ts'

/** What the clerk and the head chose for signing; `null` paths are not chosen yet. */
export type Typed = {
  head: string
  pin: string
  key: PickedKey
  folder: string | null
  /** Fingerprint of the city's certificate for the lists with people, or null to leave them out. */
  annexFor: string | null
}

/** A signing order without its period. */
export type Order = Omit<CallInput<'summary.export'>, 'kind' | 'from' | 'to' | 'pool'>

/** The boxes of the signing form that can be wrong. */
export type SignBox = 'head' | 'pin' | KeyBox | 'folder'

/** Reads the signing form: the order when it is whole, and the boxes that are not right. */
export function readOrder(typed: Typed): { order: Order | null; wrong: SignBox[] } {
  const { head, pin, folder, annexFor } = typed
  const key = readPicked(typed.key)
  const wrong: SignBox[] = []
  if (head === '') wrong.push('head')
  if (!isPin(pin)) wrong.push('pin')
  if (typeof key === 'string') wrong.push(key)
  if (folder === null) wrong.push('folder')
  if (wrong.length > 0 || typeof key === 'string' || folder === null) return { order: null, wrong }
  const order = { headId: Number(head), pin, key, folder, ...(annexFor && { annexFor }) }
  return { order, wrong }
}
