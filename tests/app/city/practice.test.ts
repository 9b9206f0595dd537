import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { addPracticeFiles } from '../../../src/main/app/city-practice.ts'
import { readFiles, readGaps } from '../../../src/main/app/city-views.ts'
import { callerOf } from '../../support/caller.ts'
import { deskOf, groundAt, makeOffice, tempFolder } from '../../support/office.ts'
import { makeCity } from './units.ts'

const days = { from: '2024-11-14', to: '2024-11-17', units: 4, seed: 7 }

it('a practice city office gets the files of its units, with something to see in them', async () => {
  const city = await makeCity()
  const told: number[] = []
  const made = must(await addPracticeFiles(city.office, days, ({ done }) => told.push(done)))
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(existsSync(join(city.folder, 'trust', 'thuc-hanh-001.pem'))).toBe(true)
  const all = { from: '2024-01-01', to: '2026-12-31', unit: null, waiting: false }
  const files = must(readFiles(city.office, all))
  expect(files.length).toBe(made.files)
  expect(files.filter(({ unit }) => unit.code === '001').map(({ period }) => period.kind)).toEqual([
    ...['launch-day', 'day', 'day'],
  ])
  expect(files.filter(({ revision }) => revision === 2).length).toBe(3)
  expect(must(readGaps(city.office))).toMatchObject([
    { unit: { code: '003' }, missing: [{ from: 2, to: 2 }] },
  ])
  const stand = await city.stand({ from: '2024-11-16', to: '2024-11-16' })
  expect(stand.totals.joiners).toBeGreaterThan(100)
}, 20_000)

it('a real office gets none', async () => {
  const { office } = await makeOffice({ plan: { code: '01', practice: false } })
  expect(await addPracticeFiles(office, days, () => {})).toMatchObject({
    problem: { code: 'office.not-practice' },
  })
})

it('the first screen makes one with a single call, and says what it is', async () => {
  const folder = join(tempFolder(), 'city')
  const { desk, window } = deskOf(groundAt({ at: '2026-11-22T03:00:00.000Z' }), folder)
  const call = callerOf(desk)
  await call('office.practice', { code: '01', dataDir: folder })
  const state = await call('app.state', {})
  expect(state.office).toMatchObject({ code: '01', practice: true, city: true })
  expect(window.events.filter(({ event }) => event === 'progress').length).toBeGreaterThan(12)
  const [head] = state.staff.filter(({ role }) => role === 'head')
  if (!desk.office || !head) throw new Error('no office was made')
  const all = { from: '2024-01-01', to: '2026-12-31', unit: null, waiting: true }
  expect(must(readFiles(desk.office, all)).length).toBeGreaterThan(40)
}, 60_000)
