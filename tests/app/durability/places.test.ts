import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sayProblem } from '#core/messages.ts'
import { pathRisk } from '#core/place-risk.ts'
import { must } from '#core/result.ts'
import { makeBackup } from '../../../src/main/app/backups.ts'
import { copyHere } from '../../../src/main/app/copier.ts'
import { checkPlan } from '../../../src/main/app/create-office.ts'
import { openAtStart } from '../../../src/main/app/first-run.ts'
import { openKeyWithCode } from '../../../src/main/app/key-file.ts'
import { closeOffice } from '../../../src/main/app/office.ts'
import {
  type Machine,
  placeRisk,
  refuseUnfit,
  warnOfPlace,
} from '../../../src/main/app/place-kind.ts'
import { restoreStore } from '../../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { callerOf } from '../../support/caller.ts'
import {
  clerk,
  deskOf,
  draft,
  groundAt,
  headPin,
  keyring,
  makeOffice,
  planOf,
  tempFolder,
} from '../../support/office.ts'

const linux = (mounts: string): Machine => ({
  platform: 'linux',
  mounts: () => mounts,
  isRemovable: (device) => device === '/dev/sdb1',
  driveType: async () => 0,
})

const windows: Machine = {
  platform: 'win32',
  mounts: () => '',
  isRemovable: () => false,
  driveType: async (letter) => ({ C: 3, E: 2, Z: 4 })[letter] ?? 3,
}

describe('[A7] the folder of the live store', () => {
  it.each([
    ['C:\\Users\\An\\OneDrive\\ra-quan', 'synced'],
    ['C:\\Users\\An\\OneDrive - BHXH Hà Nội\\x', 'synced'],
    ['G:\\My Drive\\ra quan', 'synced'],
    ['/data/an/Google Drive/x', 'synced'],
    ['/Users/an/Dropbox (Cơ quan)/x', 'synced'],
    ['/Users/an/Library/Mobile Documents/x', 'synced'],
    ['\\\\may-chu\\chung\\ra-quan', 'network'],
    ['//may-chu/chung', 'network'],
    ['\\\\?\\C:\\Users\\An', null],
    ['C:\\Users\\An\\AppData\\RaQuan', null],
    ['/data/an/onedrive-cu-khong-dung', null],
    ['/data/an/boxes', null],
  ])('%s is %s by its path', (path, risk) => {
    expect(pathRisk(path)).toBe(risk)
  })

  it('is refused on a stick or a share of Windows', async () => {
    expect(await placeRisk('C:\\Data', windows)).toBeNull()
    expect(await placeRisk('E:\\Data', windows)).toBe('removable')
    expect(await placeRisk('z:\\Data', windows)).toBe('network')
    const mute = {
      ...windows,
      driveType: async () => {
        throw new Error('not allowed')
      },
    }
    expect(await placeRisk('E:\\Data', mute)).toBeNull()
  })

  it('is refused on a stick or a share of Linux, also below it and where it is still to be made', async () => {
    const folder = tempFolder()
    const stick = join(folder, 'usb stick')
    const share = join(folder, 'share')
    for (const each of [stick, share]) mkdirSync(each)
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0',
      `/dev/sdb1 ${stick.replaceAll(' ', '\\040')} vfat rw 0 0`,
      `//srv/x ${share} cifs rw 0 0`,
    ].join('\n')
    const machine = linux(mounts)
    expect(await placeRisk(folder, machine)).toBeNull()
    expect(await placeRisk(join(stick, 'a', 'b'), machine)).toBe('removable')
    expect(await placeRisk(join(share, 'a'), machine)).toBe('network')
    symlinkSync(share, join(folder, 'link'))
    expect(await placeRisk(join(folder, 'link', 'a'), machine)).toBe('network')
  })

  it('is refused when an office is made or restored there', async () => {
    const folder = join(tempFolder(), 'Dropbox', 'ra-quan')
    const code = { ok: false, problem: { code: 'store.place-synced', values: { folder } } }
    const ground = groundAt({ at: '2024-11-20T03:00:00.000Z' })
    expect(await checkPlan(ground, folder, planOf())).toEqual(code)
    expect(await refuseUnfit(tempFolder())).toBeNull()
    const made = await import('./made-backup.ts')
    const { backup, recoveryCode } = await made.madeBackup()
    expect(await restoreStore(ground, { backup, folder, code: recoveryCode })).toEqual(code)
  })

  it('that is unfit and in use is warned of at start, locks nobody out, and can be moved', async () => {
    const made = await makeOffice()
    await closeOffice(made.office)
    const folder = join(tempFolder(), 'OneDrive - BHXH', 'ra-quan')
    cpSync(made.folder, folder, { recursive: true })
    const ring = keyring()
    must(openKeyWithCode(folder, made.recoveryCode, ring))
    const { desk, window } = deskOf(made.ground, folder, ring)
    await openAtStart(desk)
    await warnOfPlace(desk)
    expect(window.events.at(-1)).toEqual({ event: 'changed', payload: { areas: ['state'] } })
    const call = callerOf(desk)
    const problem = { code: 'store.stands-synced', values: { folder } } as const
    expect(await call('app.state', {})).toMatchObject({
      ...{ phase: 'signed-out', problem: null, readOnly: false, unfitPlace: problem },
    })
    for (const language of ['vi', 'en'] as const)
      expect(sayProblem(problem, language)).toContain(folder)
    await call('session.start', { staffId: 1, pin: headPin })
    must(await saveHousehold(desk.office ?? made.office, clerk, draft()))

    const place = join(tempFolder(), 'kho')
    mkdirSync(place)
    const backup = must(await makeBackup(desk.office ?? made.office, place, copyHere)).folder
    desk.chosen.add(backup)
    const dataDir = join(tempFolder(), 'ra-quan')
    const order = {
      ...{ job: 'a', backup, recoveryCode: made.recoveryCode, ownPin: headPin },
    }
    const refused = call('restore.run', { ...order, dataDir: null })
    await expect(refused).rejects.toThrow('store.place-synced')
    await call('session.start', { staffId: 1, pin: headPin })
    const unasked = call('restore.run', { ...order, dataDir })
    await expect(unasked).rejects.toThrow('file.not-chosen')
    desk.chosen.add(dataDir)
    const wrong = call('restore.run', { ...order, dataDir, recoveryCode: 'X' })
    await expect(wrong).rejects.toThrow('recovery.wrong')
    expect(existsSync(dataDir)).toBe(false)
    await call('session.start', { staffId: 1, pin: headPin })
    const { state, aside } = await call('restore.run', { ...order, dataDir })
    expect(aside).toBeNull()
    expect(state).toMatchObject({ phase: 'signed-out', dataDir, unfitPlace: null })
    expect(window.settings?.dataDir).toBe(dataDir)
    const count = 'select count(*) from household'
    expect(desk.office?.store.raw.prepare(count).pluck().get()).toBe(1)
  })

  it('that is fit is not warned of', async () => {
    const made = await makeOffice()
    const { desk, window } = deskOf(made.ground, made.folder)
    desk.office = made.office
    await warnOfPlace(desk)
    expect(desk.unfit).toBeNull()
    expect(window.events).toEqual([])
  })
})
