import type Database from 'better-sqlite3'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import { randomFrom } from '#core/practice/random.ts'
import { foldKey } from '#core/text.ts'
import { searchPeople } from '../../../src/main/app/registry.ts'
import { type BenchLine, percentile, timeEach } from '../context.ts'
import { type Asked, makeQueries } from '../queries.ts'

const firstRows = 50
const compared = 10

/** Search to the first 50 rows, as the window asks for it, over 200 different questions. */
export const search: BenchLine = {
  name: 'search',
  what: 'Tìm đến 50 dòng đầu, 200 câu hỏi khác nhau (p95)',
  run: async ({ office, quick }) => {
    const { raw } = office.store
    const queries = makeQueries(raw, randomFrom(42), quick ? 60 : 200)
    const ask = ({ query, filters, after }: Asked) =>
      searchPeople(office, {
        show: 'people',
        query,
        filters: RegistryFilters.parse(filters),
        after,
        limit: firstRows,
      })
    await ask({ query: 'khởi động', filters: {}, after: null })
    const times = await timeEach(queries, ask)
    const plain = queries.filter(
      ({ filters, after }) => Object.keys(filters).length === 0 && after === null,
    )
    const step = Math.max(1, Math.floor(plain.length / compared))
    const sample = plain.filter((_asked, index) => index % step === 0)
    const baseline = await timeEach(sample, ({ query }) => plainSearch(raw, query))
    return [
      {
        name: 'search-first-50-p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        baseline: percentile(baseline, 0.95),
        target: 15,
      },
    ]
  },
}

/** The best plain query: walk the index in name order and stop at 50, each word tested by `like`. */
function plainSearch(raw: Database.Database, query: string): unknown[] {
  const words = foldKey(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const tests = words.map((word) =>
    /^\d{4,}$/.test(word)
      ? `(person.personal_number like ? or person.personal_number like ?
          or person.phone like ? or person.phone like ? or household.phone like ?)`
      : `(' ' || person.name_fold like ? or ' ' || household.address_fold like ?)`,
  )
  const values = words.flatMap((word) =>
    /^\d{4,}$/.test(word)
      ? [`${word}%`, `%${word}`, `${word}%`, `%${word}`, `${word}%`]
      : [`% ${word}%`, `% ${word}%`],
  )
  return raw
    .prepare(
      `select person.id, person.name, person.birth_date, household.address
       from person join household on household.id = person.household_id
       where ${tests.join(' and ') || 'true'}
       order by person.name_sort limit ${firstRows}`,
    )
    .all(...values)
}
