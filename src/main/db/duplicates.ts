import { sql } from 'kysely'
import { type Identity, mayBeSameName } from '#core/similarity.ts'
import type { ParticipationKind, Scheme, Sex } from '#core/terms.ts'
import { foldKey } from '#core/text.ts'
import type { Db } from './kysely.ts'

/** Somebody in the book who shares something with a typed person. */
export type Candidate = Identity & { id: number; birth: NonNullable<Identity['birth']>; sex: Sex }

/** Most people compared for one typed person. */
const mostCompared = 120

/**
 * People who share a number, a name and birth year, a birth date, a phone, a household or an address
 * with a typed person. Each question is answered by an index; none reads the whole book.
 */
export async function findCandidates(db: Db, typed: Identity): Promise<Candidate[]> {
  const fold = foldKey(typed.name)
  const ids = new Set<number>(await byNumber(db, typed))
  if (fold !== '') {
    const named = [...(await byBirth(db, typed, fold)), ...(await byPlace(db, typed))]
    for (const { id, name_fold } of named) {
      if (mayBeSameName(fold, name_fold)) ids.add(id)
    }
  }
  return readCandidates(db, [...ids].slice(0, mostCompared))
}

type Named = { id: number; name_fold: string }

async function byNumber(db: Db, typed: Identity): Promise<number[]> {
  const { personalNumber, insuranceNumber } = typed
  if (personalNumber === null && insuranceNumber === null) return []
  const { rows } = await sql<{ id: number }>`
    select id from person where personal_number = ${personalNumber}
    union select id from person where insurance_number = ${insuranceNumber}
    union select person_id from merged_number where number in (${personalNumber}, ${insuranceNumber})
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Limits keep a name or a day that very many share from costing more than the others. */
async function byBirth(db: Db, { birth }: Identity, fold: string): Promise<Named[]> {
  if (birth === null) return []
  const [year, month, day] = birth.date.split('-')
  const days = birth.precision === 'day' ? [birth.date, `${year}-${day}-${month}`] : []
  const { rows } = await sql<Named>`
    select * from (select id, name_fold from person
      where name_fold = ${fold} and birth_date between ${`${year}-01-01`} and ${`${year}-12-31`}
      limit 80)
    union select * from (select id, name_fold from person
      where name_fold = ${fold} and substr(birth_date, 5) = ${days[0]?.slice(4) ?? null} limit 80)
    union select * from (select id, name_fold from person
      where birth_date in (select value from json_each(${JSON.stringify(days)})) limit 600)
  `.execute(db)
  return rows
}

async function byPlace(db: Db, typed: Identity): Promise<Named[]> {
  const { phone, householdId, commune } = typed
  const address = foldKey(typed.address ?? '')
  const { rows } = await sql<Named>`
    select * from (select id, name_fold from person where phone = ${phone} limit 60)
    union select id, name_fold from person where household_id in (
      select ${householdId}
      union all select * from (select id from household where phone = ${phone} limit 20)
      union all select * from (select id from household
        where commune_code = ${commune?.code ?? null} and address_fold = ${address || null}
          and commune_from = ${commune?.validFrom ?? null} limit 20))
  `.execute(db)
  return rows
}

async function readCandidates(db: Db, ids: readonly number[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const rows = await identities(db).where('person.id', 'in', ids).execute()
  return rows.map(toCandidate)
}

const pageOfBook = 5000

/** Everybody in the book, in the order of their ids. */
export async function listBook(db: Db): Promise<Candidate[]> {
  const book: Candidate[] = []
  for (;;) {
    const rows = await identities(db)
      .where('person.id', '>', book.at(-1)?.id ?? 0)
      .orderBy('person.id')
      .limit(pageOfBook)
      .execute()
    book.push(...rows.map(toCandidate))
    if (rows.length < pageOfBook) return book
  }
}

function identities(db: Db) {
  return db
    .selectFrom('person')
    .innerJoin('household', 'household.id', 'person.household_id')
    .selectAll('person')
    .select(['household.commune_code', 'household.commune_from', 'household.address'])
    .where('person.merged_into', 'is', null)
}

function toCandidate(row: Awaited<ReturnType<ReturnType<typeof identities>['execute']>>[number]) {
  return {
    id: row.id,
    name: row.name,
    birth: { date: row.birth_date, precision: row.birth_precision },
    sex: row.sex,
    personalNumber: row.personal_number,
    insuranceNumber: row.insurance_number,
    phone: row.phone,
    householdId: row.household_id,
    commune: { code: row.commune_code, validFrom: row.commune_from },
    address: row.address,
  }
}

/** How somebody is named in a verdict: by id, or, before there is one, by what was typed. */
function nameInVerdict(person: Identity & { id: number | null }): string {
  if (person.id !== null) return `person:${person.id}`
  return `typed:${foldKey(person.name)}|${person.birth?.date ?? ''}|${person.personalNumber ?? ''}`
}

/** Remembers that two people were looked at and are not one. `at` is an ISO instant. */
export async function addVerdict(
  db: Db,
  person: Identity & { id: number | null },
  other: number,
  decided: { by: string; at: string },
): Promise<void> {
  await db
    .insertInto('person_verdict')
    .values({
      person_id: other,
      other: nameInVerdict(person),
      decided_by: decided.by,
      decided_at: decided.at,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'other']).doNothing())
    .execute()
}

/** Those of the people who were decided not to be this person, as typed or by id. */
export async function listDecided(
  db: Db,
  person: Identity & { id: number | null },
  others: readonly number[],
): Promise<Set<number>> {
  if (others.length === 0) return new Set()
  const names = [nameInVerdict(person), nameInVerdict({ ...person, id: null })]
  const about = await db
    .selectFrom('person_verdict')
    .select('person_id')
    .where('person_id', 'in', others)
    .where('other', 'in', names)
    .execute()
  const decided = new Set(about.map(({ person_id }) => person_id))
  if (person.id === null) return decided
  const back = await db
    .selectFrom('person_verdict')
    .select('other')
    .where('person_id', '=', person.id)
    .where(
      'other',
      'in',
      others.map((id) => `person:${id}`),
    )
    .execute()
  for (const { other } of back) decided.add(Number(other.slice('person:'.length)))
  return decided
}

/** Every pair of people of the book that was decided not to be one, lower id first. */
export async function listDecidedPairs(db: Db): Promise<[number, number][]> {
  const rows = await db
    .selectFrom('person_verdict')
    .select(['person_id', 'other'])
    .where('other', 'like', 'person:%')
    .execute()
  return rows.map(({ person_id, other }) => {
    const id = Number(other.slice('person:'.length))
    return [Math.min(id, person_id), Math.max(id, person_id)]
  })
}

/** The term of each scheme that runs longest, for several people. */
export async function readCoverage(
  db: Db,
  personIds: readonly number[],
): Promise<{ person_id: number; scheme: Scheme; valid_to: string; kind: ParticipationKind }[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('coverage')
    .innerJoin('enrolment', 'enrolment.id', 'coverage.enrolment_id')
    .select(['coverage.person_id', 'coverage.scheme', 'coverage.valid_to', 'enrolment.kind'])
    .where('coverage.person_id', 'in', personIds)
    .orderBy('coverage.scheme')
    .execute()
}
