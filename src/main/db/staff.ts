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
}

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
  const rows = await db
    .selectFrom('staff')
    .selectAll()
    .where('active', '=', 1)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    pinSalt: row.pin_salt,
    pinHash: row.pin_hash,
    failedTries: row.failed_tries,
    lockedUntil: row.locked_until,
  }))
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
