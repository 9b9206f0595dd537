import type { Birth } from '#core/person.ts'
import type { Scheme } from '#core/terms.ts'
import type { Db } from './kysely.ts'

/** The person an id stands for now: somebody merged away stands for the one who was kept. */
export async function resolvePerson(db: Db, id: number): Promise<number | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? (row.merged_into ?? row.id) : null
}

/** The day of a form that has both people as members with the same scheme, or null. */
export async function sharedForm(db: Db, one: number, other: number): Promise<string | null> {
  const row = await db
    .selectFrom('enrolment as a')
    .innerJoin('enrolment as b', (join) =>
      join.onRef('b.draft_key', '=', 'a.draft_key').onRef('b.scheme', '=', 'a.scheme'),
    )
    .select('a.signed_on')
    .where('a.person_id', '=', one)
    .where('b.person_id', '=', other)
    .executeTakeFirst()
  return row?.signed_on ?? null
}

/**
 * Lets a person stand for another one: leaves the redirect, frees the numbers so that they find the
 * kept person, and moves the enrolments, whose amounts and days stay as they are. Answers the ids of
 * the enrolments moved.
 */
export async function redirectPerson(db: Db, keep: number, drop: number): Promise<number[]> {
  const { personal_number, insurance_number } = await db
    .selectFrom('person')
    .select(['personal_number', 'insurance_number'])
    .where('id', '=', drop)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('person')
    .set({ merged_into: keep, personal_number: null, insurance_number: null })
    .where('id', '=', drop)
    .execute()
  await db
    .updateTable('person')
    .set({ merged_into: keep })
    .where('merged_into', '=', drop)
    .execute()
  await db
    .updateTable('merged_number')
    .set({ person_id: keep })
    .where('person_id', '=', drop)
    .execute()
  const numbers = [personal_number, insurance_number].flatMap((number) => number ?? [])
  if (numbers.length > 0) {
    await db
      .insertInto('merged_number')
      .values(numbers.map((number) => ({ number, person_id: keep })))
      .onConflict((conflict) => conflict.column('number').doUpdateSet({ person_id: keep }))
      .execute()
  }
  const moved = await db
    .updateTable('enrolment')
    .set({ person_id: keep })
    .where('person_id', '=', drop)
    .returning('id')
    .execute()
  return moved.map(({ id }) => id)
}

/** Enrolments of a person signed as a first time that do not count as one, because an earlier does. */
export async function listNotFirst(
  db: Db,
  personId: number,
): Promise<{ id: number; scheme: Scheme; signed_on: string }[]> {
  return db
    .selectFrom('enrolment_counted')
    .select(['id', 'scheme', 'signed_on'])
    .where('person_id', '=', personId)
    .where('first_before', 'is not', null)
    .orderBy('signed_on')
    .orderBy('id')
    .execute()
}

/** The people merged into a person, and the numbers those had. */
export async function readMerged(
  db: Db,
  personId: number,
): Promise<{ people: { id: number; name: string; birth: Birth }[]; numbers: string[] }> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'birth_date', 'birth_precision'])
    .where('merged_into', '=', personId)
    .orderBy('id')
    .execute()
  const numbers = await db
    .selectFrom('merged_number')
    .select('number')
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return {
    people: people.map(({ id, name, birth_date, birth_precision }) => ({
      id,
      name,
      birth: { date: birth_date, precision: birth_precision },
    })),
    numbers: numbers.map(({ number }) => number),
  }
}
