import type { Db } from './kysely.ts'

/** The stored rows of a person, as they are: for the person who asks for them. */
export async function readPersonRows(db: Db, id: number) {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const household = await db
    .selectFrom('household')
    .selectAll()
    .where('id', '=', person.household_id)
    .executeTakeFirstOrThrow()
  const merged = await db.selectFrom('person').selectAll().where('merged_into', '=', id).execute()
  const enrolments = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('signed_on')
    .execute()
  return { person, household, merged, enrolments }
}

/** The rows of rosters whose sign-ups are among these keys. */
export async function listPersonAttendances(db: Db, keys: readonly string[]) {
  if (keys.length === 0) return []
  return db.selectFrom('attendee').selectAll().where('lead_key', 'in', keys).execute()
}
