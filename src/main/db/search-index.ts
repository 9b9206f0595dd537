import type Database from 'better-sqlite3'
import { type EnrolmentFacets, personTerms } from '#core/search-terms.ts'
import { freePlace, placeEverybody } from './name-order.ts'
import { prepared } from './prepared.ts'

/**
 * Keeps the search index true. Triggers note every person whose entry a change made old
 * (`search_todo`); this writes those entries anew, in the transaction of the change. It runs on the
 * raw connection because it runs with every save.
 */
export function keepSearch(raw: Database.Database): void {
  const noted = prepared(raw, 'select person_id as id, renamed from search_todo limit 1000')
  const done = prepared(raw, 'delete from search_todo where person_id = ?')
  const place = placer(raw)
  const entries = new Map<number, PersonEntry>()
  for (;;) {
    const todo = noted.all() as { id: number; renamed: number }[]
    if (todo.length === 0) break
    for (const { id, renamed } of todo) {
      // First, because making room may note this person's neighbours and them again.
      done.run(id)
      const entry = place(id, renamed === 1)
      if (entry) entries.set(id, entry)
      else entries.delete(id)
    }
  }
  // In rising order the index takes them as one piece; out of order each would become its own.
  const rising = [...entries.values()].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  const insert = inserter(raw)
  const termsOf = termsReader(raw)
  for (const entry of rising) insert.run(entry.place, termsOf(entry))
}

/** Share of people noted from which on making the whole index anew is faster. */
const wholeFrom = 0.25
const fewPeople = 2000

/** Rewrites the pieces of the index, so that words of entries taken out are no longer in them. */
export function purgeSearch(raw: Database.Database): void {
  raw.exec(`insert into person_search (person_search) values ('optimize')`)
}

/** Brings the index up to date after a migration or a change made by other means. */
export function catchUpSearch(raw: Database.Database): void {
  const count = (table: string) =>
    raw.prepare(`select count(*) from ${table}`).pluck().get() as number
  const noted = count('search_todo')
  if (noted === 0) return
  const isMost = noted > fewPeople && noted > wholeFrom * count('person')
  raw.transaction(isMost ? makeSearch : keepSearch)(raw)
}

/** Makes the whole index anew; `onProgress` is told how many people are in it. */
export function makeSearch(
  raw: Database.Database,
  onProgress: (people: number) => void = () => {},
): void {
  const set = (option: string, value: number) =>
    raw
      .prepare('insert into person_search (person_search, rank) values (?, cast(? as integer))')
      .run(option, value)
  raw.exec(`insert into person_search (person_search) values ('delete-all')`)
  raw.exec('delete from search_todo')
  set('hashsize', bulkHashSize)
  placeEverybody(raw)
  const chunk = raw.prepare(
    `${personColumns} where person.place > cast(? as integer) order by person.place limit 2000`,
  )
  const insert = inserter(raw)
  const termsOf = termsReader(raw)
  let [last, people] = [0, 0]
  for (;;) {
    const rows = chunk.all(last) as PersonEntry[]
    if (rows.length === 0) break
    for (const row of rows) insert.run(row.place, termsOf(row))
    last = rows.at(-1)?.place ?? last
    people += rows.length
    onProgress(people)
  }
  raw.exec(`insert into person_search (person_search) values ('optimize')`)
  set('hashsize', usualHashSize)
}

const usualHashSize = 1 << 20
const bulkHashSize = 64 << 20

type PersonEntry = {
  id: number
  place: number | null
  sort: string
  merged_into: number | null
  name: string
  personal_number: string | null
  insurance_number: string | null
  phone: string | null
  household_phone: string | null
  address: string
  commune_code: string
  commune_from: string
}

const personColumns = `select person.id, person.place, person.name_sort as sort, person.merged_into,
    person.name, person.personal_number, person.insurance_number, person.phone,
    household.phone as household_phone, household.address, household.commune_code,
    household.commune_from
  from person join household on household.id = person.household_id`

const inserter = (raw: Database.Database) =>
  prepared(raw, 'insert into person_search (rowid, terms) values (cast(? as integer), ?)')

/** Takes a person's old entry out and answers the new one with its place; null for nobody any more. */
function placer(raw: Database.Database): (id: number, renamed: boolean) => PersonEntry | null {
  const person = prepared(raw, `${personColumns} where person.id = ?`)
  const forget = prepared(raw, 'delete from person_search where rowid = cast(? as integer)')
  const setPlace = prepared(raw, 'update person set place = ? where id = ?')
  const note = prepared(
    raw,
    'insert into search_todo (person_id, renamed) values (?, 0) on conflict (person_id) do nothing',
  )
  const onMove = (moved: { id: number; place: number }[]) => {
    for (const { id, place } of moved) {
      forget.run(place)
      note.run(id)
    }
  }
  return (id, renamed) => {
    const row = person.get(id) as PersonEntry | undefined
    if (!row) return null
    if (row.place !== null) forget.run(row.place)
    const isGone = row.merged_into !== null
    if (row.place !== null && !renamed && !isGone) return row
    if (row.place !== null) setPlace.run(null, id)
    if (isGone) return null
    const place = freePlace(raw, row, onMove)
    setPlace.run(place, id)
    return { ...row, place }
  }
}

function termsReader(raw: Database.Database): (row: PersonEntry) => string {
  const enrolments = prepared(
    raw,
    `select scheme, kind, collector, state, signed_on as signedOn, commune_code as communeCode,
       commune_from as communeFrom, conference_id as conferenceId
     from enrolment where person_id = ?`,
  )
  const merged = prepared(raw, 'select name, phone from person where merged_into = ?')
  const numbers = prepared(raw, 'select number from merged_number where person_id = ?').pluck()
  return (row) => {
    const others = merged.all(row.id) as { name: string; phone: string | null }[]
    return personTerms({
      names: [row.name, ...others.map(({ name }) => name)],
      address: row.address,
      numbers: [
        ...[row.personal_number, row.insurance_number, row.phone, row.household_phone],
        ...others.map(({ phone }) => phone),
        ...(numbers.all(row.id) as string[]),
      ].filter((number) => number !== null),
      communeCode: row.commune_code,
      communeFrom: row.commune_from,
      enrolments: enrolments.all(row.id) as EnrolmentFacets[],
    })
  }
}
