import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '#core/result.ts'
import type { Db } from '../db/kysely.ts'
import { recordTries, type StaffRow } from '../db/staff.ts'

const freeTries = 5

/** A PIN as the store keeps it: salted and stretched with scrypt. */
export function hashPin(pin: string): { pinSalt: Buffer; pinHash: Buffer } {
  const pinSalt = randomBytes(16)
  return { pinSalt, pinHash: stretch(pin, pinSalt) }
}

/**
 * Checks a PIN and keeps the count of wrong tries in the store, so that a restart does not reset
 * it: five free tries, then a wait that doubles each time (`session.wait`).
 */
export async function checkPin(
  db: Db,
  staff: StaffRow,
  pin: string,
  now: Date,
): Promise<Result<true>> {
  const wait = staff.lockedUntil === null ? 0 : Date.parse(staff.lockedUntil) - now.getTime()
  if (wait > 0) return fail('session.wait', { seconds: Math.ceil(wait / 1000) })
  if (timingSafeEqual(stretch(pin, staff.pinSalt), staff.pinHash)) {
    if (staff.failedTries > 0) {
      await recordTries(db, staff.id, { failedTries: 0, lockedUntil: null })
    }
    return ok(true)
  }
  const failedTries = staff.failedTries + 1
  const left = freeTries - failedTries
  const seconds = left > 0 ? 0 : Math.min(30 * 2 ** -left, 3600)
  const lockedUntil = seconds === 0 ? null : new Date(now.getTime() + seconds * 1000).toISOString()
  await recordTries(db, staff.id, { failedTries, lockedUntil })
  return seconds === 0 ? fail('session.wrong-pin', { left }) : fail('session.wait', { seconds })
}

function stretch(pin: string, salt: Buffer): Buffer {
  // One Unicode form, whatever keyboard a password was typed on.
  return scryptSync(pin.normalize('NFC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })
}
