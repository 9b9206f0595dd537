import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupName, staleBackups, usualPlan } from '#core/backup.ts'
import { must } from '#core/result.ts'
import { findBackups } from '../../../src/main/app/backup-folder.ts'
import { savePlan } from '../../../src/main/app/backup-plan.ts'
import { makeBackup, makeBackups } from '../../../src/main/app/backups.ts'
import { copyHere } from '../../../src/main/app/copier.ts'
import { closeOffice, type Office } from '../../../src/main/app/office.ts'
import { openOffice } from '../../../src/main/app/open-office.ts'
import { restoreStore, settleRestore } from '../../../src/main/app/restore-store.ts'
import { saveHousehold } from '../../../src/main/app/save-household.ts'
import { countRows } from '../../../src/main/db/backup.ts'
import { listEnrolments } from '../../../src/main/db/register.ts'
import { clerk, draft, makeOffice, tempFolder } from '../../support/office.ts'

const everything = { from: null, to: null, query: '', conferenceId: null, limit: 1000 }

/** An office with a place for its backups. */
async function withPlace() {
  const made = await makeOffice()
  const place = join(tempFolder(), 'kho')
  mkdirSync(place)
  must(await savePlan(made.office, clerk, { ...usualPlan, places: [place] }))
  return { ...made, place }
}

const save = async (office: Office) => must(await saveHousehold(office, clerk, draft()))

/** Everything in a folder with its bytes, the lock aside. */
function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'office.lock')
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
}

describe('a backup', () => {
  it('[A11] taken while saving goes on restores with equal counts and hashes', async () => {
    const { office, place, ground, recoveryCode, clock } = await withPlace()
    await save(office)
    let saved = 1
    let busy = true
    const saving = (async () => {
      while (busy) {
        await save(office)
        saved += 1
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    const backups = []
    for (let i = 0; i < 3; i += 1) {
      const before = saved
      clock.at = `2024-11-20T03:0${i}:00.000Z`
      const slow: typeof copyHere = async (order) => {
        const until = saved + 3
        while (saved < until) await new Promise((resolve) => setTimeout(resolve, 5))
        return copyHere(order)
      }
      const made = must(await makeBackup(office, place, slow))
      expect(saved).toBeGreaterThan(before)
      backups.push(made)
    }
    busy = false
    await saving
    for (const { folder, manifest } of backups) {
      const to = join(tempFolder(), 'may-moi')
      const restored = must(
        await restoreStore(ground, { backup: folder, folder: to, code: recoveryCode }),
      )
      const again = must(await openOffice(ground, to, restored.key))
      const counts = countRows(again.store.raw)
      // Opening told the audit one line more.
      expect({ ...counts, audit: counts.audit }).toEqual({
        ...manifest?.counts,
        audit: (manifest?.counts.audit ?? 0) + 1,
      })
      const { rows } = await listEnrolments(again.store.db, everything)
      expect(rows).toHaveLength(manifest?.counts.enrolment ?? -1)
      await closeOffice(again)
    }
    const { total } = await listEnrolments(office.store.db, everything)
    expect(total).toBe(saved)
  })

  it('is listed with its verdict, and a changed one is neither listed as whole nor restored', async () => {
    const { office, place, ground, recoveryCode } = await withPlace()
    await save(office)
    const [outcome] = must(await makeBackups(office, clerk, copyHere))
    expect(outcome?.problem).toBeNull()
    const [found] = must(findBackups(place))
    if (!found?.manifest) throw new Error('no backup')
    expect(found).toMatchObject({ verdict: 'whole', manifest: { unit: '016' } })
    expect(readdirSync(found.folder).sort()).toEqual(['keys.json', 'manifest.json', 'office.db'])
    expect(JSON.parse(readFileSync(join(found.folder, 'keys.json'), 'utf8')).os).toBeNull()
    const file = join(found.folder, 'office.db')
    const bytes = readFileSync(file)
    const flipped = Buffer.from(bytes)
    flipped[9000] = (flipped[9000] ?? 0) ^ 1
    const target = { backup: found.folder, folder: join(tempFolder(), 'x'), code: recoveryCode }
    for (const bad of [flipped, bytes.subarray(0, 8192), Buffer.alloc(0)]) {
      writeFileSync(file, bad)
      expect(must(findBackups(place))[0]?.verdict).toBe(
        bad.length === bytes.length ? 'whole' : 'changed',
      )
      const refused = await restoreStore(ground, target)
      expect(refused).toMatchObject({ ok: false, problem: { code: 'backup.unsound' } })
      expect(readdirSync(target.folder)).toEqual(['office.lock'])
    }
    rmSync(join(found.folder, 'manifest.json'))
    expect(must(findBackups(place))[0]?.verdict).toBe('unreadable')
    expect(await restoreStore(ground, target)).toMatchObject({
      problem: { code: 'backup.unreadable' },
    })
  })

  it('leaves nothing behind when it fails, and clears what an interrupted one left', async () => {
    const { office, place } = await withPlace()
    const left = join(place, '.raquan-016-20240101T000000000Z.moi')
    mkdirSync(left)
    const other = join(place, '.raquan-999-20240101T000000000Z.moi')
    mkdirSync(other)
    const failing: typeof copyHere = async () => ({
      ok: false,
      problem: { code: 'backup.unsound' },
    })
    const [failed] = must(await makeBackups(office, clerk, failing))
    expect(failed).toMatchObject({ made: null, problem: { code: 'backup.unsound' } })
    expect(readdirSync(place)).toEqual(['.raquan-999-20240101T000000000Z.moi'])
    rmSync(place, { recursive: true })
    const [gone] = must(await makeBackups(office, clerk, copyHere))
    expect(gone?.problem).toEqual({ code: 'backup.place-missing', values: { folder: place } })
  })

  it('refuses places inside the data folder, missing ones and the same place twice', async () => {
    const { office, place, folder } = await withPlace()
    const plan = (...places: string[]) => savePlan(office, clerk, { ...usualPlan, places })
    expect(await plan(folder)).toMatchObject({ problem: { code: 'backup.place-inside' } })
    mkdirSync(join(folder, 'x'))
    expect(await plan(join(folder, 'x'))).toMatchObject({
      problem: { code: 'backup.place-inside' },
    })
    expect(await plan(`${place}-x`)).toMatchObject({ problem: { code: 'backup.place-missing' } })
    expect(await plan(place, `${place}/.`)).toMatchObject({
      problem: { code: 'backup.places-same' },
    })
  })
})

describe('restoring', () => {
  it('[A12] needs only the backup and the recovery code on a new computer', async () => {
    const { office, place, ground, recoveryCode, folder } = await withPlace()
    await save(office)
    must(await makeBackups(office, clerk, copyHere))
    await closeOffice(office)
    rmSync(folder, { recursive: true })
    const [found] = must(findBackups(place))
    const to = join(tempFolder(), 'new', 'office')
    const backup = found?.folder ?? ''
    const restored = must(await restoreStore(ground, { backup, folder: to, code: recoveryCode }))
    expect(restored.aside).toBeNull()
    const again = must(await openOffice(ground, to, restored.key))
    expect((await listEnrolments(again.store.db, everything)).total).toBe(1)
    await closeOffice(again)
  })

  it('[A13] changes nothing with a wrong code, and makes who guesses wait, also after a restart', async () => {
    const made = await withPlace()
    const { office, place, ground, recoveryCode, folder, clock } = made
    must(await makeBackups(office, clerk, copyHere))
    await closeOffice(office)
    const [found] = must(findBackups(place))
    const backup = found?.folder ?? ''
    const [live, kept] = [bytesOf(folder), bytesOf(backup)]
    const wrong = `${recoveryCode.slice(0, -4)}0000`
    const attempt = (code: string) => restoreStore(ground, { backup, folder, code })
    for (let i = 0; i < 4; i += 1)
      expect(await attempt(wrong)).toEqual({ ok: false, problem: { code: 'recovery.wrong' } })
    await attempt(wrong)
    expect(await attempt(recoveryCode)).toEqual({
      ok: false,
      problem: { code: 'recovery.wait', values: { seconds: 30 } },
    })
    const { 'recovery-tries.json': tries, ...rest } = bytesOf(folder)
    expect(tries).toBeTruthy()
    expect(rest).toEqual(live)
    expect(bytesOf(backup)).toEqual(kept)
    clock.at = '2024-11-20T03:00:31.000Z'
    await attempt(wrong)
    expect(await attempt(wrong)).toMatchObject({ problem: { values: { seconds: 60 } } })
    clock.at = '2024-11-20T03:05:00.000Z'
    must(await attempt(recoveryCode))
    expect(existsSync(join(folder, 'recovery-tries.json'))).toBe(false)
  })

  it('keeps the store that stood there aside, whole and openable', async () => {
    const { office, place, ground, recoveryCode, folder, key } = await withPlace()
    must(await makeBackups(office, clerk, copyHere))
    await save(office)
    await closeOffice(office)
    const [found] = must(findBackups(place))
    const backup = found?.folder ?? ''
    const restored = must(await restoreStore(ground, { backup, folder, code: recoveryCode }))
    const now = must(await openOffice(ground, folder, restored.key))
    expect((await listEnrolments(now.store.db, everything)).total).toBe(0)
    await closeOffice(now)
    const old = must(await openOffice(ground, restored.aside ?? '', key))
    expect((await listEnrolments(old.store.db, everything)).total).toBe(1)
    await closeOffice(old)
    must(settleRestore(ground, folder))
  })
})

describe('the rule for keeping', () => {
  it('keeps the newest, the last of each day and the last of each month', () => {
    const at = (day: string, hour = '10') => backupName('016', `${day}T${hour}:00:00.000Z`)
    const names = [
      ...['2024-08-30', '2024-09-01', '2024-09-29', '2024-10-31', '2024-11-10'].map((d) => at(d)),
      ...['08', '12', '17'].map((hour) => at('2024-11-19', hour)),
      at('2024-11-20'),
    ]
    const plan = { ...usualPlan, days: 2, months: 3 }
    expect(staleBackups(names, plan).sort()).toEqual(
      [
        at('2024-08-30'),
        at('2024-09-01'),
        at('2024-11-10'),
        at('2024-11-19', '08'),
        at('2024-11-19', '12'),
      ].sort(),
    )
    expect(staleBackups([at('2024-01-01')], { ...plan, days: 1, months: 1 })).toEqual([])
    expect(staleBackups(['notes', '..', ...names], plan)).not.toContain('notes')
  })
})
