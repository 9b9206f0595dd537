import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathRisk } from '#core/place-risk.ts'
import { checkPlan } from '../../../src/main/app/create-office.ts'
import { type Machine, placeRisk, refuseUnfit } from '../../../src/main/app/place-kind.ts'
import { restoreStore } from '../../../src/main/app/restore-store.ts'
import { groundAt, planOf, tempFolder } from '../../support/office.ts'

const linux = (mounts: string): Machine => ({
  platform: 'linux',
  mounts: () => mounts,
  isRemovable: (device) => device === '/dev/sdb1',
  driveType: () => 0,
})

const windows: Machine = {
  platform: 'win32',
  mounts: () => '',
  isRemovable: () => false,
  driveType: (letter) => ({ C: 3, E: 2, Z: 4 })[letter] ?? 3,
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

  it('is refused on a stick or a share of Windows', () => {
    expect(placeRisk('C:\\Data', windows)).toBeNull()
    expect(placeRisk('E:\\Data', windows)).toBe('removable')
    expect(placeRisk('z:\\Data', windows)).toBe('network')
    const mute = {
      ...windows,
      driveType: () => {
        throw new Error('not allowed')
      },
    }
    expect(placeRisk('E:\\Data', mute)).toBeNull()
  })

  it('is refused on a stick or a share of Linux, also below it and where it is still to be made', () => {
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
    expect(placeRisk(folder, machine)).toBeNull()
    expect(placeRisk(join(stick, 'a', 'b'), machine)).toBe('removable')
    expect(placeRisk(join(share, 'a'), machine)).toBe('network')
    symlinkSync(share, join(folder, 'link'))
    expect(placeRisk(join(folder, 'link', 'a'), machine)).toBe('network')
  })

  it('is refused when an office is made or restored there', async () => {
    const folder = join(tempFolder(), 'Dropbox', 'ra-quan')
    const code = { ok: false, problem: { code: 'store.place-synced', values: { folder } } }
    const ground = groundAt({ at: '2024-11-20T03:00:00.000Z' })
    expect(checkPlan(ground, folder, planOf())).toEqual(code)
    expect(refuseUnfit(tempFolder())).toBeNull()
    const made = await import('./made-backup.ts')
    const { backup, recoveryCode } = await made.madeBackup()
    expect(await restoreStore(ground, { backup, folder, code: recoveryCode })).toEqual(code)
  })
})
