import { sql } from 'kysely'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { EnrolmentRow } from '#core/contract.ts'
import { readTyped } from '#core/search-terms.ts'
import { maskNumber } from './enrolments.ts'
import type { Db } from './kysely.ts'
import { mostCounted } from './search.ts'
import { matchOf } from './search-match.ts'

/** Which lines of the register to show; days are inclusive ISO dates. */
export type EnrolmentFilter = {
  from: string | null
  to: string | null
  query: string
  conferenceId: number | null
  limit: number
}

/**
 * The register, newest first, with personal numbers masked, and how many lines match in all; for a
 * text that thousands of people match, counting stops at 1,001.
 */
export async function listEnrolments(
  db: Db,
  filter: EnrolmentFilter,
): Promise<{ rows: EnrolmentRow[]; total: number }> {
  const found = await findPeople(db, filter)
  const matching = filtered(db, filter, found)
  // Counting everybody of a common name would look at most of the book.
  const counted = found === null || 'ids' in found ? matching : matching.limit(mostCounted + 1)
  const { total } = await db
    .selectFrom(counted.select('enrolment.id').as('counted'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .selectAll('enrolment')
    .select([
      'person.name',
      'person.birth_date',
      'person.birth_precision',
      'person.personal_number',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('period')
          .select('period.id')
          .where('period.state', '=', 'closed')
          .whereRef('period.from_date', '<=', 'enrolment.signed_on')
          .whereRef('period.to_date', '>=', 'enrolment.signed_on'),
      ).as('locked'),
    )
    .orderBy('enrolment.signed_on', 'desc')
    .orderBy('enrolment.id', 'desc')
    .limit(filter.limit)
    .execute()
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      householdId: row.household_id,
      personId: row.person_id,
      name: row.name,
      birth: row.birth_date,
      birthPrecision: row.birth_precision,
      personalNumber: row.personal_number === null ? null : maskNumber(row.personal_number),
      scheme: row.scheme,
      kind: row.kind,
      signedOn: row.signed_on,
      months: row.months,
      payer: row.payer,
      gross: row.gross,
      state: row.state,
      communeName: row.commune_name,
      collector: row.collector,
      occupation: row.occupation,
      conferenceId: row.conference_id,
      locked: Boolean(row.locked),
    })),
  }
}

/** Who is meant by the text: by id when they are few, else by the question the index answers. */
type Found = { ids: number[] } | { match: string }

const fewPeople = 2000

async function findPeople(db: Db, filter: EnrolmentFilter): Promise<Found | null> {
  const words = readTyped(filter.query)
  if (words.length === 0) return null
  const { from, to, conferenceId } = filter
  const narrowed = RegistryFilters.parse({ from, to, conferenceId })
  const { any } = await matchOf(db, words, narrowed, true)
  if (any === null) return null
  const { rows } = await sql<{ id: number }>`select person.id from
      (select rowid as place from person_search where person_search match ${any}
        limit ${fewPeople + 1}) as found
    join person on person.place = found.place`.execute(db)
  return rows.length > fewPeople ? { match: any } : { ids: rows.map(({ id }) => id) }
}

function filtered(db: Db, filter: EnrolmentFilter, found: Found | null) {
  let query = db.selectFrom('enrolment').innerJoin('person', 'person.id', 'enrolment.person_id')
  if (filter.from) query = query.where('enrolment.signed_on', '>=', filter.from)
  if (filter.to) query = query.where('enrolment.signed_on', '<=', filter.to)
  if (filter.conferenceId) query = query.where('enrolment.conference_id', '=', filter.conferenceId)
  if (found && 'ids' in found) {
    const ids = sql<number>`(select value from json_each(${JSON.stringify(found.ids)}))`
    query = query.where('enrolment.person_id', 'in', ids)
  } else if (found) {
    // So common that the newest lines are soon found by asking about each.
    query = query.where(
      sql<boolean>`exists (select 1 from person_search
        where person_search match ${found.match} and rowid = person.place)`,
    )
  }
  return query
}
