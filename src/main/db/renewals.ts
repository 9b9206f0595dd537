import { groupBy } from '#core/group.ts'
import type { CommuneRef } from '#core/household.ts'
import type { EndingTerm } from '#core/renewal.ts'
import type { PaymentMethod, Scheme } from '#core/terms.ts'
import type { StoredEnrolment } from './enrolments.ts'
import type { Db } from './kysely.ts'

/** Which last covered days are meant (inclusive ISO dates), and where; null means all. */
export type DueSpan = {
  from: string
  to: string
  commune: CommuneRef | null
  scheme: Scheme | null
}

/** How many people are covered last on each day of a span, by scheme. */
export async function countDue(
  db: Db,
  { from, to, commune, scheme }: DueSpan,
): Promise<{ validTo: string; scheme: Scheme; people: number }[]> {
  let query = db
    .selectFrom('coverage_count')
    .select(['valid_to as validTo', 'scheme', 'people'])
    .where('commune_code', '=', commune?.code ?? '')
    .where('commune_from', '=', commune?.validFrom ?? '')
    .where('valid_to', '>=', from)
    .where('valid_to', '<=', to)
    .where('people', '>', 0)
  query = query.where('scheme', 'in', scheme ? [scheme] : ['bhxh-tn', 'bhyt-hgd'])
  return query.execute()
}

/** A term that runs out with what the work list shows of the person. */
export type DueTerm = EndingTerm & {
  householdId: number
  name: string
  birth: { date: string; precision: 'day' | 'year' }
  insuranceNumber: string | null
  phone: string | null
  address: string
  communeName: string
  payer: number
}

/** A page of the people whose last covered day lies in a span, the earliest day first. */
export async function listDue(
  db: Db,
  span: DueSpan,
  page: { offset: number; limit: number },
): Promise<DueTerm[]> {
  // The page is cut from the index alone; only its rows are then looked up.
  const cut = dueIn(db, span)
    .select(['person_id', 'scheme'])
    .orderBy('valid_to')
    .orderBy('scheme')
    .orderBy('person_id')
    .limit(page.limit)
    .offset(page.offset)
    .as('cut')
  const rows = await db
    .selectFrom(cut)
    .innerJoin('coverage', (join) =>
      join
        .onRef('coverage.person_id', '=', 'cut.person_id')
        .onRef('coverage.scheme', '=', 'cut.scheme'),
    )
    .innerJoin('enrolment', 'enrolment.id', 'coverage.enrolment_id')
    .innerJoin('person', 'person.id', 'cut.person_id')
    .innerJoin('household', 'household.id', 'person.household_id')
    .selectAll('enrolment')
    .select([
      'person.household_id as lives_in',
      'person.name',
      'person.birth_date',
      'person.birth_precision',
      'person.insurance_number',
      'household.address',
    ])
    .select(({ fn }) => fn.coalesce('person.phone', 'household.phone').as('phone'))
    .orderBy('coverage.valid_to')
    .orderBy('coverage.scheme')
    .orderBy('coverage.person_id')
    .execute()
  return rows.map((row) => ({
    ...endingTerm(row),
    householdId: row.lives_in,
    name: row.name,
    birth: { date: row.birth_date, precision: row.birth_precision },
    insuranceNumber: row.insurance_number,
    phone: row.phone,
    address: row.address,
    communeName: row.commune_name,
    payer: row.payer,
  }))
}

function dueIn(db: Db, { from, to, commune, scheme }: DueSpan) {
  let query = db.selectFrom('coverage').where('valid_to', '>=', from).where('valid_to', '<=', to)
  if (commune) {
    query = query
      .where('commune_code', '=', commune.code)
      .where('commune_from', '=', commune.validFrom)
  }
  return scheme ? query.where('scheme', '=', scheme) : query
}

function endingTerm(row: StoredEnrolment): EndingTerm {
  return {
    enrolmentId: row.id,
    personId: row.person_id,
    scheme: row.scheme,
    signedOn: row.signed_on,
    validTo: row.valid_to,
    months: row.months,
    income: row.income,
    method: row.method as PaymentMethod | null,
    supportGroup: row.support_group,
    occupation: row.occupation,
    collector: row.collector,
  }
}

/** The terms of some households' members that run out in a span, in the order of each household's list. */
export async function listHouseholdTerms(
  db: Db,
  householdIds: readonly number[],
  span: { from: string; to: string },
): Promise<(EndingTerm & { householdId: number })[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('coverage', 'coverage.person_id', 'person.id')
    .innerJoin('enrolment', 'enrolment.id', 'coverage.enrolment_id')
    .selectAll('enrolment')
    .select('person.household_id as lives_in')
    .where('person.household_id', 'in', householdIds)
    .where('coverage.valid_to', '>=', span.from)
    .where('coverage.valid_to', '<=', span.to)
    .orderBy('person.household_id')
    .orderBy('person.position')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({ ...endingTerm(row), householdId: row.lives_in }))
}

/** Everything some people signed that was not cancelled, newest first. */
export async function listHistories(
  db: Db,
  personIds: readonly number[],
): Promise<Map<number, StoredEnrolment[]>> {
  const rows = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where('state', '!=', 'cancelled')
    .orderBy('signed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return groupBy(rows, (row) => row.person_id)
}

/** How many members of each household joined BHYT on the ladder in a calendar year. */
export async function countJoined(
  db: Db,
  householdIds: readonly number[],
  year: string,
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('enrolment')
    .select(({ fn }) => [
      'household_id as householdId',
      fn.count<number>('person_id').distinct().as('members'),
    ])
    .where('household_id', 'in', householdIds)
    .where('scheme', '=', 'bhyt-hgd')
    .where('state', '!=', 'cancelled')
    .where('position', 'is not', null)
    .where('signed_on', '>=', `${year}-01-01`)
    .where('signed_on', '<=', `${year}-12-31`)
    .groupBy('household_id')
    .execute()
  return new Map(rows.map((row) => [row.householdId, row.members]))
}
