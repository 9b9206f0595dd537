import { beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '#core/contract.ts'
import { must } from '#core/result.ts'
import { answerCall } from '../../src/main/app/answer.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { makeHandlers } from '../../src/main/app/handlers.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { clerk, deskOf, draft, type Made, makeOffice, member, soc } from '../support/office.ts'

let made: Made
let desk: Desk

const call = (name: string, input: unknown) =>
  answerCall(desk, makeHandlers(desk), name, input, (_reference, error) => {
    throw error
  })

const search = (more: Partial<CallInput<'registry.search'>> | Record<string, unknown>) =>
  call('registry.search', { query: '', filters: {}, after: null, limit: 50, ...more })

beforeAll(async () => {
  made = await makeOffice()
  desk = deskOf(made.ground, made.folder).desk
  desk.office = made.office
  desk.actor = { ...clerk, role: 'clerk' }
  const members = [
    member({ person: { name: 'Đỗ Thị Hường', personalNumber: '001182654321' } }),
    member({ person: { name: 'Lê Văn An', phone: '0912345678' }, bhxh: null }),
  ]
  must(await saveHousehold(made.office, clerk, draft({ members })))
})

describe('registry.search', () => {
  it('answers lines with masked numbers, the commune by name and the newest terms', async () => {
    expect(await search({ query: 'huong' })).toEqual({
      ok: true,
      value: {
        rows: [
          {
            personId: 1,
            name: 'Đỗ Thị Hường',
            birth: { date: '1990-11-06', precision: 'day' },
            sex: 'male',
            personalNumber: '001•••••4321',
            phone: null,
            householdId: 1,
            address: 'Số 1, Thôn Đông',
            communeName: 'Thị trấn Sóc Sơn',
            members: null,
            enrolments: [
              {
                id: 1,
                scheme: 'bhxh-tn',
                kind: 'first',
                state: 'registered',
                signedOn: '2024-11-16',
                validTo: '2025-01-31',
                collector: 'post',
                conferenceId: null,
                amounts: null,
              },
            ],
          },
        ],
        total: { count: 1, more: false },
        next: null,
      },
    })
  })

  it('lists people without enrolments, households with their size, enrolments with money', async () => {
    expect(await search({})).toMatchObject({
      value: { rows: [{ name: 'Lê Văn An', enrolments: [] }, { name: 'Đỗ Thị Hường' }] },
    })
    expect(await search({ show: 'households' })).toMatchObject({
      value: { rows: [{ householdId: 1, members: 2 }], total: { count: 1, more: false } },
    })
    const lines = await search({
      show: 'enrolments',
      filters: { commune: soc, from: '2024-11-16' },
    })
    expect(lines).toMatchObject({
      value: {
        rows: [{ name: 'Đỗ Thị Hường', enrolments: [{ amounts: { months: 3, payer: 792_000 } }] }],
      },
    })
  })

  it('goes on where a page ended', async () => {
    const first = await search({ limit: 1 })
    expect(first).toMatchObject({
      value: { rows: [{ name: 'Lê Văn An' }], total: { count: 2, more: false } },
    })
    const after = first.ok && (first.value as { next: string }).next
    expect(await search({ limit: 1, after })).toMatchObject({
      value: { rows: [{ name: 'Đỗ Thị Hường' }], total: null },
    })
  })

  it.each([
    { limit: 0 },
    { limit: 201 },
    { after: '1; drop table person' },
    { after: '0.99999999999999999999' },
    { query: 'x'.repeat(201) },
    { filters: { state: '"=x"' } },
    { filters: { from: '2024-02-31' } },
    { filters: { commune: { code: '" OR "', validFrom: '' } } },
    { show: 'secrets' },
  ])('refuses %j at the boundary', async (input) => {
    expect(await search(input)).toMatchObject({ ok: false, problem: { code: 'input.invalid' } })
  })

  it('is for people who are signed in', async () => {
    const { actor } = desk
    desk.actor = null
    for (const name of ['registry.search', 'registry.person', 'person.similar', 'person.merge']) {
      const input =
        name === 'registry.search' ? { query: '', filters: {}, after: null, limit: 1 } : {}
      const { problem } = (await call(name, input)) as { problem?: { code: string } }
      expect(['session.signed-out', 'input.invalid']).toContain(problem?.code)
    }
    expect(await search({})).toMatchObject({ problem: { code: 'session.signed-out' } })
    desk.actor = actor
  })
})

describe('registry.person', () => {
  it('answers the whole card, and a sentence for a number nobody has', async () => {
    expect(await call('registry.person', { id: 1 })).toMatchObject({
      value: {
        person: { personalNumber: '001•••••4321' },
        household: { communeName: 'Thị trấn Sóc Sơn', members: [{ id: 1 }, { id: 2 }] },
        enrolments: [{ id: 1, amounts: { months: 3 } }],
        mergedFrom: [],
      },
    })
    expect(await call('registry.person', { id: 77 })).toMatchObject({
      problem: { code: 'person.unknown', values: { id: 77 } },
    })
  })
})

describe('saved filters', () => {
  const save = (name: string, filters = {}) =>
    call('registry.saveFilter', { name, query: 'hường', filters })

  it('are kept by name, replaced under the same name, and forgotten', async () => {
    await save('Bưu điện', { collector: 'post' })
    await save('  Hộ mới  ')
    await save('Bưu  điện', { collector: 'post', scheme: 'bhyt-hgd' })
    expect(await call('registry.filters', {})).toMatchObject({
      value: [
        {
          name: 'Bưu điện',
          query: 'hường',
          filters: { scheme: 'bhyt-hgd', kind: null },
          savedBy: clerk.name,
        },
        { name: 'Hộ mới' },
      ],
    })
    expect(await call('registry.removeFilter', { name: 'Hộ mới' })).toMatchObject({
      value: [{ name: 'Bưu điện' }],
    })
  })

  it('stop at a hundred', async () => {
    for (let i = 0; i < 99; i += 1) await save(`Bộ lọc ${i}`)
    expect(await save('Một nữa')).toMatchObject({ problem: { code: 'filter.too-many' } })
    expect(await save('Bộ lọc 5')).toMatchObject({ ok: true })
  })
})

describe('enrolment.list', () => {
  const list = async (query: string, more = {}) => {
    const answer = await call('enrolment.list', {
      from: null,
      to: null,
      conferenceId: null,
      limit: 100,
      query,
      ...more,
    })
    return answer.ok ? (answer.value as { rows: { name: string }[]; total: number }) : null
  }

  it.each(['huong do', 'HƯỜNG', '001182654321', '654321', 'so 1 thon dong', ''])(
    'finds lines by %j as the registry does',
    async (query) => {
      expect(await list(query)).toMatchObject({ rows: [{ name: 'Đỗ Thị Hường' }], total: 1 })
    },
  )

  it('narrows by days and finds nobody without a word of theirs', async () => {
    expect(await list('huong', { from: '2024-11-16', to: '2024-11-16' })).toMatchObject({
      total: 1,
    })
    expect(await list('huong', { from: '2024-11-17' })).toEqual({ rows: [], total: 0 })
    expect(await list('uong')).toEqual({ rows: [], total: 0 })
  })
})

describe('registry.communes', () => {
  it('lists the communes somebody lives or signed up in, and when a former one ended', async () => {
    expect(await call('registry.communes', {})).toEqual({
      ok: true,
      value: [
        {
          ...soc,
          name: 'Thị trấn Sóc Sơn',
          districtName: 'Huyện Sóc Sơn',
          validTo: '2025-06-30',
        },
      ],
    })
  })
})
