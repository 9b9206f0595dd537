import type Database from 'better-sqlite3'
import type { CallInput } from '#core/contract.ts'
import { clusterPeople } from '#core/duplicate-clusters.ts'
import { randomFrom } from '#core/practice/random.ts'
import { foldKey } from '#core/text.ts'
import { findSimilar } from '../../../src/main/app/duplicates.ts'
import type { Office } from '../../../src/main/app/office.ts'
import { listBook } from '../../../src/main/db/duplicates.ts'
import { type BenchLine, type Figure, percentile, timeEach } from '../context.ts'

type Typed = CallInput<'person.similar'>

/** The check for double entries while a person is typed. */
export const duplicates: BenchLine = {
  name: 'duplicates',
  what: 'Tìm người trùng khi đang gõ (p95)',
  run: async ({ office, quick }) => {
    const { raw } = office.store
    const typed = typeAgain(raw, quick ? 90 : 300)
    const [first] = typed
    if (first) await findSimilar(office, first)
    const times = await timeEach(typed, (person) => findSimilar(office, person))
    const plain = plainCheck(raw)
    const baseline = await timeEach(typed, plain)
    return [
      {
        name: 'duplicate-check-p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        baseline: percentile(baseline, 0.95),
        target: 10,
      },
      ...(await clusterTime(office)),
    ]
  },
}

const most = 100_000

/**
 * Grouping the likely double entries of the first 100,000 people of the book, or of all where there are
 * fewer. The baseline is what linear growth allows: half as many people, twice.
 */
async function clusterTime(office: Office): Promise<Figure[]> {
  const book = (await listBook(office.store.db)).slice(0, most)
  const half = book.slice(0, book.length / 2)
  const nobodyDecided = () => false
  clusterPeople(half, nobodyDecided)
  // One run of seconds catches whatever else the machine does: the best of three, taken in turns.
  const turns = [half, book, half, book, half, book]
  const times = await timeEach(turns, (people) => clusterPeople(people, nobodyDecided))
  const best = (which: typeof book) => Math.min(...times.filter((_, i) => turns[i] === which))
  const [halfTime, time] = [best(half), best(book)]
  const name = 'duplicate-clusters-100000'
  return [{ name, value: time, unit: 'ms', baseline: 2 * halfTime, target: 10_000 }]
}

/** People of the book typed again, with more and more of them known, and some with slips. */
function typeAgain(raw: Database.Database, count: number): Typed[] {
  const random = randomFrom(99)
  const most = raw.prepare('select max(id) from person').pluck().get() as number
  const one = raw.prepare(
    `select person.*, address, commune_code, commune_from from person
     join household on household.id = household_id where person.id >= ? limit 1`,
  )
  return Array.from({ length: count }, (_none, index) => {
    const who = one.get(random.between(1, most)) as Record<string, string>
    const { name = '', birth_date: date = '', sex } = who
    const known = index % 6
    return {
      id: null,
      name: known === 4 ? foldKey(name) : known === 5 ? `${name}h` : name,
      birth: known > 0 ? { date, precision: known === 3 ? 'year' : 'day' } : null,
      sex: sex === 'male' ? 'male' : 'female',
      personalNumber: known === 2 ? (who.personal_number ?? null) : null,
      insuranceNumber: null,
      phone: who.phone ?? null,
      householdId: null,
      commune: { code: who.commune_code ?? '', validFrom: who.commune_from ?? '' },
      address: who.address ?? null,
    }
  })
}

/** The best plain query: the same number, phone, or name and birth date, each by an index. */
function plainCheck(raw: Database.Database): (typed: Typed) => unknown[] {
  const statement = raw.prepare(
    `select * from person where personal_number = ?
     union select * from person where phone = ?
     union select * from person where name_fold = ? and birth_date = ?`,
  )
  return ({ personalNumber, phone, name, birth }) =>
    statement.all(personalNumber, phone, foldKey(name), birth?.date ?? null)
}
