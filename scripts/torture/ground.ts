import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { must } from '#core/result.ts'
import { savePlan } from '../../src/main/app/backup-plan.ts'
import { makeBackup } from '../../src/main/app/backups.ts'
import { copyHere } from '../../src/main/app/copier.ts'
import { createOffice } from '../../src/main/app/create-office.ts'
import { practicePlan } from '../../src/main/app/first-run.ts'
import { noVault } from '../../src/main/app/key-file.ts'
import { closeOffice, type Ground } from '../../src/main/app/office.ts'
import { openOffice, storePath } from '../../src/main/app/open-office.ts'
import { addPracticeData } from '../../src/main/app/practice.ts'
import { makeRecoveryCode } from '../../src/main/app/recovery-code.ts'
import { openPracticeKey } from '../../src/main/app/signing-keys.ts'
import { commandLine, groundHere } from '../../src/main/cli/ground.ts'
import { migrations } from '../../src/main/db/migrate.ts'
import { closeStore, openStore } from '../../src/main/db/open.ts'
import { trialClock } from './order.ts'

/** What every round begins from: an office with some rows, its backup, and one of an old schema. */
export type Trial = {
  ground: Ground
  began: number
  key: Buffer
  recoveryCode: string
  /** A closed office that is copied where work is to begin afresh. */
  base: string
  /** The same rows as an app of the fifth schema left them. */
  old: string
  backup: string
  root: string
}

/** The released schema from which the trial brings a store up to date. */
const oldSchema = 5

/** Makes the offices of a trial in an empty folder. */
export async function prepareTrial(root: string): Promise<Trial> {
  const began = Date.now()
  const ground = { ...groundHere(), now: trialClock(began) }
  const [base, old, backups] = ['base', 'old', 'backups'].map((name) => join(root, name))
  if (!base || !old || !backups) throw new Error('no folders')
  const recoveryCode = makeRecoveryCode()
  const plan = { ...practicePlan(ground, '016'), on: '2024-11-16' }
  const { key } = must(await createOffice(ground, base, plan, recoveryCode, noVault))
  mkdirSync(backups)
  const office = must(await openOffice(ground, base, key))
  const days = { from: '2024-11-01', to: '2024-11-19' }
  must(await addPracticeData(office, { ...days, households: 30, seed: 1 }, () => {}))
  must(await openPracticeKey(office))
  const places = { places: [backups], everyHours: 24, days: 90, months: 60 }
  must(await savePlan(office, commandLine, places))
  const backup = must(await makeBackup(office, backups, copyHere)).folder
  await closeOffice(office)
  await makeOld(base, old, key)
  return { ground, began, key, recoveryCode, base, old, backup, root }
}

/** An office of an older schema: its migrations, and the office and people of `base`. */
async function makeOld(base: string, old: string, key: Buffer): Promise<void> {
  mkdirSync(old)
  cpSync(join(base, 'keys.json'), join(old, 'keys.json'))
  const store = must(openStore(storePath(old), key, { create: true }))
  const released = Object.entries(migrations).slice(0, oldSchema)
  const provider = { getMigrations: async () => Object.fromEntries(released) }
  await new Migrator({ db: store.db, provider }).migrateToLatest()
  const { raw } = store
  raw.prepare("insert into office values (1, '016', 'Thử', '2024-11-16', 1, ?)").run('2024-11-16')
  const staff = raw.prepare(
    'insert into staff (name, role, pin_salt, pin_hash) values (?, ?, ?, ?)',
  )
  for (const [name, role] of [
    ['Trưởng', 'head'],
    ['Nhập', 'clerk'],
  ])
    staff.run(name, role, Buffer.alloc(16), Buffer.alloc(32))
  const setting = raw.prepare('insert into setting values (?, ?)')
  for (let row = 0; row < oldRows; row += 1) setting.run(`k${row}`, 'x'.repeat(200))
  await closeStore(store)
}

/** Settings in the old store, to be found again after it was brought up to date. */
export const oldRows = 500
