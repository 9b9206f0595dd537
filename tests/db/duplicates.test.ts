import { Kysely, SqliteDialect, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, SimilarPerson } from '#core/contract.ts'
import { must } from '#core/result.ts'
import { likeness } from '#core/similarity.ts'
import { decideNotSame, findSimilar } from '../../src/main/app/duplicates.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { findCandidates } from '../../src/main/db/duplicates.ts'
import type { Tables } from '../../src/main/db/tables.ts'
import { clerk, draft, type Made, makeOffice, member, soc } from '../support/office.ts'

type Typed = CallInput<'person.similar'>

let made: Made
let lanId: number

const typed = (known: Partial<Typed>): Typed => ({
  id: null,
  name: '',
  birth: null,
  sex: null,
  personalNumber: null,
  insuranceNumber: null,
  phone: null,
  householdId: null,
  commune: null,
  address: null,
  ...known,
})

const similar = (known: Partial<Typed>): Promise<SimilarPerson[]> =>
  findSimilar(made.office, typed(known))

const birth = { date: '1990-11-06', precision: 'day' } as const

beforeAll(async () => {
  made = await makeOffice()
  const members = [
    member({
      person: {
        name: 'Nguyễn Thị Lan',
        birth,
        sex: 'female',
        personalNumber: '001190000001',
        insuranceNumber: '0123456789',
        phone: '0912345678',
      },
    }),
    member({
      person: { name: 'Nguyễn Văn Hùng', birth: { date: '1988-02-01', precision: 'day' } },
    }),
  ]
  const household = { address: 'Số 12, Thôn Đông', phone: '0987000111' }
  const saved = must(await saveHousehold(made.office, clerk, draft({ household, members })))
  expect(saved.householdId).toBe(1)
  lanId = (await similar({ personalNumber: '001190000001' }))[0]?.personId ?? 0
})

describe('people like the one being typed', () => {
  it.each([
    ['personal number', { personalNumber: '001190000001' }, 'certain'],
    ['insurance number', { insuranceNumber: '0123456789' }, 'certain'],
    ['name and birth date', { name: 'nguyen thi lan', birth }, 'likely'],
    ['a name with a slip and birth date', { name: 'Nguyễn Thị Loan', birth }, 'possible'],
    [
      'name and a wrong digit of the year',
      { name: 'Nguyễn Thị Lan', birth: { ...birth, date: '1980-11-06' } },
      'possible',
    ],
    [
      'name and a swapped date',
      { name: 'Nguyễn Thị Lan', birth: { ...birth, date: '1990-06-11' } },
      'possible',
    ],
    ['name and phone', { name: 'Nguyễn Thị Lan', phone: '0912345678' }, 'possible'],
    ['name and household', { name: 'Nguyễn Thị Lan', householdId: 1 }, 'possible'],
    [
      'name and address',
      { name: 'Nguyễn Thị Lan', commune: soc, address: 'so 12, thon dong' },
      'possible',
    ],
  ] as const)('are found by %s', async (_by, known, certainty) => {
    const found = await similar(known)
    expect(found.map(({ name }) => name)).toEqual(['Nguyễn Thị Lan'])
    expect(found[0]?.certainty).toBe(certainty)
    expect(found[0]?.reasons.length).toBeGreaterThan(0)
  })

  it('are shown with a masked number, household and last terms', async () => {
    const [found] = await similar({ name: 'Nguyễn Thị Lan', birth })
    expect(found).toMatchObject({
      personalNumber: '001•••••0001',
      address: 'Số 12, Thôn Đông',
      communeName: 'Thị trấn Sóc Sơn',
      last: [{ scheme: 'bhxh-tn', kind: 'first' }],
    })
  })

  it('take half a number and an empty form for nothing', async () => {
    expect(await similar({ personalNumber: '0011900', phone: '09' })).toEqual([])
    expect(await similar({})).toEqual([])
    expect(await similar({ name: `"; drop table person --`, birth })).toEqual([])
  })

  it('leave the person out whose own entry is open', async () => {
    expect(await similar({ id: lanId, name: 'Nguyễn Thị Lan', birth })).toEqual([])
  })

  it('stay away once decided not to be the same, for what was typed and for the saved pair', async () => {
    const other = { name: 'Nguyễn Thị Lan', birth, sex: 'male' } as const
    expect(await similar(other)).toHaveLength(1)
    must(await decideNotSame(made.office, clerk, { person: typed(other), other: lanId }))
    expect(await similar(other)).toEqual([])
    expect(
      await similar({ ...other, birth: { ...birth, date: '1990-06-11' }, sex: null }),
    ).toHaveLength(1)

    const twin = member({ person: { name: 'Nguyễn Thị Lan', birth, personalNumber: null } })
    must(await saveHousehold(made.office, clerk, draft({ members: [twin] })))
    const found = await similar({ ...other, sex: 'female', personalNumber: '001190000001' })
    const twinId = found.find(({ personId }) => personId !== lanId)?.personId ?? 0
    expect(await similar({ id: lanId, name: 'Nguyễn Thị Lan', birth })).toHaveLength(1)
    const pair = { person: typed({ id: twinId, name: 'Nguyễn Thị Lan', birth }), other: lanId }
    must(await decideNotSame(made.office, clerk, pair))
    expect(await similar({ id: lanId, name: 'Nguyễn Thị Lan', birth })).toEqual([])
    expect(await similar({ id: twinId, name: 'Nguyễn Thị Lan', birth })).toEqual([])
    const same = await similar({ id: twinId, personalNumber: '001190000001' })
    expect(same[0]?.certainty).toBe('certain')
  })

  it('cannot be decided about somebody nobody knows', async () => {
    const refused = await decideNotSame(made.office, clerk, {
      person: typed({ name: 'A' }),
      other: 9999,
    })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'person.unknown' } })
  })
})

describe('the quick look by indexes', () => {
  it('misses nobody whom comparing with the whole book would find', async () => {
    made = await makeOffice({ now: '2024-12-20T03:00:00.000Z' })
    const order = { households: 150, seed: 5, from: '2024-11-01', to: '2024-11-30' }
    must(await addPracticeData(made.office, order, () => {}))
    const { db } = made.office.store
    const rows = await db
      .selectFrom('person')
      .innerJoin('household', 'household.id', 'person.household_id')
      .selectAll('person')
      .select(['address', 'commune_code', 'commune_from'])
      .execute()
    const book = rows.map((row) => ({
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
    }))
    let alike = 0
    for (const person of book.slice(0, 100)) {
      // The same person typed again, without a number and with a household not known yet.
      const again = { ...person, personalNumber: null, householdId: null }
      const expected = book.filter((known) => likeness(again, known)).map(({ id }) => id)
      const found = (await findCandidates(db, again)).filter((known) => likeness(again, known))
      expect(found.map(({ id }) => id).sort()).toEqual(expected.sort())
      alike += expected.length
    }
    expect(alike).toBeGreaterThanOrEqual(100)
  })

  it('asks indexes, never the whole book', async () => {
    const { raw } = made.office.store
    const seen: string[] = []
    const heard = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: raw }),
      log: ({ query }) => void seen.push(query.sql),
    })
    await findCandidates(heard, {
      ...typed({
        name: 'Nguyễn Văn An',
        birth,
        phone: '0900001234',
        personalNumber: '001190000001',
      }),
      commune: soc,
      address: 'Số 1, Thôn Đông',
    })
    expect(seen.length).toBeGreaterThan(2)
    for (const text of seen) {
      const plan = raw.prepare(`explain query plan ${text}`).all(...params(text)) as {
        detail: string
      }[]
      const scans = plan
        .map(({ detail }) => detail)
        .filter((detail) => /SCAN (person|household)\b/.test(detail))
      expect(scans, text).toEqual([])
    }
    expect((await sql`select 1`.execute(made.office.store.db)).rows).toHaveLength(1)
  })
})

const params = (text: string) => Array.from(text.matchAll(/\?/g), () => null)
