import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '#core/result.ts'
import { makeBackup } from '../../../src/main/app/backups.ts'
import { copyHere } from '../../../src/main/app/copier.ts'
import { closeOffice } from '../../../src/main/app/office.ts'
import { openOffice, storePath } from '../../../src/main/app/open-office.ts'
import { restoreStore } from '../../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { holdStill } from '../../../src/main/db/backup.ts'
import { storeProblem } from '../../../src/main/db/open.ts'
import { clerk, draft, makeOffice, openWithTool, tempFolder } from '../../support/office.ts'
import { madeBackup } from './made-backup.ts'

/** A disk of so many megabytes that is really full when it is full; null where nobody may mount one. */
function smallDisk(megabytes: number): { path: string; unmount: () => void } | null {
  const path = join(tempFolder(), 'disk')
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'ignore',
    })
  } catch {
    return null
  }
  return { path, unmount: () => execFileSync('umount', ['-l', path]) }
}

const mayMount = (() => {
  const disk = smallDisk(1)
  disk?.unmount()
  return disk !== null
})()

describe('[A5] a backup', () => {
  it.runIf(mayMount)(
    'to a full disk is refused in plain words and leaves nothing there',
    async () => {
      const { office } = await makeOffice()
      const disk = smallDisk(1)
      if (!disk) throw new Error('no disk')
      try {
        writeFileSync(join(disk.path, 'đầy'), Buffer.alloc(900_000))
        const refused = await makeBackup(office, disk.path, copyHere)
        expect(refused).toMatchObject({ problem: { code: 'store.no-space' } })
        expect(readdirSync(disk.path)).toEqual(['đầy'])
        must(await saveHousehold(office, clerk, draft()))
      } finally {
        disk.unmount()
      }
    },
  )

  it.runIf(mayMount)('restored to a full disk leaves the folder as it was', async () => {
    const { backup, ground, recoveryCode } = await madeBackup()
    const disk = smallDisk(1)
    if (!disk) throw new Error('no disk')
    try {
      writeFileSync(join(disk.path, 'đầy'), Buffer.alloc(700_000))
      const folder = join(disk.path, 'office')
      const refused = await restoreStore(ground, { backup, folder, code: recoveryCode })
      expect(refused).toMatchObject({ problem: { code: 'store.no-space' } })
      expect(readdirSync(folder)).toEqual(['office.lock'])
    } finally {
      disk.unmount()
    }
  })

  it.runIf(mayMount)(
    'is not needed when the disk of the office itself is full: what was saved is there',
    async () => {
      const disk = smallDisk(4)
      if (!disk) throw new Error('no disk')
      try {
        const { backup, ground, recoveryCode } = await madeBackup()
        const folder = join(disk.path, 'office')
        const { key } = must(await restoreStore(ground, { backup, folder, code: recoveryCode }))
        const office = must(await openOffice(ground, folder, key))
        writeFileSync(join(folder, 'chèn'), Buffer.alloc(500_000))
        let saved = 0
        let why: string | undefined
        while (why === undefined && saved < 500) {
          try {
            must(await saveHousehold(office, clerk, draft()))
            saved += 1
          } catch (error) {
            why = storeProblem(error, folder)?.problem.code
            if (why === undefined) throw error
          }
        }
        expect(why).toBe('store.no-space')
        const count = 'select count(*) from household'
        expect(office.store.raw.prepare(count).pluck().get()).toBe(saved)
        await closeOffice(office)
        // Room was made, as the sentence asked for; the office opens with all that was saved.
        rmSync(join(folder, 'chèn'))
        const again = must(await openOffice(ground, folder, key))
        expect(again.store.raw.prepare(count).pluck().get()).toBe(saved)
        await closeOffice(again)
      } finally {
        try {
          disk.unmount()
        } catch {
          // It is gone already.
        }
      }
    },
  )

  it.runIf(mayMount)('to a read-only disk is refused in plain words', async () => {
    const { office } = await makeOffice()
    const disk = smallDisk(4)
    if (!disk) throw new Error('no disk')
    try {
      execFileSync('mount', ['-o', 'remount,ro', disk.path])
      expect(await makeBackup(office, disk.path, copyHere)).toMatchObject({
        problem: { code: 'store.read-only' },
      })
    } finally {
      disk.unmount()
    }
  })

  it('to a folder that vanishes meanwhile is refused in plain words', async () => {
    const { office, place } = await madeBackup()
    const vanishing: typeof copyHere = async (order) => {
      const facts = await copyHere(order)
      renameSync(place, `${place}-rút`)
      return facts
    }
    office.ground.now = () => new Date('2024-11-20T05:00:00Z')
    expect(await makeBackup(office, place, vanishing)).toMatchObject({
      problem: { code: 'file.unwritable' },
    })
    expect(await makeBackup(office, place, copyHere)).toMatchObject({
      problem: { code: 'backup.place-missing' },
    })
    must(await saveHousehold(office, clerk, draft()))
  })

  it('waits for a reader that still needs the log, and says so when that takes too long', async () => {
    const { office, folder, key } = await makeOffice()
    const reader = openWithTool(storePath(folder), key)
    reader.exec('begin')
    reader.prepare('select count(*) from household').get()
    must(await saveHousehold(office, clerk, draft()))
    expect(holdStill(office.store, undefined)).toEqual({
      ok: false,
      problem: { code: 'backup.busy' },
    })
    reader.exec('commit')
    reader.close()
    const held = must(holdStill(office.store, undefined))
    const before = statSync(storePath(folder)).mtimeMs
    must(await saveHousehold(office, clerk, draft()))
    office.store.raw.pragma('wal_checkpoint(PASSIVE)')
    expect(statSync(storePath(folder)).mtimeMs).toBe(before)
    held.release()
  })
})

describe('[A10] the log of the store', () => {
  it('stays within bounds under a writer and readers, and shrinks after a long one', async () => {
    const { office, folder, key } = await makeOffice()
    const wal = `${storePath(folder)}-wal`
    const big = office.store.raw.prepare('insert or replace into setting values (?, ?)')
    let turn = 0
    const write = (n: number) => {
      turn += 1
      big.run(`k${n % 50}`, `${turn}`.padStart(40_000, 'x'))
    }
    const reader = openWithTool(storePath(folder), key)
    const limit = 4000 * 4120 * 1.5
    for (let n = 0; n < 3000; n += 1) {
      write(n)
      if (n % 10 === 0) reader.prepare('select count(*) from setting').get()
    }
    expect(statSync(wal).size).toBeLessThan(limit)
    reader.exec('begin')
    reader.prepare('select count(*) from setting').get()
    for (let n = 0; n < 2500; n += 1) write(n)
    const swollen = statSync(wal).size
    expect(swollen).toBeGreaterThan(limit)
    reader.exec('commit')
    reader.close()
    for (let n = 0; n < 10; n += 1) write(n)
    office.store.raw.pragma('wal_checkpoint(PASSIVE)')
    write(1)
    expect(statSync(wal).size).toBeLessThanOrEqual(67_108_864)
    for (let n = 0; n < 1000; n += 1) write(n)
    expect(statSync(wal).size).toBeLessThanOrEqual(67_108_864)
    await closeOffice(office)
    expect(existsSync(wal)).toBe(false)
  })
})
