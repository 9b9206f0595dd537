import type { Problem } from '#core/result.ts'
import type { PinState } from '#core/signing.ts'
import { ck } from './numbers.ts'

/** What the flags of a token (CK_TOKEN_INFO) say of its PIN. */
export function pinStateOf(flags: number): PinState {
  if (flags & ck.USER_PIN_LOCKED) return 'locked'
  if (flags & ck.USER_PIN_FINAL_TRY) return 'last-try'
  return flags & ck.USER_PIN_COUNT_LOW ? 'wrong-before' : 'good'
}

const wrongPinCodes: readonly number[] = [ck.PIN_INCORRECT, ck.PIN_INVALID, ck.PIN_LEN_RANGE]

/** Whether the answer to a login means that the PIN was wrong. */
export const isWrongPin = (code: number): boolean => wrongPinCodes.includes(code)

/**
 * What a refused login means to people, by the driver's code, the flags of the token after it and how many
 * wrong PINs were given in a row; null when it is not about the PIN.
 */
export function pinProblem(code: number, flags: number, wrong: number): Problem | null {
  if (code === ck.PIN_EXPIRED) return { code: 'exchange.token-pin-expired' }
  if (code === ck.USER_PIN_NOT_INITIALIZED) return { code: 'exchange.token-no-pin' }
  if (code !== ck.PIN_LOCKED && !isWrongPin(code)) return null
  const state = pinStateOf(flags)
  // Some drivers answer the try that locks the token with "wrong", and only its flags tell.
  if (code === ck.PIN_LOCKED || state === 'locked') return { code: 'exchange.token-pin-locked' }
  if (state === 'last-try') return { code: 'exchange.token-pin-last' }
  return { code: 'exchange.token-pin-wrong', values: { wrong } }
}

const goneCodes: readonly number[] = [
  ck.SLOT_ID_INVALID,
  ck.TOKEN_NOT_PRESENT,
  ck.TOKEN_NOT_RECOGNIZED,
  ck.DEVICE_REMOVED,
  ck.SESSION_CLOSED,
  ck.SESSION_HANDLE_INVALID,
]

/** Whether a driver's code says that the token, or the session with it, is no more. */
export const isGone = (code: number): boolean => goneCodes.includes(code)

/**
 * What a failed call means to people: drivers answer all sorts of codes once the token is out, so whether
 * it is still `there` decides first.
 */
export function callProblem(code: number, token: string, there: boolean): Problem {
  if (!there || isGone(code)) return { code: 'exchange.token-gone', values: { token } }
  return { code: 'exchange.token-failed', values: { token, reason: `0x${code.toString(16)}` } }
}
