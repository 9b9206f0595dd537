import type Database from 'better-sqlite3'
import type { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { Random } from '#core/practice/random.ts'
import { foldKey } from '#core/text.ts'

/** One question to the registry. */
export type Asked = {
  query: string
  filters: Partial<RegistryFilters>
  after: string | null
}

type Someone = {
  name: string
  personal_number: string
  phone: string | null
  address: string
  place: number
  commune_code: string
  commune_from: string
}

const common = [
  'nguyen',
  'tran',
  'le',
  'thi',
  'van',
  'n',
  't',
  'h',
  'ng',
  'nguyen thi',
  'nguyen van',
]

/**
 * A seeded mix of what clerks type: the commonest words and names, beginnings, whole names in any
 * order, with and without marks, numbers whole and in part, phones, addresses, filters, deep pages,
 * and words that nobody has.
 */
export function makeQueries(raw: Database.Database, random: Random, count: number): Asked[] {
  const most = raw.prepare('select max(id) from person').pluck().get() as number
  const one = raw.prepare(
    `select person.name, personal_number, person.phone, place, address, commune_code, commune_from
     from person join household on household.id = household_id where person.id >= ? limit 1`,
  )
  const someone = () => one.get(random.between(1, most)) as Someone
  const shapes: ((who: Someone) => Partial<Asked>)[] = [
    () => ({ query: random.pick(common as [string, ...string[]]) }),
    () => ({ query: random.pick(common as [string, ...string[]]) }),
    ({ name }) => ({ query: foldKey(name) }),
    ({ name }) => ({ query: name }),
    ({ name }) => ({ query: foldKey(name).split(' ').reverse().join(' ') }),
    ({ name }) => ({ query: starts(name, 2) }),
    ({ name }) => ({ query: starts(name, 1) }),
    ({ name }) => ({ query: foldKey(name).split(' ').at(-1) ?? '' }),
    ({ personal_number: number }) => ({ query: number }),
    ({ personal_number: number }) => ({ query: number.slice(0, random.between(4, 9)) }),
    ({ personal_number: number }) => ({ query: number.slice(-random.between(4, 6)) }),
    ({ phone }) => ({ query: phone ?? '0900' }),
    ({ address }) => ({ query: foldKey(address) }),
    ({ name, address }) => ({ query: `${foldKey(name).split(' ').at(-1)} ${foldKey(address)}` }),
    ({ name, commune_code: code, commune_from: validFrom }) => ({
      query: foldKey(name).split(' ')[0] ?? '',
      filters: { commune: { code, validFrom } },
    }),
    () => ({ query: 'nguyen', filters: { scheme: 'bhxh-tn', kind: 'first' } }),
    ({ name }) => ({
      query: starts(name, 2),
      filters: { from: '2025-03-01', to: '2025-03-31', scheme: 'bhyt-hgd' },
    }),
    () => ({ filters: { state: 'sent', collector: 'post', from: '2026-01-01' } }),
    ({ place }) => ({ query: 'nguyen', after: `0.${place}` }),
    ({ name }) => ({ query: `${foldKey(name)} khong co ai` }),
  ]
  return Array.from({ length: count }, (_none, index) => ({
    query: '',
    filters: {},
    after: null,
    ...shapes[index % shapes.length]?.(someone()),
  }))
}

const starts = (name: string, letters: number): string =>
  foldKey(name)
    .split(' ')
    .map((word) => word.slice(0, letters))
    .join(' ')
