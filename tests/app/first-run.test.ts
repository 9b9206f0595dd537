import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '#core/contract.ts'
import { must } from '#core/result.ts'
import { leaveOffice } from '../../src/main/app/desk.ts'
import {
  confirmRecovery,
  createPracticeOffice,
  listOffices,
  makeRecoverySheet,
  openAtStart,
  planOffice,
} from '../../src/main/app/first-run.ts'
import { readRecoveryCode } from '../../src/main/app/recovery-code.ts'
import { describeState, startSession } from '../../src/main/app/session.ts'
import { listTargets } from '../../src/main/db/office.ts'
import { toText } from '../forms/pdf-tools.ts'
import {
  asOrdinaryUser,
  deskOf,
  groundAt,
  headPin,
  keyring,
  planOf,
  tempFolder,
} from '../support/office.ts'

const ground = groundAt({ at: '2024-11-20T03:00:00.000Z' })

/** What the wizard sends for a new office. */
function wizard(changes: Record<string, unknown> = {}) {
  const { people, targets, ...plan } = planOf({ practice: false })
  return calls['office.create'].input.parse({ ...plan, people, targets, dataDir: null, ...changes })
}

const lastOf = (code: string): string => code.slice(-4)

describe('a new office from the wizard', () => {
  it('stands in no file before the last group of its code is typed back', async () => {
    const folder = join(tempFolder(), 'office')
    const { desk, window } = deskOf(ground, folder, keyring())
    const { recoveryCode } = must(await planOffice(desk, wizard()))
    expect(readRecoveryCode(recoveryCode)).toBe(recoveryCode)
    must(await makeRecoverySheet(desk))
    expect(readdirSync(folder)).toEqual([])
    for (const typed of ['', 'ZZZZ', recoveryCode, recoveryCode.slice(0, 4)]) {
      const refused = await confirmRecovery(desk, typed)
      expect(refused, typed).toEqual({ ok: false, problem: { code: 'recovery.not-confirmed' } })
    }
    expect(readdirSync(folder)).toEqual([])
    expect(await describeState(desk)).toMatchObject({ phase: 'no-office' })
    expect(window.settings).toBeNull()

    must(await confirmRecovery(desk, ` ${lastOf(recoveryCode).toLowerCase()} `))
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['keys.json', 'office.db']))
    expect(await describeState(desk)).toMatchObject({
      phase: 'signed-out',
      office: { code: '016', name: 'BHXH huyện Sóc Sơn', practice: false },
      staff: [
        { id: 1, name: 'Trần Thị Trưởng', role: 'head' },
        { id: 2, name: 'Lê Văn Nhập', role: 'clerk' },
      ],
      session: null,
    })
    expect(window.settings).toMatchObject({ dataDir: folder })
    expect(await listTargets(desk.office?.store.db as never)).toEqual(wizard().targets)
    expect(await confirmRecovery(desk, lastOf(recoveryCode))).toMatchObject({ ok: false })

    await leaveOffice(desk)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({ phase: 'signed-out', problem: null })
    must(await startSession(desk, desk.office as never, 1, headPin))
    expect(await describeState(desk)).toMatchObject({ phase: 'ready', session: { id: 1 } })
  })

  it('hands out its code on a sheet of paper', async () => {
    const { desk } = deskOf(ground, join(tempFolder(), 'office'))
    const { recoveryCode } = must(await planOffice(desk, wizard()))
    const card = must(await makeRecoverySheet(desk))
    const text = toText(desk.papers.get(card.documentId)?.bytes ?? new Uint8Array())
    for (const group of recoveryCode.split('-')) expect(text).toContain(group)
    expect(text).toContain('BHXH HUYỆN SÓC SƠN')
    expect(card.title).toContain('20/11/2024')
  })

  it('is confirmed once when two clicks come at once', async () => {
    const folder = join(tempFolder(), 'office')
    const { desk } = deskOf(ground, folder, keyring())
    const { recoveryCode } = must(await planOffice(desk, wizard()))
    const typed = lastOf(recoveryCode)
    const both = await Promise.all([confirmRecovery(desk, typed), confirmRecovery(desk, typed)])
    expect(both.filter((each) => each.ok)).toHaveLength(1)
    await leaveOffice(desk)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({ phase: 'signed-out', problem: null })
  })

  it('is refused before anything is planned or made', async () => {
    const folder = join(tempFolder(), 'office')
    const { desk } = deskOf(ground, folder)
    const [head, clerk] = wizard().people
    const target = wizard().targets[0]
    const refusals = [
      [wizard({ code: '999' }), 'office.unknown-unit'],
      [wizard({ code: '016', on: '2025-07-01' }), 'office.unknown-unit'],
      [wizard({ code: 'CS-SOC-SON', on: '2025-06-30' }), 'office.unknown-unit'],
      [wizard({ people: [head, head] }), 'office.no-head'],
      [wizard({ people: [clerk, clerk] }), 'office.no-head'],
      [wizard({ targets: [target, target] }), 'input.invalid'],
      [wizard({ dataDir: tempFolder() }), 'file.not-chosen'],
    ] as const
    for (const [plan, code] of refusals) {
      expect(await planOffice(desk, plan), code).toMatchObject({ ok: false, problem: { code } })
      expect(desk.planned).toBeNull()
    }
    expect(await confirmRecovery(desk, 'AAAA')).toEqual({
      ok: false,
      problem: { code: 'paper.gone' },
    })
    expect(existsSync(folder)).toBe(false)
  })

  it('[A5] says clearly that a folder cannot be written', async () => {
    const readOnly = join(tempFolder(), 'chỉ đọc')
    mkdirSync(readOnly, { mode: 0o555 })
    const file = join(tempFolder(), 'tệp')
    writeFileSync(file, 'x')
    const cases = [
      [readOnly, 'store.read-only'],
      [join(readOnly, 'office'), 'store.read-only'],
      [file, 'file.unwritable'],
      [join(file, 'office'), 'file.unwritable'],
      [join(tempFolder(), 'a'.repeat(300)), 'file.unwritable'],
      ...(process.platform === 'linux' ? [['/proc/raquan', 'file.unwritable']] : []),
    ] as [string, string][]
    for (const [folder, code] of cases) {
      const { desk } = deskOf(ground, folder)
      const refused = await asOrdinaryUser(() => planOffice(desk, wizard()))
      expect(refused, folder).toMatchObject({ ok: false, problem: { code } })
      expect(desk.planned).toBeNull()
    }
    expect(readdirSync(readOnly)).toEqual([])
  })

  it('[A5] says clearly that the folder became read-only before the code was typed back', async () => {
    const folder = join(tempFolder(), 'office')
    mkdirSync(folder, { mode: 0o777 })
    const { desk } = deskOf(ground, folder)
    const { recoveryCode } = must(await planOffice(desk, wizard()))
    const refused = await asOrdinaryUser(() => confirmRecovery(desk, lastOf(recoveryCode)))
    expect(refused).toMatchObject({ ok: false, problem: { code: 'store.read-only' } })
    expect(readdirSync(folder)).toEqual([])
    must(await confirmRecovery(desk, lastOf(recoveryCode)))
    expect(await describeState(desk)).toMatchObject({ phase: 'signed-out' })
  })
})

describe('the list of offices', () => {
  const codes = (query: string, on: string) =>
    listOffices(ground, query, on).map(({ code }) => code)

  it('is that of the day, found without marks', () => {
    expect(codes('soc son', '2024-11-16')).toEqual(['016'])
    expect(codes('soc son', '2025-07-01')).toEqual(['CS-SOC-SON'])
    expect(codes('', '2024-11-16').length).toBeGreaterThan(30)
    expect(listOffices(ground, '016', '2024-11-16')).toEqual([
      { code: '016', name: 'BHXH huyện Sóc Sơn', communes: 26, confidence: 'H' },
    ])
  })

  it('finds nothing for signs and code', () => {
    for (const query of ['zzz', '"', '*', '%', "' or 1=1", '__proto__'])
      expect(codes(query, '2024-11-16'), query).toEqual([])
  })
})

describe('a practice office', () => {
  it.each([
    ['016', '2024-11-20T03:00:00.000Z', '2024-11-01', '2024-11-20'],
    ['CS-SOC-SON', '2026-11-22T03:00:00.000Z', '2026-10-24', '2026-11-22'],
    ['CS-SOC-SON', '2025-07-10T03:00:00.000Z', '2025-07-01', '2025-07-10'],
  ])('of %s at %s is filled and can be signed in to', async (code, now, first, last) => {
    const folder = join(tempFolder(), 'office')
    const { desk, window } = deskOf(groundAt({ at: now }), folder)
    const made = must(await createPracticeOffice(desk, code, null))
    expect(readRecoveryCode(made.recoveryCode)).toBe(made.recoveryCode)
    const state = await describeState(desk)
    expect(state).toMatchObject({ phase: 'signed-out', office: { code, practice: true } })
    for (const [index, { pin }] of made.people.entries())
      must(await startSession(desk, desk.office as never, index + 1, pin))
    const span = desk.office?.store.raw
      .prepare('select min(signed_on) as first, max(signed_on) as last from enrolment')
      .get() as { first: string; last: string }
    expect(span.first >= first && span.last <= last).toBe(true)
    expect(window.events.filter(({ event }) => event === 'progress').length).toBeGreaterThan(5)
    await leaveOffice(desk)
  })

  it('is refused for an unknown unit, and needs a chosen folder', async () => {
    const folder = join(tempFolder(), 'office')
    const { desk } = deskOf(ground, folder)
    expect(await createPracticeOffice(desk, '999', null)).toMatchObject({
      problem: { code: 'office.unknown-unit' },
    })
    expect(await createPracticeOffice(desk, '016', tempFolder())).toMatchObject({
      problem: { code: 'file.not-chosen' },
    })
    expect(existsSync(folder)).toBe(false)
  })
})
