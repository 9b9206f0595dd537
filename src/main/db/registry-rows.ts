import { sql } from 'kysely'
import type { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { RegistryEnrolment } from '#core/contract.ts'
import type { EnrolmentState } from '#core/enrolment.ts'
import type { Collector, ParticipationKind, Scheme, Sex } from '#core/terms.ts'
import type { Db } from './kysely.ts'

/** A person with the household as the registry reads them, by place. */
export type PersonLine = {
  place: number
  id: number
  name: string
  birth_date: string
  birth_precision: 'day' | 'year'
  sex: Sex
  personal_number: string | null
  insurance_number: string | null
  phone: string | null
  household_id: number
  address: string
  household_phone: string | null
  commune_code: string
  commune_from: string
  /** Numbers of people who were merged into this one, with spaces between; null when there are none. */
  other_numbers: string | null
}

/** The people at given places, in that order. */
export async function readPeopleAt(db: Db, places: readonly number[]): Promise<PersonLine[]> {
  const { rows } = await sql<PersonLine>`
    select person.place, person.id, person.name, person.birth_date, person.birth_precision,
      person.sex, person.personal_number, person.insurance_number, person.phone,
      person.household_id, household.address, household.phone as household_phone,
      household.commune_code, household.commune_from,
      (select group_concat(number, ' ') from (
        select number from merged_number where person_id = person.id
        union all select phone from person as merged where merged_into = person.id
      )) as other_numbers
    from json_each(${JSON.stringify(places)}) as asked
    join person on person.place = asked.value
    join household on household.id = person.household_id
    order by person.place`.execute(db)
  return rows
}

type EnrolmentLine = {
  id: number
  person_id: number
  scheme: Scheme
  kind: ParticipationKind
  state: EnrolmentState
  signed_on: string
  valid_to: string
  collector: Collector
  conference_id: number | null
}

/** The enrolments of people that fit the filters, by person, newest first. */
export async function readFitting(
  db: Db,
  personIds: readonly number[],
  filters: RegistryFilters,
  byEnrolment: boolean,
): Promise<Map<number, RegistryEnrolment[]>> {
  let query = db
    .selectFrom('enrolment')
    .select(['id', 'person_id', 'scheme', 'kind', 'state', 'signed_on', 'valid_to', 'collector'])
    .select('conference_id')
    .where(
      'person_id',
      'in',
      sql<number>`(select value from json_each(${JSON.stringify(personIds)}))`,
    )
  if (filters.from) query = query.where('signed_on', '>=', filters.from)
  if (filters.to) query = query.where('signed_on', '<=', filters.to)
  if (filters.scheme) query = query.where('scheme', '=', filters.scheme)
  if (filters.kind) query = query.where('kind', '=', filters.kind)
  if (filters.collector) query = query.where('collector', '=', filters.collector)
  if (filters.state) query = query.where('state', '=', filters.state)
  if (filters.conferenceId) query = query.where('conference_id', '=', filters.conferenceId)
  if (filters.commune && byEnrolment) {
    query = query
      .where('commune_code', '=', filters.commune.code)
      .where('commune_from', '=', filters.commune.validFrom)
  }
  const lines = await query.execute()
  return byPerson(lines)
}

/** The newest enrolment of each scheme. */
export function newestByScheme(enrolments: readonly RegistryEnrolment[]): RegistryEnrolment[] {
  const newest = new Map<Scheme, RegistryEnrolment>()
  for (const enrolment of enrolments) {
    if (!newest.has(enrolment.scheme)) newest.set(enrolment.scheme, enrolment)
  }
  return [...newest.values()]
}

/** Puts months and money beside enrolments. */
export async function addAmounts(db: Db, enrolments: RegistryEnrolment[]): Promise<void> {
  if (enrolments.length === 0) return
  const rows = await db
    .selectFrom('enrolment')
    .select(['id', 'months', 'gross', 'payer'])
    .where(
      'id',
      'in',
      enrolments.map(({ id }) => id),
    )
    .execute()
  const amounts = new Map(rows.map(({ id, ...money }) => [id, money]))
  for (const enrolment of enrolments) enrolment.amounts = amounts.get(enrolment.id) ?? null
}

/** The other members of households with their places, for people in the registry only. */
export async function readMemberPlaces(
  db: Db,
  householdIds: readonly number[],
): Promise<{ household_id: number; place: number }[]> {
  const { rows } = await sql<{ household_id: number; place: number }>`
    select household_id, place from person
    where household_id in (select value from json_each(${JSON.stringify(householdIds)}))
      and place is not null`.execute(db)
  return rows
}

function byPerson(lines: readonly EnrolmentLine[]): Map<number, RegistryEnrolment[]> {
  const sorted = [...lines].sort((a, b) =>
    a.signed_on === b.signed_on ? b.id - a.id : a.signed_on < b.signed_on ? 1 : -1,
  )
  const people = new Map<number, RegistryEnrolment[]>()
  for (const line of sorted) {
    const known = people.get(line.person_id) ?? []
    people.set(line.person_id, known)
    known.push({
      id: line.id,
      scheme: line.scheme,
      kind: line.kind,
      state: line.state,
      signedOn: line.signed_on,
      validTo: line.valid_to,
      collector: line.collector,
      conferenceId: line.conference_id,
      amounts: null,
    })
  }
  return people
}

/** Every enrolment of a person, newest first, with months and money. */
export async function listLines(
  db: Db,
  personId: number,
): Promise<(RegistryEnrolment & { communeName: string; householdId: number })[]> {
  const rows = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('signed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    scheme: row.scheme,
    kind: row.kind,
    state: row.state,
    signedOn: row.signed_on,
    validTo: row.valid_to,
    collector: row.collector,
    conferenceId: row.conference_id,
    amounts: { months: row.months, gross: row.gross, payer: row.payer },
    communeName: row.commune_name,
    householdId: row.household_id,
  }))
}
