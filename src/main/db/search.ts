import { sql } from 'kysely'
import type { RegistryFilters, RegistryShow } from '#core/contract/registry-calls.ts'
import type { RegistryEnrolment } from '#core/contract.ts'
import { readTyped, type TypedWord } from '#core/search-terms.ts'
import type { Db } from './kysely.ts'
import {
  addAmounts,
  newestByScheme,
  type PersonLine,
  readFitting,
  readMemberPlaces,
  readPeopleAt,
} from './registry-rows.ts'
import { type Match, matchOf } from './search-match.ts'

/** What is looked for: `after` is the `next` of the page before. */
export type RegistrySearch = {
  show: RegistryShow
  query: string
  filters: RegistryFilters
  after: string | null
  limit: number
  /** Milliseconds that counting may take; what is not counted by then is `more`. */
  patience?: number
}

/** One hit, before names of places and masks are put in. */
export type Hit = { person: PersonLine; enrolments: RegistryEnrolment[]; members: number | null }

/** A page of hits in Vietnamese order of names; see `RegistryPage`. */
export type HitPage = {
  hits: Hit[]
  total: { count: number; more: boolean } | null
  next: string | null
  /** How many people this page looked at. */
  looked: number
}

/** Counting stops here: "1.000+". */
export const mostCounted = 1000

const usualPatience = 2

/**
 * Most people looked at for one page. Filters that people match only in parts may need many; the page
 * is then short and `next` goes on, so no search takes long.
 */
const mostLookedAt = 600

/** People whose names match come first, then those who match by their address too. */
type Phase = { number: 0 | 1; match: string | null; any: string | null }

/** The next page of people, households or enrolments that match. */
export async function searchRegistry(db: Db, search: RegistrySearch): Promise<HitPage> {
  const byEnrolment = search.show === 'enrolments'
  const words = readTyped(search.query)
  const match = await matchOf(db, words, search.filters, byEnrolment)
  const looker = { db, search, words, needsEnrolment: byEnrolment || asksEnrolment(search.filters) }
  const { hits, next, looked } = await collect(looker, phasesOf(search.show, match))
  if (byEnrolment)
    await addAmounts(
      db,
      hits.flatMap(({ enrolments }) => enrolments),
    )
  const total = search.after === null ? await count(db, search, match, { hits, next }) : null
  return { hits, total, next, looked }
}

function asksEnrolment({ commune: _home, ...filters }: RegistryFilters): boolean {
  return Object.values(filters).some((value) => value !== null)
}

function phasesOf(show: RegistryShow, match: Match): Phase[] {
  // A household is listed once, so its members must come from one stream.
  if (show === 'households' || match.any === null)
    return [{ number: 0, match: match.any, any: match.any }]
  const phases: Phase[] = []
  if (match.names !== null) phases.push({ number: 0, match: match.names, any: match.any })
  if (match.rest !== null) phases.push({ number: 1, match: match.rest, any: match.any })
  return phases
}

type Looker = {
  db: Db
  search: RegistrySearch
  words: readonly TypedWord[]
  needsEnrolment: boolean
}

async function collect(
  looker: Looker,
  phases: readonly Phase[],
): Promise<{ hits: Hit[]; next: string | null; looked: number }> {
  const { search } = looker
  const [from = '0', start = beforeAll] = search.after?.split('.') ?? []
  const hits: Hit[] = []
  let [lines, looked] = [0, 0]
  // Once everybody found by name is known, asking for anybody and leaving these out is the quicker way.
  const named = search.after === null ? new Set<number>() : null
  for (const { number, match, any } of phases.filter((phase) => phase.number >= Number(from))) {
    let place = number === Number(from) ? Number(start) : Number(beforeAll)
    for (;;) {
      const batch = Math.min(largestBatch, Math.max(search.limit - lines, smallestBatch))
      const leftOut = number === 1 ? named : null
      const read = await readPlaces(looker.db, leftOut ? any : match, place, batch)
      const places = leftOut ? read.filter((one) => !leftOut.has(one)) : read
      if (number === 0) for (const one of places) named?.add(one)
      for (const hit of await look(looker, places, match)) {
        hits.push(hit)
        lines += search.show === 'enrolments' ? hit.enrolments.length : 1
        if (lines >= search.limit) {
          looked += places.indexOf(hit.person.place) + 1
          return { hits, next: `${number}.${hit.person.place}`, looked }
        }
      }
      place = read.at(-1) ?? place
      looked += places.length
      if (read.length < batch) break
      if (looked >= mostLookedAt) return { hits, next: `${number}.${place}`, looked }
    }
  }
  return { hits, next: null, looked }
}

const beforeAll = String(-(2 ** 52))
const smallestBatch = 20
const largestBatch = 200

/** Places that match, in order, from behind a place on; the row numbers of the index are the places. */
async function readPlaces(
  db: Db,
  match: string | null,
  after: number,
  limit: number,
): Promise<number[]> {
  // A bound number arrives as a real, and the index takes only whole numbers as a limit.
  const { rows } = await (match === null
    ? sql<{ place: number }>`select place from person where place > ${after}
        order by place limit ${limit}`
    : sql<{ place: number }>`select rowid as place from person_search
        where person_search match ${match} and rowid > cast(${after} as integer)
        order by rowid limit ${limit}`
  ).execute(db)
  return rows.map(({ place }) => place)
}

/** Reads the people at places and keeps those that fit everything that was asked. */
async function look(
  looker: Looker,
  places: readonly number[],
  match: string | null,
): Promise<Hit[]> {
  const hits = await fitting(looker, places)
  if (looker.search.show === 'enrolments') {
    return hits.map(({ person, enrolments }) => ({ person, enrolments, members: null }))
  }
  const compact = hits.map((hit) => ({ ...hit, enrolments: newestByScheme(hit.enrolments) }))
  return looker.search.show === 'people' ? compact : firstOfHousehold(looker, compact, match)
}

async function fitting(looker: Looker, places: readonly number[]): Promise<Hit[]> {
  const { db, search, words, needsEnrolment } = looker
  if (places.length === 0) return []
  const people = (await readPeopleAt(db, places)).filter((person) => hasDigits(person, words))
  const ids = people.map(({ id }) => id)
  const found = await readFitting(db, ids, search.filters, search.show === 'enrolments')
  return people
    .map((person) => ({ person, enrolments: found.get(person.id) ?? [], members: null }))
    .filter(({ enrolments }) => !needsEnrolment || enrolments.length > 0)
}

function hasDigits(person: PersonLine, words: readonly TypedWord[]): boolean {
  const asked = words.flatMap(({ digits }) => digits ?? [])
  if (asked.length === 0) return true
  const { personal_number, insurance_number, phone, household_phone, other_numbers } = person
  const others = other_numbers?.split(' ') ?? []
  const numbers = [personal_number, insurance_number, phone, household_phone, ...others]
  return asked.every((digits) =>
    numbers.some((number) => number?.startsWith(digits) || number?.endsWith(digits)),
  )
}

/** Keeps one hit for each household: the member who comes first among those that fit. */
async function firstOfHousehold(
  looker: Looker,
  hits: readonly Hit[],
  match: string | null,
): Promise<Hit[]> {
  const households = [...new Set(hits.map(({ person }) => person.household_id))]
  const members = await readMemberPlaces(looker.db, households)
  const last = hits.at(-1)?.person.place ?? 0
  const known = new Set(hits.map(({ person }) => person.place))
  const earlier = members.filter(({ place }) => place < last && !known.has(place))
  const others = await fitting(
    looker,
    await matching(
      looker.db,
      match,
      earlier.map(({ place }) => place),
    ),
  )
  const first = new Map<number, number>()
  for (const { person } of [...others, ...hits]) {
    const place = first.get(person.household_id) ?? person.place
    first.set(person.household_id, Math.min(place, person.place))
  }
  const sizes = new Map<number, number>()
  for (const { household_id: id } of members) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  return hits
    .filter(({ person }) => first.get(person.household_id) === person.place)
    .map((hit) => ({ ...hit, members: sizes.get(hit.person.household_id) ?? 1 }))
}

/** Those of the places that match. */
async function matching(
  db: Db,
  match: string | null,
  places: readonly number[],
): Promise<readonly number[]> {
  if (match === null || places.length === 0) return places
  const { rows } = await sql<{ place: number }>`select rowid as place from person_search
    where person_search match ${match}
      and rowid in (select value from json_each(${JSON.stringify(places)}))`.execute(db)
  return rows.map(({ place }) => place)
}

async function count(
  db: Db,
  { show, patience = usualPatience }: RegistrySearch,
  match: Match,
  { hits, next }: { hits: readonly Hit[]; next: string | null },
): Promise<{ count: number; more: boolean }> {
  const shown = hits.reduce(
    (sum, hit) => sum + (show === 'enrolments' ? hit.enrolments.length : 1),
    0,
  )
  if (next === null || show !== 'people' || !match.isSure)
    return { count: shown, more: next !== null }
  const start = performance.now()
  let place = Number(beforeAll)
  let n = 0
  // Rare people behind common words are found slowly; nobody waits for a number beside the list.
  for (let batch = 64; ; batch *= 2) {
    const places = await readPlaces(db, match.any, place, batch)
    n += places.length
    place = places.at(-1) ?? place
    if (places.length < batch) return { count: Math.min(n, mostCounted), more: n > mostCounted }
    if (n > mostCounted) return { count: mostCounted, more: true }
    if (performance.now() - start > patience) return { count: Math.max(n, shown), more: true }
  }
}
