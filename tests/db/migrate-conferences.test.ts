import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { listConferences } from '../../src/main/db/conferences.ts'
import { migrate, migrations } from '../../src/main/db/migrate.ts'
import { openStore } from '../../src/main/db/open.ts'
import { tempFolder } from '../support/office.ts'

it('[A14] conferences of an older store become held or cancelled, also on closed days', async () => {
  const store = must(openStore(join(tempFolder(), 'office.db'), randomBytes(32), { create: true }))
  const names = Object.keys(migrations).slice(0, 5)
  const old = Object.fromEntries(names.map((name) => [name, migrations[name]]))
  const provider = { getMigrations: async () => old as typeof migrations }
  await new Migrator({ db: store.db, provider }).migrateToLatest()
  const add = store.raw.prepare(`insert into conference (id, kind, held_on, starts_at, commune_code,
    commune_from, commune_name, place, organisers, speakers, attendees, notes, created_at, cancel_reason)
    values (?, 'conference', ?, '08:00', '00376', '', 'Xã', 'Chợ', '["bhxh"]', ?, 40, 'ghi', 'x', ?)`)
  add.run(1, '2024-11-16', 'Bà Hòa, phó giám đốc; ông "Ba"; ', null)
  add.run(2, '2024-11-17', '', 'nhầm')
  add.run(3, '2024-11-17', 'Một người', null)
  store.raw.exec(`insert into period (kind, from_date, to_date, state, revision)
    values ('day', '2024-11-16', '2024-11-16', 'closed', 1)`)
  must(await migrate(store))
  const cards = await listConferences(store.db, { span: null, states: null })
  expect(
    cards.map(({ id, state, speakers, attendees, cancelReason }) => ({
      id,
      state,
      speakers,
      attendees,
      cancelReason,
    })),
  ).toEqual([
    { id: 3, state: 'held', speakers: ['Một người'], attendees: 40, cancelReason: null },
    { id: 2, state: 'cancelled', speakers: [], attendees: 40, cancelReason: 'nhầm' },
    {
      id: 1,
      state: 'held',
      speakers: ['Bà Hòa, phó giám đốc', 'ông "Ba"'],
      attendees: 40,
      cancelReason: null,
    },
  ])

  const refused = (sql: string) => {
    try {
      store.raw.exec(sql)
      return 'nothing'
    } catch (error) {
      return (error as Error).message
    }
  }
  // The closed day keeps what it counted and lets the paperwork be finished.
  expect(refused('update conference set attendees = 1 where id = 1')).toBe('period-closed')
  expect(
    refused(`update conference set state = 'cancelled', cancel_reason = 'x' where id = 1`),
  ).toBe('period-closed')
  expect(refused(`update conference set minutes = 'Biên bản', state = 'closed' where id = 1`)).toBe(
    'nothing',
  )
  expect(refused(`update conference set state = 'planned' where id = 3`)).toBe('illegal-step')
  expect(refused(`update conference set state = 'held', cancel_reason = null where id = 2`)).toBe(
    'nothing',
  )
  expect(refused(`update conference set state = 'cancelled' where id = 3`)).toBe(
    'step-without-data',
  )
  expect(refused(`update conference set ends_at = '07:00' where id = 3`)).toContain('CHECK')
  const attendee = (consent: number, phone: string) => `insert into attendee (conference_id, name,
    name_fold, address, phone, bhxh, bhyt, consent, note, added_by, added_at)
    values (3, 'A', 'a', '', ${phone}, 1, 0, ${consent}, '', 'x', 'x')`
  expect(refused(attendee(0, `'0912345678'`))).toContain('CHECK')
  expect(refused(attendee(1, `'0912345678'`))).toBe('nothing')
  await store.db.destroy()
})
