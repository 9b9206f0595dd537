import type { Selectable } from 'kysely'
import type { BirthPlace, Person, PersonDraft } from '#core/person.ts'
import { foldKey, sortKey } from '#core/text.ts'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** Where a person stands in the household's list. */
export type Place = { householdId: number; relation: string; position: number }

/** Adds a person and answers the id. `at` is an ISO instant. */
export async function addPerson(
  db: Db,
  draft: PersonDraft,
  place: Place,
  at: string,
): Promise<number> {
  const row = await db
    .insertInto('person')
    .values({ ...columns(draft, place), created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes a person's data over the old ones. */
export async function changePerson(
  db: Db,
  id: number,
  draft: PersonDraft,
  place: Place,
): Promise<void> {
  await db.updateTable('person').set(columns(draft, place)).where('id', '=', id).execute()
}

/** A person by id, or null; null also for somebody merged into another person, or erased. */
export async function readPerson(db: Db, id: number): Promise<Person | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row ? toPerson(row) : null
}

/**
 * The person who holds a personal number (12 digits) or an insurance number (10 digits), or whom its
 * holder was merged into; or null.
 */
export async function findByNumber(db: Db, number: string): Promise<Person | null> {
  const column = number.length === 12 ? 'personal_number' : 'insurance_number'
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where(column, '=', number)
    .executeTakeFirst()
  if (row) return toPerson(row)
  const merged = await db
    .selectFrom('merged_number')
    .select('person_id')
    .where('number', '=', number)
    .executeTakeFirst()
  return merged ? readPerson(db, merged.person_id) : null
}

/** The members of a household in the order of their list. */
export async function listMembers(db: Db, householdId: number): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toPerson)
}

function columns(draft: PersonDraft, place: Place) {
  return {
    household_id: place.householdId,
    relation: place.relation,
    position: place.position,
    name: draft.name,
    name_fold: foldKey(draft.name),
    name_sort: sortKey(draft.name),
    birth_date: draft.birth.date,
    birth_precision: draft.birth.precision,
    sex: draft.sex,
    personal_number: draft.personalNumber,
    insurance_number: draft.insuranceNumber,
    phone: draft.phone,
    email: draft.email,
    ethnicity: draft.ethnicity,
    nationality: draft.nationality,
    care_facility: draft.careFacility,
    birth_commune: draft.birthPlace?.commune ?? null,
    birth_district: draft.birthPlace?.district ?? null,
    birth_province: draft.birthPlace?.province ?? null,
    guardian: draft.guardian,
    delivery: draft.delivery,
  }
}

/** A stored row as a person. */
export function toPerson(row: Selectable<Tables['person']>): Person {
  return {
    id: row.id,
    householdId: row.household_id,
    relation: row.relation,
    position: row.position,
    name: row.name,
    birth: { date: row.birth_date, precision: row.birth_precision },
    sex: row.sex,
    personalNumber: row.personal_number,
    insuranceNumber: row.insurance_number,
    phone: row.phone,
    email: row.email,
    ethnicity: row.ethnicity,
    nationality: row.nationality,
    careFacility: row.care_facility,
    birthPlace: placeOf(row),
    guardian: row.guardian,
    delivery: row.delivery,
  }
}

function placeOf(row: Selectable<Tables['person']>): BirthPlace | null {
  const { birth_commune: commune, birth_district: district, birth_province: province } = row
  return commune || district || province ? { commune, district, province } : null
}

/** Every personal number in the store; practice data must not use one twice. */
export async function listNumbers(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('personal_number')
    .where('personal_number', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.personal_number ?? [])
}
