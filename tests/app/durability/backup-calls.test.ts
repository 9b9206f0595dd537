import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { usualPlan } from '#core/backup.ts'
import { must } from '#core/result.ts'
import { backUpBeforeLeaving, nextBackup } from '../../../src/main/app/auto-backup.ts'
import { type Desk, leaveOffice } from '../../../src/main/app/desk.ts'
import { openAtStart, unlockWithCode } from '../../../src/main/app/first-run.ts'
import { noVault, openKeyWithCode } from '../../../src/main/app/key-file.ts'
import { closeOffice } from '../../../src/main/app/office.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { openEnvelope } from '../../../src/main/exchange/envelope.ts'
import { openKey } from '../../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../../src/main/exchange/practice-key.ts'
import { type Caller, callerOf } from '../../support/caller.ts'
import {
  clerk,
  clerkPin,
  deskOf,
  draft,
  headPin,
  keyring,
  type Made,
  makeOffice,
  tempFolder,
  type Window,
} from '../../support/office.ts'

let made: Made
let desk: Desk
let window: Window
let call: Caller
const root = tempFolder()
const places = ['một', 'hai'].map((name) => join(root, name))

const enter = (staffId = 1, pin = headPin) => call('session.start', { staffId, pin })
const fillIn = async () => must(await saveHousehold(desk.office ?? made.office, clerk, draft()))

beforeAll(async () => {
  const ring = keyring()
  made = await makeOffice({ vault: ring })
  await closeOffice(made.office)
  for (const place of places) mkdirSync(place)
  ;({ desk, window } = deskOf(made.ground, made.folder, ring))
  await openAtStart(desk)
  call = callerOf(desk)
  await enter()
})

describe('backups of an office', () => {
  it('go to the two places that were chosen, by who keeps the store and types the own PIN', async () => {
    await fillIn()
    await expect(call('backup.make', { job: 'a' })).rejects.toThrow('backup.no-place')
    const plan = { ...usualPlan, places }
    await expect(call('backup.plan', { plan, ownPin: headPin })).rejects.toThrow('file.not-chosen')
    for (const place of places) {
      window.folder = place
      expect(await call('app.chooseFolder', { purpose: 'backup' })).toBe(place)
    }
    await expect(call('backup.plan', { plan, ownPin: '0000' })).rejects.toThrow('wrong-pin')
    expect((await call('backup.plan', { plan, ownPin: headPin })).plan).toEqual(plan)
    const outcomes = await call('backup.make', { job: 'a' })
    expect(outcomes.map(({ made: card }) => card?.enrolments)).toEqual([1, 1])
    expect(window.events.some(({ event }) => event === 'progress')).toBe(true)
    const stand = await call('backup.read', {})
    expect(stand.dueAt).toBeNull()
    expect(stand.places.map(({ backups }) => backups[0]?.verdict)).toEqual(['whole', 'whole'])
  })

  it('are no work for a clerk', async () => {
    await call('session.end', {})
    await enter(2, clerkPin)
    await expect(call('backup.read', {})).rejects.toThrow('session.not-allowed')
    await expect(call('recovery.new', { ownPin: clerkPin })).rejects.toThrow('session.not-allowed')
    const backup = (must(await standAsHead()).places[0]?.backups[0]?.folder ?? '') as string
    desk.chosen.add(backup)
    const order = {
      ...{ job: 's', backup, recoveryCode: made.recoveryCode },
      ...{ ownPin: clerkPin, dataDir: null },
    }
    await expect(call('restore.run', order)).rejects.toThrow('session.not-allowed')
    await call('session.end', {})
    await enter()
  })

  it('are due again some hours after something changed, and made when the app is closed', async () => {
    const office = desk.office ?? made.office
    expect(await nextBackup(office)).toBeNull()
    await fillIn()
    expect(await nextBackup(office)).toBe('2024-11-20T07:00:00.000Z')
    made.clock.at = '2024-11-20T09:00:00.000Z'
    await backUpBeforeLeaving(desk)
    // The last one of the day takes the place of the one of the morning.
    const kept = ['raquan-016-20241120T090000000Z']
    expect(places.map((place) => readdirSync(place))).toEqual([kept, kept])
    made.clock.at = '2024-11-20T09:30:00.000Z'
    await backUpBeforeLeaving(desk)
    expect(places.map((place) => readdirSync(place))).toEqual([kept, kept])
  })

  it('are played through by a rehearsal, with and without the code, which leaves nothing', async () => {
    const before = process.env.TMPDIR
    process.env.TMPDIR = join(root, 'tmp')
    mkdirSync(process.env.TMPDIR)
    expect(await call('backup.rehearse', { job: 'r', recoveryCode: null })).toMatchObject({
      enrolments: 2,
    })
    expect(
      await call('backup.rehearse', { job: 'r', recoveryCode: made.recoveryCode }),
    ).toMatchObject({
      enrolments: 2,
    })
    await expect(call('backup.rehearse', { job: 'r', recoveryCode: 'ABCD' })).rejects.toThrow(
      'recovery.wrong',
    )
    expect(readdirSync(process.env.TMPDIR)).toEqual([])
    const said = window.events.filter(({ event }) => event === 'progress')
    expect(said.at(-1)?.payload).toMatchObject({
      job: 'r',
      label: expect.stringMatching(/kiểm tra/),
    })
    const stopped = call('backup.rehearse', { job: 'z', recoveryCode: null })
    while (desk.job?.id !== 'z') await new Promise((resolve) => setImmediate(resolve))
    expect(await call('restore.cancel', { job: 'z' })).toBe(true)
    await expect(stopped).rejects.toThrow('job.cancelled')
    expect(await call('restore.cancel', { job: 'z' })).toBe(false)
    expect(readdirSync(process.env.TMPDIR)).toEqual([])
    process.env.TMPDIR = before
    if (before === undefined) delete process.env.TMPDIR
  })

  it('bring the office back by PIN and code; the store that stood there is kept', async () => {
    await fillIn()
    window.folder = places[1] ?? ''
    await call('app.chooseFolder', { purpose: 'backup' })
    const [newest] = await call('restore.list', { folder: places[1] ?? '' })
    const backup = newest?.folder ?? ''
    const order = {
      ...{ job: 's', backup, recoveryCode: made.recoveryCode },
      ...{ ownPin: headPin, dataDir: null },
    }
    await expect(call('restore.run', { ...order, ownPin: '0000' })).rejects.toThrow('wrong-pin')
    await expect(call('restore.run', { ...order, recoveryCode: 'x' })).rejects.toThrow(
      'recovery.wrong',
    )
    await enter()
    const stopped = call('restore.run', order)
    while (desk.job?.id !== 's') await new Promise((resolve) => setImmediate(resolve))
    expect(await call('restore.cancel', { job: 's' })).toBe(true)
    await expect(stopped).rejects.toThrow('job.cancelled')
    expect(readdirSync(made.folder).filter((name) => name.startsWith('khoi-phuc'))).toEqual([])
    await enter()
    const { state, aside } = await call('restore.run', order)
    expect(state).toMatchObject({ phase: 'signed-out', readOnly: false, problem: null })
    expect(existsSync(join(aside ?? '', 'office.db'))).toBe(true)
    await enter()
    const all = { from: null, to: null, query: '', conferenceId: null, limit: 10 }
    expect((await call('enrolment.list', all)).rows).toHaveLength(2)
    // This computer has sealed the key again: the next start asks for no code.
    await leaveOffice(desk)
    await openAtStart(desk)
    expect(desk.problem).toBeNull()
    await enter()
  })
})

describe('the recovery code', () => {
  it('is changed by the head once the new one was typed back, in the backups as well', async () => {
    const old = made.recoveryCode
    const { recoveryCode } = await call('recovery.new', { ownPin: headPin })
    expect((await call('recovery.sheet', {})).pages).toBe(1)
    await expect(call('recovery.confirm', { lastGroup: 'ZZZZ' })).rejects.toThrow('not-confirmed')
    expect(openKeyWithCode(made.folder, old, noVault).ok).toBe(true)
    const changed = await call('recovery.confirm', { lastGroup: recoveryCode.slice(-4) })
    expect(changed).toEqual({ backups: 2, unreached: 0 })
    const backups = places.flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    for (const folder of [made.folder, ...backups]) {
      expect(openKeyWithCode(folder, old, noVault).ok).toBe(false)
      expect(openKeyWithCode(folder, recoveryCode, noVault).ok).toBe(true)
    }
    expect(await unlockWithCode(desk, old)).toMatchObject({ problem: { code: 'recovery.wrong' } })
  })

  it('may be left with the city, encrypted for its certificate, and is by default with nobody', async () => {
    expect((await call('backup.read', {})).escrow).toBeNull()
    const now = new Date(made.clock.at)
    const asked = { unitCode: '01', unitName: 'BHXH thành phố Hà Nội', password: 'mật khẩu', now }
    const city = must(await makePracticeKey(asked))
    const certificate = join(root, 'thanh-pho.crt')
    writeFileSync(certificate, city.certificatePem)
    const order = { certificate, ownPin: headPin }
    await expect(call('recovery.escrow', order)).rejects.toThrow('file.not-chosen')
    desk.chosen.add(certificate)
    expect((await call('recovery.escrow', order)).escrow).toContain('Hà Nội')
    made.clock.at = '2024-11-20T10:00:00.000Z'
    const [first] = await call('backup.make', { job: 'b' })
    const sealed = readFileSync(join(first?.made?.folder ?? '', 'khoa-gui.p7m'))
    const key = must(await openKey(city.p12, 'mật khẩu'))
    expect(Buffer.from(must(await openEnvelope(sealed, key))).equals(made.key)).toBe(true)
    expect(
      (await call('recovery.escrow', { certificate: null, ownPin: headPin })).escrow,
    ).toBeNull()
    expect(existsSync(join(made.folder, 'khoa-gui.p7m'))).toBe(false)
  })
})

async function standAsHead() {
  const { readStand } = await import('../../../src/main/app/backup-view.ts')
  return readStand(desk.office ?? made.office)
}
