import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { RegistryFilters } from '#core/contract/registry-calls.ts'
import type { AppEvents, CallInput } from '#core/contract.ts'
import { must } from '#core/result.ts'
import type { Desk } from '../../src/main/app/desk.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { readSheet } from '../../src/main/sheets/workbook.ts'
import { type Caller, callerOf } from '../support/caller.ts'
import {
  clerk,
  clerkPin,
  deskOf,
  headPin,
  type Made,
  makeOffice,
  type Window,
} from '../support/office.ts'

let made: Made
let call: Caller
let desk: Desk
let window: Window

beforeAll(async () => {
  made = await makeOffice()
  const days = { from: '2024-11-16', to: '2024-11-18' }
  must(await addPracticeData(made.office, { households: 120, seed: 9, ...days }, () => {}))
  const own = deskOf(made.ground, made.folder)
  desk = own.desk
  window = own.window
  desk.office = made.office
  call = callerOf(desk)
  await call('session.start', { staffId: clerk.id, pin: clerkPin })
})

type Wish = CallInput<'registry.export'>

const everything = RegistryFilters.parse({})

const wish = (changes: Partial<Wish> = {}): Wish => ({
  job: randomUUID(),
  show: 'people',
  query: '',
  filters: everything,
  chosen: null,
  format: 'xlsx',
  headId: 1,
  pin: headPin,
  reason: 'Đối chiếu với Bưu điện',
  ...changes,
})

async function list(name: string, changes: Partial<Wish> = {}) {
  window.save = join(made.folder, name)
  const done = await call('registry.export', wish(changes))
  if (!done) throw new Error('the dialog was closed')
  const { rows } = must(await readSheet(done.path))
  return { done, head: rows.slice(0, 2).flat(), titles: rows[2] ?? [], rows: rows.slice(3) }
}

function raw(sql: string): Record<string, string | number | null>[] {
  return made.office.store.raw.prepare(sql).all() as never
}

describe('a list of the register', () => {
  it('holds everybody in the order of the screen, numbers in full and days as days', async () => {
    const { done, head, titles, rows } = await list('people.xlsx')
    const people = raw('select * from person where place is not null order by place')
    expect(people.length).toBeGreaterThan(250)
    expect(done.rows).toBe(people.length)
    expect(head[0]).toContain('BHXH')
    expect(titles.slice(0, 4)).toEqual(['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh'])
    expect(rows.map(([name]) => name)).toEqual(people.map(({ name }) => name))
    expect(rows.map(([, , , number]) => number ?? null)).toEqual(
      people.map(({ personal_number: number }) => number),
    )
    for (const [index, person] of people.entries()) {
      const shown = rows[index]?.[1]
      const year = String(person.birth_date).slice(0, 4)
      expect(shown).toBe(person.birth_precision === 'year' ? year : person.birth_date)
    }
  })

  it('holds every enrolment that fits the filter with its money, and each household once', async () => {
    const filters = { ...everything, scheme: 'bhyt-hgd' as const, from: '2024-11-17' }
    const enrolments = await list('enrolments.xlsx', { show: 'enrolments', filters })
    const fitting = raw(
      `select id, payer, gross from enrolment where scheme = 'bhyt-hgd' and signed_on >= '2024-11-17'`,
    )
    expect(fitting.length).toBeGreaterThan(20)
    const at = (title: string) => enrolments.titles.indexOf(title)
    const byId = new Map(enrolments.rows.map((row) => [row[at('Số')], row]))
    expect(byId.size).toBe(fitting.length)
    for (const { id, payer, gross } of fitting) {
      expect(byId.get(id as number)?.[at('Người dân nộp')]).toBe(payer)
      expect(byId.get(id as number)?.[at('Mức đóng')]).toBe(gross)
    }
    const households = await list('households.csv', { show: 'households', format: 'csv' })
    const [counted] = raw('select count(distinct household_id) as n from person')
    expect(households.rows.length).toBe(counted?.n)
    const sizes = households.rows.map((row) => Number(row[households.titles.indexOf('Số người')]))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(raw('select id from person').length)
  })

  it('holds the lines that were marked, whatever the filter, and nothing else', async () => {
    const [first, second] = raw('select id, name, place from person order by id desc limit 2')
    const chosen = [first?.id, second?.id] as number[]
    const { rows, done } = await list('marked.csv', { chosen, format: 'csv', query: 'khong co' })
    expect(done.rows).toBe(2)
    const names = [first, second]
      .sort((a, b) => Number(a?.place) - Number(b?.place))
      .map((one) => one?.name)
    expect(rows.map(([name]) => name)).toEqual(names)
    const one = raw('select id from enrolment order by id desc limit 1')
    const only = { show: 'enrolments' as const, chosen: [Number(one[0]?.id)] }
    const enrolments = await list('one.xlsx', only)
    expect(enrolments.rows.map((row) => row[0])).toEqual([one[0]?.id])
  })

  it('tells how far it is and leaves an audit line with the count and nothing personal', async () => {
    window.events.length = 0
    const asked = wish({ query: 'nguyen', format: 'csv' })
    window.save = join(made.folder, 'nguyen')
    const done = await call('registry.export', asked)
    expect(done?.path).toBe(join(made.folder, 'nguyen.csv'))
    const said = window.events.filter(({ event }) => event === 'progress')
    const last = said.at(-1)?.payload as AppEvents['progress']
    expect(last).toMatchObject({ job: asked.job, total: last.done })
    const [line] = raw(
      `select subject, detail, actor from audit where event = 'register.exported'
       order by seq desc limit 1`,
    )
    expect(line).toMatchObject({ subject: 'register', actor: clerk.name })
    const detail = JSON.parse(String(line?.detail))
    expect(detail).toEqual({
      ...{ show: 'people', format: 'csv', rows: done?.rows, chosen: false },
      ...{ reason: 'Đối chiếu với Bưu điện', approvedBy: 'Trần Thị Trưởng' },
    })
  })

  it('leaves the office only on the word of a head who gives the PIN and a reason', async () => {
    window.save = join(made.folder, 'refused.xlsx')
    await expect(call('registry.export', wish({ pin: '9998' }))).rejects.toThrow('session.')
    const own = wish({ headId: clerk.id, pin: clerkPin })
    await expect(call('registry.export', own)).rejects.toThrow('session.not-head')
    await expect(call('registry.export', wish({ reason: '  ' }))).rejects.toThrow('input.invalid')
    expect(existsSync(window.save)).toBe(false)
  })

  it('can be stopped, and leaves no file behind', async () => {
    window.save = join(made.folder, 'stopped.xlsx')
    const asked = wish()
    const running = call('registry.export', asked)
    await expect.poll(() => desk.job?.id).toBe(asked.job)
    expect(await call('job.cancel', { job: asked.job })).toEqual({ stopped: true })
    await expect(running).rejects.toThrow('job.cancelled')
    const left = readdirSync(made.folder).filter((name) => name.startsWith('stopped'))
    expect(left).toEqual([])
  })

  it('says plainly that the place cannot be written, and does nothing when the dialog is closed', async () => {
    window.save = join(made.folder, 'no-such-folder', 'list.xlsx')
    await expect(call('registry.export', wish())).rejects.toThrow('file.unwritable')
    window.save = null
    expect(await call('registry.export', wish())).toBeNull()
    expect(existsSync(join(made.folder, 'no-such-folder'))).toBe(false)
  })
})
