import type { Role } from '#core/terms.ts'
import type { Db } from './kysely.ts'

/** A person of the office with what is needed to check a PIN; `lockedUntil` is an ISO instant. */
export type StaffRow = {
  id: number
  name: string
  role: Role
  pinSalt: Buffer
  pinHash: Buffer
  failedTries: number
  lockedUntil: string | null
  /** Somebody else chose the PIN. */
  pinGiven: boolean
}

/** A person who may sign in, or could once. */
export type AnyStaff = StaffRow & { active: boolean }

/** Adds a person and answers the id. */
export async function addStaff(
  db: Db,
  person: { name: string; role: Role; pinSalt: Buffer; pinHash: Buffer },
): Promise<number> {
  const row = await db
    .insertInto('staff')
    .values({
      name: person.name,
      role: person.role,
      pin_salt: person.pinSalt,
      pin_hash: person.pinHash,
      locked_until: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Everybody who may sign in, in the order they were added. */
export async function listStaff(db: Db): Promise<StaffRow[]> {
  return (await allStaff(db)).filter(({ active }) => active)
}

/** Everybody who can or could sign in, in the order they were added. */
export async function allStaff(db: Db): Promise<AnyStaff[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    active: row.active === 1,
    pinSalt: row.pin_salt,
    pinHash: row.pin_hash,
    pinGiven: row.pin_given === 1,
    failedTries: row.failed_tries,
    lockedUntil: row.locked_until,
  }))
}

/** Renames a person, changes the role, or ends or restores the right to sign in. */
export async function changeStaff(
  db: Db,
  id: number,
  to: { name: string; role: Role; active: boolean },
): Promise<void> {
  await db
    .updateTable('staff')
    .set({ name: to.name, role: to.role, active: to.active ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** Gives a person another PIN and forgets wrong tries; `given` when somebody else chose it. */
export async function setPin(
  db: Db,
  id: number,
  pin: { pinSalt: Buffer; pinHash: Buffer; given: boolean },
): Promise<void> {
  await db
    .updateTable('staff')
    .set({
      pin_salt: pin.pinSalt,
      pin_hash: pin.pinHash,
      pin_given: pin.given ? 1 : 0,
      failed_tries: 0,
      locked_until: null,
    })
    .where('id', '=', id)
    .execute()
}

/** Keeps the count of wrong PINs, and until when the next try must wait. */
export async function recordTries(
  db: Db,
  staffId: number,
  tries: { failedTries: number; lockedUntil: string | null },
): Promise<void> {
  await db
    .updateTable('staff')
    .set({ failed_tries: tries.failedTries, locked_until: tries.lockedUntil })
    .where('id', '=', staffId)
    .execute()
}
