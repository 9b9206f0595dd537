import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { migrate, migrations } from '../../src/main/db/migrate.ts'
import { openStore } from '../../src/main/db/open.ts'
import { tempFolder } from '../support/office.ts'

it('[A14] a store with sign-ups and targets is counted when it gets its counts', async () => {
  const file = join(tempFolder(), 'office.db')
  const store = must(openStore(file, randomBytes(32), { create: true }))
  const names = Object.keys(migrations).filter((name) => name < '0007')
  const before = Object.fromEntries(names.map((name) => [name, migrations[name] as never]))
  const older = { getMigrations: async () => before }
  await new Migrator({ db: store.db, provider: older }).migrateToLatest()
  store.raw.exec(`
    insert into household (id, commune_code, commune_from, address, created_at)
      values (1, '00376', '', 'Số 1', 'x');
    insert into person (id, household_id, relation, position, name, name_fold, name_sort,
      birth_date, birth_precision, sex, nationality, created_at)
      values (1, 1, '00', 1, 'Lê An', 'le an', 'an', '1990-01-01', 'day', 'male', 'Việt Nam', 'x'),
        (2, 1, '01', 2, 'Đỗ Hoa', 'do hoa', 'hoa', '1990-01-01', 'day', 'female', 'Việt Nam', 'x');
    insert into target values ('t', 'Ngày ra quân', 'joiners', 'unit', '2024-11-16', '2024-11-16', 9)`)
  const add = store.raw.prepare(`
    insert into enrolment (draft_key, household_id, person_id, scheme, kind, state, signed_on,
      months, supported_months, support_group, valid_from, valid_to, gross, state_support,
      local_support, payer, basis, derivation, commune_code, commune_from, commune_name, collector,
      occupation, created_by, created_at)
    values (?, 1, ?, ?, ?, 'registered', ?, 3, 0, 'none', ?, ?, 100, 0, 0, 100, '[]', '[]', '00376',
      '', 'Xã', 'post', 'other', 'x', 'x')`)
  add.run('a', 1, 'bhyt-hgd', 'first', '2024-11-16', '2024-12-01', '2025-02-28')
  add.run('a', 1, 'bhxh-tn', 'first', '2024-11-16', '2024-11-01', '2025-01-31')
  add.run('b', 1, 'bhyt-hgd', 'renewing', '2024-12-20', '2025-02-01', '2025-04-30')
  add.run('c', 2, 'bhyt-hgd', 'renewing', '2024-11-20', '2024-11-20', '2025-02-19')
  must(await migrate(store))
  const total = store.raw.prepare(
    `select scheme, kind, sum(people) as people from counted
     where side = 'day' and span_id = (select id from counted_span where from_date = ? and to_date = ?)
     group by 1, 2 order by 1, 2`,
  )
  expect(total.all('2024-01-01', '2024-12-31')).toEqual([
    { scheme: 'any', kind: 'first', people: 1 },
    { scheme: 'any', kind: 'joiner', people: 2 },
    { scheme: 'bhxh-tn', kind: '', people: 1 },
    { scheme: 'bhyt-hgd', kind: '', people: 2 },
  ])
  expect(total.all('2024-11-16', '2024-11-16')).toContainEqual({
    scheme: 'any',
    kind: 'joiner',
    people: 1,
  })
  expect(total.all('2024-12-01', '2024-12-31')).toContainEqual({
    scheme: 'bhyt-hgd',
    kind: '',
    people: 1,
  })
  const force = store.raw.prepare(
    `select sum(people) from in_force where scheme = 'bhyt-hgd' and day <= ?`,
  )
  expect(
    ['2024-11-19', '2024-12-01', '2025-02-25', '2025-04-30', '2025-05-01'].map(
      (day) => force.pluck().get(day) ?? 0,
    ),
  ).toEqual([0, 2, 1, 1, 0])
  const tables = store.raw.prepare(
    `select count(*) from sqlite_master where name like 'count\\_%' escape '\\' and type = 'table'`,
  )
  expect(tables.pluck().get()).toBe(1)
  await store.db.destroy()
})
