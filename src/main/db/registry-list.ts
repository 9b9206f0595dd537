import { sql } from 'kysely'
import { largestPage, RegistryFilters } from '#core/contract/registry-calls.ts'
import type { RegisterWish } from '#core/register-table.ts'
import { readTyped } from '#core/search-terms.ts'
import type { Db } from './kysely.ts'
import {
  addAmounts,
  newestByScheme,
  readFitting,
  readMemberPlaces,
  readPeopleAt,
} from './registry-rows.ts'
import { type Hit, searchRegistry } from './search.ts'
import { matchOf } from './search-match.ts'

/** A part of a list in Vietnamese order of names; `looked` of `total` people have been looked at. */
export type ListPart = { hits: Hit[]; looked: number; total: number }

/** Everything of the register that a list is to hold, part by part. */
export async function* walkRegister(db: Db, wish: RegisterWish): AsyncGenerator<ListPart> {
  if (wish.chosen === null) yield* walkMatches(db, wish)
  else yield* walkChosen(db, wish.show, wish.chosen)
}

async function* walkMatches(
  db: Db,
  { show, query, filters }: RegisterWish,
): AsyncGenerator<ListPart> {
  const total = await countCandidates(db, { show, query, filters })
  let looked = 0
  let after: string | null = null
  do {
    const search = { show, query, filters, after, limit: largestPage, patience: 0 }
    const page = await searchRegistry(db, search)
    looked += page.looked
    yield { hits: page.hits, looked: Math.min(looked, total), total }
    after = page.next
  } while (after !== null)
}

async function countCandidates(
  db: Db,
  { show, query, filters }: Omit<RegisterWish, 'chosen'>,
): Promise<number> {
  const { any } = await matchOf(db, readTyped(query), filters, show === 'enrolments')
  const { rows } = await (any === null
    ? sql<{ n: number }>`select count(*) as n from person where place is not null`
    : sql<{ n: number }>`select count(*) as n from person_search where person_search match ${any}`
  ).execute(db)
  return rows[0]?.n ?? 0
}

const everything = RegistryFilters.parse({})

async function* walkChosen(
  db: Db,
  show: RegisterWish['show'],
  chosen: readonly number[],
): AsyncGenerator<ListPart> {
  const byEnrolment = show === 'enrolments'
  const places = await placesOf(db, byEnrolment, chosen)
  const wanted = new Set(chosen)
  for (let at = 0; at < places.length; at += largestPage) {
    const people = await readPeopleAt(db, places.slice(at, at + largestPage))
    const ids = people.map(({ id }) => id)
    const found = await readFitting(db, ids, everything, byEnrolment)
    const sizes = show === 'households' ? await householdSizes(db, people) : null
    const hits = people.map((person) => {
      const all = found.get(person.id) ?? []
      const enrolments = byEnrolment ? all.filter(({ id }) => wanted.has(id)) : newestByScheme(all)
      return { person, enrolments, members: sizes?.get(person.household_id) ?? null }
    })
    if (byEnrolment) {
      await addAmounts(
        db,
        hits.flatMap(({ enrolments }) => enrolments),
      )
    }
    yield { hits, looked: Math.min(at + largestPage, places.length), total: places.length }
  }
}

/** Where chosen people, or the people of chosen enrolments, stand in the register, in order. */
async function placesOf(db: Db, byEnrolment: boolean, ids: readonly number[]): Promise<number[]> {
  const asked = sql`select value from json_each(${JSON.stringify(ids)})`
  const people = byEnrolment ? sql`select person_id from enrolment where id in (${asked})` : asked
  const { rows } = await sql<{ place: number }>`select place from person
    where id in (${people}) and place is not null order by place`.execute(db)
  return rows.map(({ place }) => place)
}

async function householdSizes(
  db: Db,
  people: readonly Hit['person'][],
): Promise<Map<number, number>> {
  const ids = [...new Set(people.map(({ household_id }) => household_id))]
  const sizes = new Map<number, number>()
  for (const { household_id: id } of await readMemberPlaces(db, ids)) {
    sizes.set(id, (sizes.get(id) ?? 0) + 1)
  }
  return sizes
}
