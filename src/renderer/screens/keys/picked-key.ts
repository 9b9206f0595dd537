import type { KeyChoice } from '#core/contract.ts'

/** A signing key as far as it is chosen; `null` and `''` are not chosen yet. */
export type PickedKey = {
  kind: KeyChoice['kind']
  path: string | null
  password: string
  /** Serial number and fingerprint of a certificate on a token, joined by a space. */
  token: string
  tokenPin: string
}

/** The boxes of a key that may not stay empty. */
export type KeyBox = 'keyFile' | 'token' | 'tokenPin'

/** Nothing chosen yet; a practice office begins with its practice key. */
export function firstPicked(practice: boolean): PickedKey {
  return { kind: practice ? 'practice' : 'file', path: null, password: '', token: '', tokenPin: '' }
}

/** The value of a certificate on a token in the list. */
export const tokenValue = (serial: string, fingerprint: string): string =>
  `${fingerprint} ${serial}`

/** The choice when it is whole, or else the name of the box that is empty. */
export function readPicked(picked: PickedKey): KeyChoice | KeyBox {
  const { kind, path, password, token, tokenPin } = picked
  if (kind === 'practice') return { kind }
  if (kind === 'file') return path === null ? 'keyFile' : { kind, path, password }
  if (token === '') return 'token'
  if (tokenPin === '') return 'tokenPin'
  const fingerprint = token.slice(0, 64)
  return { kind, serial: token.slice(65), fingerprint, tokenPin }
}
