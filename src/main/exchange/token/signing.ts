import { createHash } from 'node:crypto'
import { Integer, Sequence } from 'asn1js'
import { fail, ok, type Result } from '#core/result.ts'
import type { SigningKey } from '../key.ts'
import { fits, refusalOf, type Scheme } from '../schemes.ts'
import { type Cryptoki, longSize, restart } from './cryptoki.ts'
import { type Held, readHeld } from './held.ts'
import { ck } from './numbers.ts'
import { isWrongPin, pinProblem } from './problems.ts'
import {
  CallFailed,
  check,
  findObjects,
  findTokens,
  inSession,
  isThere,
  listLongs,
  login,
  longs,
  readLong,
  type TokenSlot,
} from './session.ts'

// How often in a row a wrong PIN was given, by serial number: the standard has no number of tries left.
const wrongPins = new Map<string, number>()

/** Goes on when the PIN was right; a wrong one is counted and answered with what the token says of it. */
function enter(driver: Cryptoki, session: number, token: TokenSlot, pin: string): Result<true> {
  const code = login(driver, session, pin)
  if (code === ck.OK) {
    wrongPins.delete(token.serial)
    return ok(true)
  }
  const wrong = (wrongPins.get(token.serial) ?? 0) + 1
  if (isWrongPin(code)) wrongPins.set(token.serial, wrong)
  const now = findTokens(driver).find(({ serial }) => serial === token.serial) ?? token
  const problem = pinProblem(code, now.flags, wrong)
  if (problem) return { ok: false, problem }
  throw new CallFailed(code)
}

/** Work with the private key of a certificate, signed in with the PIN and out again. */
function withKey<T>(
  driver: Cryptoki,
  token: TokenSlot,
  { id, pin }: { id: Uint8Array; pin: string },
  work: (session: number, key: number) => Result<T>,
): Result<T> {
  return inSession(driver, token, (session) => {
    const entered = enter(driver, session, token, pin)
    if (!entered.ok) return entered
    try {
      const [key] = findObjects(driver, session, ck.PRIVATE_KEY, id)
      if (key !== undefined) return work(session, key)
      // A driver may answer for a token that is out that there is nothing on it.
      if (isThere(driver, token)) return fail('exchange.token-no-key')
      throw new CallFailed(ck.TOKEN_NOT_PRESENT)
    } finally {
      driver.logout(session)
    }
  })
}

/** An ECDSA signature as tokens make it (r, s) in the form it has in CMS. */
function derSignature(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  const integer = (part: Uint8Array): Integer =>
    Integer.fromBigInt(BigInt(`0x${Buffer.from(part).toString('hex')}`))
  const value = [integer(raw.subarray(0, half)), integer(raw.subarray(half))]
  return new Uint8Array(new Sequence({ value }).toBER())
}

function signOnToken(
  driver: Cryptoki,
  session: number,
  key: number,
  { scheme, bytes }: { scheme: Scheme; bytes: Uint8Array },
): Uint8Array {
  const pss = longs(ck.SHA256, ck.MGF1_SHA256, 32)
  const mechanism =
    scheme === 'ecdsa-p256-sha256'
      ? { id: ck.ECDSA, parameter: null, length: 0 }
      : { id: ck.RSA_PKCS_PSS, parameter: pss, length: 3 * longSize }
  check(driver.signInit(session, mechanism, key))
  const digest = createHash('sha256').update(bytes).digest()
  const signature = Buffer.alloc(1024)
  const length = longs(signature.length)
  check(driver.sign(session, digest, digest.length, signature, length))
  const raw = signature.subarray(0, readLong(length))
  return scheme === 'ecdsa-p256-sha256' ? derSignature(raw) : Uint8Array.from(raw)
}

/** The token with this serial number, looked for twice: before and after a new start of the driver. */
function locate(driver: Cryptoki, serial: string): Result<TokenSlot> {
  const find = () => findTokens(driver).find((one) => one.serial === serial)
  const there = find()
  if (there) return ok(there)
  restart(driver)
  const back = find()
  return back ? ok(back) : fail('exchange.token-gone', { token: serial })
}

/** Which key of a driver's token: its serial number, its certificate's fingerprint. */
export type KeyOnToken = { serial: string; fingerprint: string }

function findHeld(driver: Cryptoki, choice: KeyOnToken): Result<{ token: TokenSlot; held: Held }> {
  const token = locate(driver, choice.serial)
  if (!token.ok) return token
  const all = inSession(driver, token.value, (session) => ok(readHeld(driver, session)))
  if (!all.ok) return all
  const held = all.value.find(({ certificate }) => certificate.fingerprint === choice.fingerprint)
  return held ? ok({ token: token.value, held }) : fail('exchange.token-no-key')
}

const mechanismOf = (scheme: Scheme): number =>
  scheme === 'ecdsa-p256-sha256' ? ck.ECDSA : ck.RSA_PKCS_PSS

/**
 * The key of a certificate on a token of a driver. The PIN is tried at once, so that a wrong one is said
 * before anything is counted or closed; the private key stays on the token, which signs a digest. Every
 * signature is checked against the certificate before it is given out.
 */
export async function openKeyOn(
  driver: Cryptoki,
  choice: KeyOnToken,
  pin: string,
): Promise<Result<SigningKey>> {
  const found = findHeld(driver, choice)
  if (!found.ok) return found
  const { token, held } = found.value
  const { certificate, id } = held
  const { scheme, node, name } = certificate
  if (!scheme) return { ok: false, problem: refusalOf(node.publicKey, name) }
  const known = listLongs((list, count) => driver.mechanisms(token.slot, list, count))
  if (!known.includes(mechanismOf(scheme)))
    return fail('exchange.token-no-mechanism', { token: token.label || token.serial })
  const tried = withKey(driver, token, { id, pin }, () => ok(true))
  if (!tried.ok) return tried
  const sign = async (bytes: Uint8Array): Promise<Result<Uint8Array>> => {
    const now = locate(driver, token.serial)
    if (!now.ok) return now
    const signed = withKey(driver, now.value, { id, pin }, (session, key) =>
      ok(signOnToken(driver, session, key, { scheme, bytes })),
    )
    if (!signed.ok || fits(scheme, node.publicKey, bytes, signed.value)) return signed
    return fail('exchange.token-no-key')
  }
  return ok({ certificate, scheme, sign })
}
