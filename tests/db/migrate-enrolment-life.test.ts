import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { migrate, migrations } from '../../src/main/db/migrate.ts'
import * as officeDay from '../../src/main/db/migrations/0001-office-day.ts'
import { openStore } from '../../src/main/db/open.ts'
import { tempFolder } from '../support/office.ts'

it('[A14] a store of the first schema gets the last covered days of the people in it', async () => {
  const file = join(tempFolder(), 'office.db')
  const store = must(openStore(file, randomBytes(32), { create: true }))
  const first = { getMigrations: async () => ({ '0001-office-day': officeDay }) }
  await new Migrator({ db: store.db, provider: first }).migrateToLatest()
  store.raw.exec(`
    insert into household values (1, '00376', '', 'Số 1', null, 'x');
    insert into person (id, household_id, relation, position, name, name_fold, name_sort,
      birth_date, birth_precision, sex, nationality, created_at)
      values (1, 1, '00', 1, 'Lê An', 'le an', 'an', '1990-01-01', 'day', 'male', 'Việt Nam', 'x'),
        (2, 1, '01', 2, 'Đỗ Hoa', 'do hoa', 'hoa', '1990-01-01', 'day', 'female', 'Việt Nam', 'x')`)
  const add = store.raw.prepare(`
    insert into enrolment (id, draft_key, household_id, person_id, scheme, kind, state, signed_on,
      months, supported_months, support_group, valid_from, valid_to, gross, state_support,
      local_support, payer, basis, derivation, commune_code, commune_from, commune_name, collector,
      occupation, cancel_reason, created_by, created_at)
    values (?, ?, 1, ?, 'bhyt-hgd', ?, ?, '2024-11-16', 12, 0, 'none', '2024-11-16', ?, 100, 0, 0,
      100, '[]', '[]', '00376', '', 'Xã', 'post', 'other', ?, 'x', 'x')`)
  add.run(1, 'a', 1, 'first', 'registered', '2025-11-15', null)
  add.run(2, 'b', 1, 'renewing', 'registered', '2025-05-15', null)
  add.run(3, 'c', 1, 'renewing', 'cancelled', '2026-11-15', 'nhầm')
  add.run(4, 'd', 2, 'first', 'cancelled', '2025-11-15', 'nhầm')
  const { applied } = must(await migrate(store))
  expect(applied).toEqual(Object.keys(migrations).slice(1))
  const covered = store.raw.prepare('select person_id, enrolment_id, valid_to from coverage').all()
  expect(covered).toEqual([{ person_id: 1, enrolment_id: 1, valid_to: '2025-11-15' }])
  const counts = store.raw.prepare('select commune_code, valid_to, people from coverage_count')
  expect(counts.all()).toEqual([
    { commune_code: '', valid_to: '2025-11-15', people: 1 },
    { commune_code: '00376', valid_to: '2025-11-15', people: 1 },
  ])
  const kept = store.raw.prepare(`select count(*) as rows, sum(payer) as money,
    group_concat(distinct kind_reason) as reasons from enrolment`)
  expect(kept.get()).toEqual({ rows: 4, money: 400, reasons: '' })
  expect(() => store.raw.exec(`update enrolment set state = 'accepted' where id = 1`)).toThrow(
    'illegal-step',
  )
  await store.db.destroy()
})
