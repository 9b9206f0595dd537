import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { leaveOffice } from '../../src/main/app/desk.ts'
import { openAtStart } from '../../src/main/app/first-run.ts'
import { closeOffice } from '../../src/main/app/office.ts'
import { openOffice } from '../../src/main/app/open-office.ts'
import { saveHousehold } from '../../src/main/app/save-household.ts'
import { describeState } from '../../src/main/app/session.ts'
import { durability, openStore } from '../../src/main/db/open.ts'
import {
  asOrdinaryUser,
  clerk,
  deskOf,
  draft,
  keyring,
  type Made,
  makeOffice,
  openWithTool,
  reopen,
  tempFolder,
} from '../support/office.ts'

const ring = keyring()
let made: Made
let good: Buffer

beforeAll(async () => {
  made = await makeOffice({ vault: ring })
  for (let i = 0; i < 5; i += 1) must(await saveHousehold(made.office, clerk, draft()))
  await closeOffice(made.office)
  good = readFileSync(join(made.folder, 'office.db'))
})

/** A copy of the closed office with other bytes for its store. */
function officeWith(bytes: Uint8Array): string {
  const folder = join(tempFolder(), 'office')
  cpSync(made.folder, folder, { recursive: true })
  writeFileSync(join(folder, 'office.db'), bytes)
  return folder
}

/** The files of a folder with their bytes; the lock file aside, which every opening takes. */
const filesOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'office.lock')
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')])

function flipped(at: number): Buffer {
  const bytes = Buffer.from(good)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  return bytes
}

function plainSqlite(): Buffer {
  const plain = new Database(':memory:')
  plain.exec('create table office (id integer); insert into office values (1)')
  return Buffer.from(plain.serialize())
}

describe('an office', () => {
  it('[A1] is durable each time it is opened, and notes the opening in the chain', async () => {
    const copy = { ...made, folder: officeWith(good) }
    const office = must(await openOffice(copy.ground, copy.folder, copy.key))
    const again = await reopen({ ...copy, office })
    const { raw } = again.office.store
    expect(durability(raw)).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1 })
    const last = raw.prepare('select event, detail from audit order by seq desc limit 2').all()
    const opened = { event: 'office.opened', detail: '{"version":"0.1.0-test"}' }
    expect(last).toEqual([opened, opened])
    must(await saveHousehold(again.office, clerk, draft()))
    expect(durability(raw)).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1 })
  })

  it('opens again after the process that held it was killed in the middle of its work', async () => {
    const copy = { ...made, folder: officeWith(good) }
    const office = must(await openOffice(copy.ground, copy.folder, copy.key))
    const saved = must(await saveHousehold(office, clerk, draft()))
    // What a killed process leaves: the store and its log as they stand, nothing tidied up.
    const left = join(tempFolder(), 'office')
    office.store.raw.exec('begin immediate')
    cpSync(copy.folder, left, { recursive: true })
    office.store.raw.exec('rollback')
    await closeOffice(office)
    const again = must(await openOffice(copy.ground, left, copy.key))
    const ids = again.store.raw.prepare('select id from enrolment').pluck().all()
    expect(ids).toEqual(expect.arrayContaining(saved.enrolmentIds))
    await closeOffice(again)
  })

  it.each([
    ['0 bytes', () => Buffer.alloc(0), 'store.damaged'],
    ['1 byte', () => Buffer.alloc(1), 'store.damaged'],
    ['the first page only', () => good.subarray(0, 4096), 'store.damaged'],
    ['half of it', () => good.subarray(0, Math.floor(good.length / 8192) * 4096), 'store.damaged'],
    ['all but ten bytes', () => good.subarray(0, -10), 'store.damaged'],
    ['a flipped bit in its first page', () => flipped(500), 'store.foreign'],
    ['a flipped bit in its middle', () => flipped(good.length >> 1), 'store.damaged'],
    ['a flipped bit in its last page', () => flipped(good.length - 100), 'store.damaged'],
    ['a plain SQLite file', plainSqlite, 'store.foreign'],
    ['a text', () => Buffer.from('Sổ theo dõi\n'.repeat(2000)), 'store.foreign'],
  ])(
    '[A6] is refused with %s, its files left alone and the folder free',
    async (_, bytes, code) => {
      const folder = officeWith(bytes())
      const before = filesOf(folder)
      for (let i = 0; i < 2; i += 1) {
        const refused = await openOffice(made.ground, folder, made.key)
        expect(refused).toMatchObject({ ok: false, problem: { code } })
        expect(filesOf(folder)).toEqual(before)
      }
      const { desk } = deskOf(made.ground, folder, ring)
      await openAtStart(desk)
      const state = await describeState(desk)
      expect(state.problem?.code).toBe(code)
      // What can still be read is open for looking only; nothing else is.
      expect(state.readOnly).toBe(state.phase === 'signed-out')
      if (!state.readOnly) expect(state).toMatchObject({ phase: 'no-key', office: null })
      await leaveOffice(desk)
      const after = Object.fromEntries(filesOf(folder))
      expect(after).toMatchObject(Object.fromEntries(before))
      for (const name of ['office.db-wal', 'office.db-shm'])
        rmSync(join(folder, name), { force: true })
      writeFileSync(join(folder, 'office.db'), good)
      await closeOffice(must(await openOffice(made.ground, folder, made.key)))
    },
  )

  it('[A15] is refused when a newer app made it', async () => {
    const folder = officeWith(good)
    const tool = openWithTool(join(folder, 'office.db'), made.key)
    tool.exec("insert into kysely_migration values ('0999-later', '2030-01-01T00:00:00Z')")
    tool.close()
    const before = filesOf(folder)
    const newer = { ok: false, problem: { code: 'store.newer' } }
    expect(await openOffice(made.ground, folder, made.key)).toEqual(newer)
    expect(filesOf(folder)).toEqual(before)
  })

  it('is missing when the store or the office in it is', async () => {
    const folder = officeWith(good)
    rmSync(join(folder, 'office.db'))
    const missing = { ok: false, problem: { code: 'store.missing', values: { folder } } }
    expect(await openOffice(made.ground, folder, made.key)).toEqual(missing)
    const store = must(openStore(join(folder, 'office.db'), made.key, { create: true }))
    store.raw.exec('create table something (id)')
    store.raw.close()
    expect(await openOffice(made.ground, folder, made.key)).toEqual(missing)
  })

  it('[A8] is in use while it is open, and says so at start', async () => {
    const folder = officeWith(good)
    const office = must(await openOffice(made.ground, folder, made.key))
    const { desk } = deskOf(made.ground, folder, ring)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({
      phase: 'no-key',
      problem: { code: 'store.in-use', values: { folder } },
    })
    await closeOffice(office)
    await openAtStart(desk)
    expect(await describeState(desk)).toMatchObject({ phase: 'signed-out', problem: null })
  })

  it('[A5] says so when its folder cannot be written', async () => {
    const folder = officeWith(good)
    chmodSync(folder, 0o555)
    const refused = await asOrdinaryUser(() => openOffice(made.ground, folder, made.key))
    expect(refused).toMatchObject({ ok: false, problem: { code: 'store.read-only' } })
    chmodSync(folder, 0o755)
    await closeOffice(must(await openOffice(made.ground, folder, made.key)))
  })
})
