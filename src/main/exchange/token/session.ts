import type { Result } from '#core/result.ts'
import { type Cryptoki, longSize } from './cryptoki.ts'
import { ck } from './numbers.ts'
import { callProblem, isGone } from './problems.ts'

/** A token that is plugged in: `slot` is the driver's number for it, `flags` the standard's. */
export type TokenSlot = {
  slot: number
  label: string
  serial: string
  maker: string
  model: string
  flags: number
}

/** Reads a CK_ULONG of this system. */
export function readLong(bytes: Buffer, at = 0): number {
  return Number(longSize === 8 ? bytes.readBigUInt64LE(at) : bytes.readUInt32LE(at))
}

/** Writes CK_ULONGs of this system one after the other. */
export function longs(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * longSize)
  for (const [place, value] of values.entries()) {
    if (longSize === 8) bytes.writeBigUInt64LE(BigInt(value), place * longSize)
    else bytes.writeUInt32LE(value, place * longSize)
  }
  return bytes
}

/** The numbers a driver lists: it is asked how many there are, then for them. */
export function listLongs(ask: (list: Buffer | null, count: Buffer) => number): number[] {
  const count = longs(0)
  if (ask(null, count) !== ck.OK) return []
  const list = Buffer.alloc(readLong(count) * longSize)
  if (ask(list, count) !== ck.OK) return []
  return Array.from({ length: readLong(count) }, (_, at) => readLong(list, at * longSize))
}

type RawInfo = Record<'label' | 'maker' | 'model' | 'serial', Uint8Array> & {
  flags: number | bigint
}

const shown = (text: Uint8Array): string =>
  Buffer.from(text)
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '')
    .trim()

function readSlot(driver: Cryptoki, slot: number): TokenSlot[] {
  const info: Partial<RawInfo> = {}
  if (driver.tokenInfo(slot, info) !== ck.OK) return []
  const { label, maker, model, serial, flags } = info as RawInfo
  const card = {
    label: shown(label),
    serial: shown(serial),
    maker: shown(maker),
    model: shown(model),
  }
  // A slot without a serial number is one that nobody has set up.
  return card.serial === '' ? [] : [{ slot, ...card, flags: Number(flags) }]
}

/** The tokens that are plugged in now. */
export function findTokens(driver: Cryptoki): TokenSlot[] {
  return listLongs((list, count) => driver.slots(1, list, count)).flatMap((slot) =>
    readSlot(driver, slot),
  )
}

/** Whether this token is still plugged in. */
export const isThere = (driver: Cryptoki, { serial }: TokenSlot): boolean =>
  findTokens(driver).some((one) => one.serial === serial)

/** A call that a driver refused, with its code; `inSession` makes a problem of it. */
export class CallFailed extends Error {
  code: number
  constructor(code: number) {
    super(`the driver answered ${code}`)
    this.code = code
  }
}

/** Stops the work in a session with the driver's code unless it is good. */
export function check(code: number): void {
  if (code !== ck.OK) throw new CallFailed(code)
}

/** Work in a session of a token, which is closed whatever happens; `code` of a failed call is a problem. */
export function inSession<T>(
  driver: Cryptoki,
  token: TokenSlot,
  work: (session: number) => Result<T>,
): Result<T> {
  const handle = longs(0)
  let session: number | null = null
  try {
    check(driver.openSession(token.slot, ck.SERIAL_SESSION, null, null, handle))
    session = readLong(handle)
    return work(session)
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    const name = token.label || token.serial
    return { ok: false, problem: callProblem(error.code, name, isThere(driver, token)) }
  } finally {
    if (session !== null) driver.closeSession(session)
  }
}

/** Objects of a class, of one id when given; handles. */
export function findObjects(
  driver: Cryptoki,
  session: number,
  kind: number,
  id?: Uint8Array,
): number[] {
  const kindBytes = longs(kind)
  const template = [
    { type: ck.CLASS, value: kindBytes, length: kindBytes.length },
    ...(id ? [{ type: ck.ID, value: id, length: id.length }] : []),
  ]
  check(driver.findInit(session, template, template.length))
  const found: number[] = []
  const [handle, count] = [longs(0), longs(0)]
  const most = 64
  while (found.length < most) {
    check(driver.find(session, handle, 1, count))
    if (readLong(count) === 0) break
    found.push(readLong(handle))
  }
  check(driver.findEnd(session))
  return found
}

const largestValue = 16 * 1024

/** One attribute of an object; null when it has none, or one of absurd size. */
export function readAttribute(
  driver: Cryptoki,
  session: number,
  object: number,
  type: number,
): Uint8Array | null {
  const value = Buffer.alloc(largestValue)
  const asked: { type: number; value: unknown; length: number | bigint } = {
    type,
    value,
    length: value.length,
  }
  const code = driver.attributes(session, object, asked, 1)
  if (isGone(code)) check(code)
  if (code !== ck.OK) return null
  const length = Number(asked.length)
  return length <= value.length ? value.subarray(0, length) : null
}

/** Signs in with a PIN and answers the driver's code, which is good when a session was signed in already. */
export function login(driver: Cryptoki, session: number, pin: string): number {
  const bytes = Buffer.from(pin, 'utf8')
  const code = driver.login(session, ck.USER, bytes, bytes.length)
  bytes.fill(0)
  return code === ck.USER_ALREADY_LOGGED_IN ? ck.OK : code
}
