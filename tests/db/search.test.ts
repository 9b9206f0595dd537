import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { HouseholdEnrolmentDraft } from '#core/enrolment.ts'
import { randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { foldKey, sortKey } from '#core/text.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { searchRegistry } from '../../src/main/db/search.ts'
import { makeSearch } from '../../src/main/db/search-index.ts'
import { clerk, draft, type Made, makeOffice, member, newBhyt, soc } from '../support/office.ts'

let made: Made

const named = (name: string, more: Partial<ReturnType<typeof member>['person']> = {}) =>
  member({ person: { name, ...more } })

const save = async (changes: Parameters<typeof draft>[0]) =>
  must(await saveHousehold(made.office, clerk, draft(changes)))

type Ask = Partial<Parameters<typeof searchRegistry>[1]>

const ask = (query: string, more: Ask = {}) =>
  searchRegistry(made.office.store.db, {
    show: 'people',
    query,
    filters: RegistryFilters.parse({}),
    after: null,
    limit: 50,
    ...more,
  })

const filtered = (filters: Partial<RegistryFilters>): Ask => ({
  filters: RegistryFilters.parse(filters),
})

const names = async (query: string, more: Ask = {}) =>
  (await ask(query, more)).hits.map(({ person }) => person.name)

beforeAll(async () => {
  made = await makeOffice()
})

describe('finding people', () => {
  beforeAll(async () => {
    await save({
      household: { address: 'Số 12, Thôn Đông', phone: '0912345678' },
      members: [
        named('Đỗ Thị Hường', { personalNumber: '001182654321', insuranceNumber: '0123456789' }),
        named('Nguyễn Đức Thủy', { phone: '0987654321' }),
        named("H'Hen Niê Kđăm"),
      ],
    })
    await save({ household: { address: 'Số 7, Xóm Hường' }, members: [named('Lê Văn An')] })
  })

  it.each([
    ['do thi huong', 'Đỗ Thị Hường'],
    ['ĐỖ THỊ HƯỜNG'.normalize('NFD'), 'Đỗ Thị Hường'],
    ['huong do', 'Đỗ Thị Hường'],
    ['hu d t', 'Đỗ Thị Hường'],
    ['duc thuỷ', 'Nguyễn Đức Thủy'],
    ['h hen', "H'Hen Niê Kđăm"],
    ["h'hen kdam", "H'Hen Niê Kđăm"],
  ])('finds %s without marks, in any order and by the start of words', async (query, name) => {
    expect((await names(query))[0]).toBe(name)
  })

  it.each([
    ['001182654321'],
    ['0011'],
    ['00118265432'],
    ['4321'],
    ['182654321'],
    ['0123456789'],
    ['6789'],
    ['GD4 01 0123456789'],
    ['0912 345 678'],
    ['+84912345678'],
    ['09123'],
    ['345678'],
    ['huong 2654321'],
    ['4321 do'],
  ])('finds a person by the number or phone %s', async (query) => {
    expect(await names(query)).toContain('Đỗ Thị Hường')
  })

  it('takes no middle part of a number and no wrong one', async () => {
    expect(await names('26543')).toEqual([])
    expect(await names('001182654322')).toEqual([])
    expect(await names('00118265431')).toEqual([])
    expect(await names('lan 001182654321')).toEqual([])
  })

  it('finds by address, behind those whose name fits', async () => {
    expect(await names('so 12 thon dong')).toHaveLength(3)
    expect(await names('12 hen')).toEqual(["H'Hen Niê Kđăm"])
    expect(await names('huong')).toEqual(['Đỗ Thị Hường', 'Lê Văn An'])
  })

  it.each([
    ...['"', '*', '(', ')', 'NEAR', ':', '" * ( ) NEAR :', 'NEAR(a b, 2)', 'terms:huong', '^huong'],
    ...[
      'huong AND',
      'OR',
      'NOT',
      'a OR b',
      '-huong',
      '{terms}: x',
      "';DROP TABLE person",
      '%',
      '_',
    ],
    ...['<img src=x onerror=alert(1)>', '\u0000', '\uD800', 'ﷺ', '=e', '@thon', '#0011', '~1234'],
    ...['a'.repeat(200), '('.repeat(200), '9'.repeat(200), 'x '.repeat(100), '+'.repeat(50)],
  ])('[A69] takes %j as text and never throws', async (query) => {
    const { hits } = await ask(query)
    for (const { person } of hits) {
      const whole = foldKey(`${person.name} ${person.address}`)
      const typed = foldKey(query).split(/[^\p{L}\p{N}]+/u)
      for (const word of typed.filter((each) => /^\p{L}+$/u.test(each)))
        expect(whole).toContain(word)
    }
  })

  it('sees a saved household at once, and not one that was refused', async () => {
    expect(await names('khuất thị thử nghiệm')).toEqual([])
    const refused = draft({ signedOn: '2024-12-30', members: [named('Khuất Thị Thử Nghiệm')] })
    expect((await saveHousehold(made.office, clerk, refused)).ok).toBe(false)
    expect(await names('thu nghiem khuat')).toEqual([])
    await save({ members: [named('Khuất Thị Thử Nghiệm')] })
    expect(await names('thu nghiem khuat')).toEqual(['Khuất Thị Thử Nghiệm'])
  })

  it('follows a change of name, number, address and phone in the same transaction', async () => {
    const first = await save({ members: [named('Chu Văn Cũ')] })
    const { hits } = await ask('chu van cu')
    const found = hits[0]?.person
    const changed = draft({
      household: { id: first.householdId, address: 'Số 99, Làng Mới', phone: '0977000111' },
      members: [{ ...named('Tạ Văn Mới'), bhxh: null, bhyt: newBhyt }],
    })
    const [someone] = changed.members
    if (!someone || !found) throw new Error('nobody')
    someone.person.id = found.id
    must(await saveHousehold(made.office, clerk, changed))
    expect(await names('chu van cu')).toEqual([])
    expect(await names('ta moi')).toEqual(['Tạ Văn Mới'])
    expect(await names('lang moi 99')).toEqual(['Tạ Văn Mới'])
    expect(await names('0977000111')).toEqual(['Tạ Văn Mới'])
  })
})

describe('lists', () => {
  beforeAll(async () => {
    made = await makeOffice()
    const order = { households: 120, seed: 7, from: '2024-11-01', to: '2024-11-30' }
    made.clock.at = '2024-12-20T03:00:00.000Z'
    must(await addPracticeData(made.office, order, () => {}))
  })

  const everybody = async () =>
    (await sql<{ name: string }>`select name from person`.execute(made.office.store.db)).rows.map(
      ({ name }) => name,
    )

  const pages = async (query: string, more: Ask, limit: number) => {
    const found = []
    let after: string | null = null
    do {
      const page = await ask(query, { ...more, after, limit })
      found.push(...page.hits)
      after = page.next
    } while (after !== null)
    return found
  }

  const inOrder = (list: string[]) =>
    [...list].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0))

  it('shows everybody in Vietnamese order, page by page, each once', async () => {
    const hits = await pages('', {}, 37)
    const all = await everybody()
    expect(hits).toHaveLength(all.length)
    expect(new Set(hits.map(({ person }) => person.id)).size).toBe(all.length)
    expect(hits.map(({ person }) => person.name)).toEqual(inOrder(all))
  })

  it.each(['nguyen', 'n', 'thi', 'nguyen van', 't h'])(
    'shows every match of the common %s in order, page by page',
    async (query) => {
      const typed = foldKey(query).split(' ')
      const fits = (name: string) =>
        typed.every((start) =>
          foldKey(name)
            .split(' ')
            .some((word) => word.startsWith(start)),
        )
      const expected = inOrder((await everybody()).filter(fits))
      const found = (await pages(query, {}, 23)).map(({ person }) => person.name)
      expect(found.slice(0, expected.length)).toEqual(expected)
      expect(expected.length).toBeGreaterThan(1)
      const { total } = await ask(query, { limit: 5, patience: Number.POSITIVE_INFINITY })
      expect(total).toEqual({ count: found.length, more: false })
    },
  )

  it('keeps the order through many insertions at one spot', async () => {
    const random = randomFrom(11)
    const members: HouseholdEnrolmentDraft['members'] = []
    for (let i = 0; i < 150; i += 1) {
      const middle = random.pick(['Văn', 'Thị', 'Đức', 'Á', 'Ă', 'Â', 'Ả', 'Ạ'])
      members.push(named(`Nguyễn ${middle} ${random.pick(['Hà', 'Hả', 'Hạ', 'Há'])}`))
    }
    for (let i = 0; i < members.length; i += 10) await save({ members: members.slice(i, i + 10) })
    const hits = await pages('', {}, 200)
    expect(hits.map(({ person }) => person.name)).toEqual(inOrder(await everybody()))
  })

  const enrolments = async (where: string) =>
    (
      await sql<{ id: number; person_id: number; household_id: number }>`
        select enrolment.id, person_id, person.household_id from enrolment
        join person on person.id = person_id where ${sql.raw(where)}`.execute(made.office.store.db)
    ).rows

  const cases: [string, Partial<RegistryFilters>, string][] = [
    ['a day', { from: '2024-11-16', to: '2024-11-16' }, `signed_on = '2024-11-16'`],
    ['from a day on', { from: '2024-11-20' }, `signed_on >= '2024-11-20'`],
    ['a month', { from: '2024-11-01', to: '2024-11-30' }, `signed_on like '2024-11-%'`],
    ['a month with nothing', { from: '2023-01-01', to: '2023-01-31' }, 'false'],
    ['a scheme', { scheme: 'bhxh-tn' }, `scheme = 'bhxh-tn'`],
    [
      'a scheme and a kind of the same enrolment',
      { scheme: 'bhxh-tn', kind: 'first' },
      `scheme = 'bhxh-tn' and kind = 'first'`,
    ],
    [
      'everything at once',
      {
        from: '2024-11-10',
        to: '2024-11-25',
        scheme: 'bhyt-hgd',
        kind: 'first',
        collector: 'post',
      },
      `signed_on between '2024-11-10' and '2024-11-25' and scheme = 'bhyt-hgd' and kind = 'first'
        and collector = 'post'`,
    ],
    ['a state nobody is in', { state: 'accepted' }, `state = 'accepted'`],
    ['a commune', { commune: soc }, `commune_code = '00376'`],
  ]

  it.each(cases)('filters by %s: people, enrolments, households', async (_name, filters, where) => {
    const rows = await enrolments(where)
    const sorted = (ids: Iterable<number>) => [...new Set(ids)].sort((a, b) => a - b)
    const people = await pages('', filtered(filters), 19)
    if (!filters.commune) {
      expect(sorted(people.map(({ person }) => person.id))).toEqual(
        sorted(rows.map(({ person_id }) => person_id)),
      )
    }
    const lines = await pages('', { ...filtered(filters), show: 'enrolments' }, 19)
    expect(sorted(lines.flatMap((hit) => hit.enrolments.map(({ id }) => id)))).toEqual(
      sorted(rows.map(({ id }) => id)),
    )
    const households = await pages('', { ...filtered(filters), show: 'households' }, 19)
    const ids = households.map(({ person }) => person.household_id)
    expect(new Set(ids).size).toBe(ids.length)
    if (!filters.commune) {
      expect(sorted(ids)).toEqual(sorted(rows.map(({ household_id }) => household_id)))
    }
  })

  it('joins words and filters', async () => {
    const rows = await enrolments(
      `scheme = 'bhyt-hgd' and kind = 'first' and name_fold like 'nguyen %'`,
    )
    const found = await pages('nguyen', { ...filtered({ scheme: 'bhyt-hgd', kind: 'first' }) }, 20)
    const starts = found.filter(({ person }) => foldKey(person.name).startsWith('nguyen '))
    expect(new Set(starts.map(({ person }) => person.id))).toEqual(
      new Set(rows.map(({ person_id }) => person_id)),
    )
    expect(rows.length).toBeGreaterThan(10)
  })

  it('finds a household once, with its size', async () => {
    const hits = await pages('', { show: 'households' }, 31)
    const members = hits.reduce((sum, hit) => sum + (hit.members ?? 0), 0)
    expect(members).toBe((await everybody()).length)
  })

  it('is the same index when it is made anew', async () => {
    const before = (await pages('thi', {}, 50)).map(({ person }) => person.id)
    const { raw } = made.office.store
    raw.transaction(() => makeSearch(raw))()
    const after = (await pages('thi', {}, 50)).map(({ person }) => person.id)
    expect(new Set(after)).toEqual(new Set(before))
    expect(raw.prepare('select count(*) from search_todo').pluck().get()).toBe(0)
  })

  afterAll(() => {
    const { raw } = made.office.store
    expect(raw.prepare('select count(*) from search_todo').pluck().get()).toBe(0)
    raw.exec(`insert into person_search (person_search) values ('integrity-check')`)
  })
})
