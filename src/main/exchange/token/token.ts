import { createHash } from 'node:crypto'
import { Integer, Sequence } from 'asn1js'
import { fail, ok, type Result } from '#core/result.ts'
import type { PinState } from '#core/signing.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import type { SigningKey } from '../key.ts'
import { fits, refusalOf, type Scheme } from '../schemes.ts'
import { type Cryptoki, ck, loadCryptoki, longSize, restart } from './cryptoki.ts'
import {
  check,
  findObjects,
  findTokens,
  inSession,
  listLongs,
  login,
  longs,
  readAttribute,
  readLong,
  type TokenSlot,
} from './session.ts'

/** A token with its certificates, as it is shown; `pin` is what the token says of tries left. */
export type TokenCard = {
  label: string
  serial: string
  maker: string
  model: string
  pin: PinState
  certificates: Certificate[]
}

/** Which key to sign with: the driver file, the token's serial number, its certificate's fingerprint. */
export type TokenChoice = { driver: string; serial: string; fingerprint: string }

// A driver may be started once in a process.
const drivers = new Map<string, Cryptoki>()

// How often in a row a wrong PIN was given, by serial number: the standard has no number of tries left.
const wrongPins = new Map<string, number>()

function openDriver(path: string): Result<Cryptoki> {
  try {
    const driver = drivers.get(path) ?? loadCryptoki(path)
    drivers.set(path, driver)
    return ok(driver)
  } catch {
    return fail('exchange.token-driver', { file: path })
  }
}

function pinStateOf({ flags }: TokenSlot): PinState {
  if (flags & ck.USER_PIN_LOCKED) return 'locked'
  if (flags & ck.USER_PIN_FINAL_TRY) return 'last-try'
  return flags & ck.USER_PIN_COUNT_LOW ? 'few-tries' : 'good'
}

type Held = { certificate: Certificate; id: Uint8Array }

function readHeld(driver: Cryptoki, session: number): Held[] {
  return findObjects(driver, session, ck.CERTIFICATE).flatMap((object) => {
    const der = readAttribute(driver, session, object, ck.VALUE)
    const id = readAttribute(driver, session, object, ck.ID)
    const certificate = der && readCertificate(der)
    return certificate && id ? [{ certificate, id: Uint8Array.from(id) }] : []
  })
}

/** The tokens that are plugged in, with the certificates on them. Needs no PIN. */
export function listTokens(path: string): Result<TokenCard[]> {
  const driver = openDriver(path)
  if (!driver.ok) return driver
  const cards: TokenCard[] = []
  for (const token of findTokens(driver.value)) {
    const held = inSession(driver.value, token, (session) => ok(readHeld(driver.value, session)))
    if (!held.ok) return held
    const { label, serial, maker, model } = token
    const certificates = held.value.map(({ certificate }) => certificate)
    cards.push({ label, serial, maker, model, pin: pinStateOf(token), certificates })
  }
  return ok(cards)
}

/** A wrong PIN with how many there were in a row and what the token says of the tries left. */
function wrongPin(driver: Cryptoki, token: TokenSlot): Result<never> {
  const wrong = (wrongPins.get(token.serial) ?? 0) + 1
  wrongPins.set(token.serial, wrong)
  const now = findTokens(driver).find(({ serial }) => serial === token.serial) ?? token
  const state = pinStateOf(now)
  if (state === 'locked') return fail('exchange.token-pin-locked')
  if (state === 'last-try') return fail('exchange.token-pin-last', { wrong })
  if (state === 'few-tries') return fail('exchange.token-pin-few', { wrong })
  return fail('exchange.token-pin-wrong', { wrong })
}

/** Work with the private key of a certificate, signed in with the PIN and out again. */
function withKey<T>(
  driver: Cryptoki,
  token: TokenSlot,
  { id, pin }: { id: Uint8Array; pin: string },
  work: (session: number, key: number) => Result<T>,
): Result<T> {
  return inSession(driver, token, (session) => {
    const entered = login(driver, session, pin)
    if (!entered.ok)
      return entered.problem.code === 'exchange.token-pin-wrong' ? wrongPin(driver, token) : entered
    wrongPins.delete(token.serial)
    try {
      const [key] = findObjects(driver, session, ck.PRIVATE_KEY, id)
      return key === undefined ? fail('exchange.token-no-key') : work(session, key)
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

function findHeld(driver: Cryptoki, choice: TokenChoice): Result<{ token: TokenSlot; held: Held }> {
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
 * The key of a certificate on a token. The PIN is tried at once, so that a wrong one is said before
 * anything is counted or closed; the private key stays on the token, which signs a digest. Every
 * signature is checked against the certificate before it is given out.
 */
export async function openTokenKey(choice: TokenChoice, pin: string): Promise<Result<SigningKey>> {
  const driver = openDriver(choice.driver)
  if (!driver.ok) return driver
  const found = findHeld(driver.value, choice)
  if (!found.ok) return found
  const { token, held } = found.value
  const { certificate, id } = held
  const { scheme, node, name } = certificate
  if (!scheme) return { ok: false, problem: refusalOf(node.publicKey, name) }
  const known = listLongs((list, count) => driver.value.mechanisms(token.slot, list, count))
  if (!known.includes(mechanismOf(scheme)))
    return fail('exchange.token-no-mechanism', { token: token.label || token.serial })
  const tried = withKey(driver.value, token, { id, pin }, () => ok(true))
  if (!tried.ok) return tried
  const sign = async (bytes: Uint8Array): Promise<Result<Uint8Array>> => {
    const now = locate(driver.value, token.serial)
    if (!now.ok) return now
    const signed = withKey(driver.value, now.value, { id, pin }, (session, key) =>
      ok(signOnToken(driver.value, session, key, { scheme, bytes })),
    )
    if (!signed.ok || fits(scheme, node.publicKey, bytes, signed.value)) return signed
    return fail('exchange.token-no-key')
  }
  return ok({ certificate, scheme, sign })
}
