import { fail, ok, type Result } from '#core/result.ts'
import type { PinState } from '#core/signing.ts'
import type { Certificate } from '../certificate.ts'
import type { SigningKey } from '../key.ts'
import { type Cryptoki, loadCryptoki } from './cryptoki.ts'
import { readHeld } from './held.ts'
import { pinStateOf } from './problems.ts'
import { findTokens, inSession } from './session.ts'
import { type KeyOnToken, openKeyOn } from './signing.ts'

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
export type TokenChoice = KeyOnToken & { driver: string }

// A driver may be started once in a process.
const drivers = new Map<string, Cryptoki>()

function openDriver(path: string): Result<Cryptoki> {
  try {
    const driver = drivers.get(path) ?? loadCryptoki(path)
    drivers.set(path, driver)
    return ok(driver)
  } catch {
    return fail('exchange.token-driver', { file: path })
  }
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
    cards.push({ label, serial, maker, model, pin: pinStateOf(token.flags), certificates })
  }
  return ok(cards)
}

/** The key of a certificate on a token, through the driver file of its maker; see `openKeyOn`. */
export async function openTokenKey(choice: TokenChoice, pin: string): Promise<Result<SigningKey>> {
  const driver = openDriver(choice.driver)
  return driver.ok ? openKeyOn(driver.value, choice, pin) : driver
}
