import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '#core/result.ts'
import { createOffice } from '../../../src/main/app/create-office.ts'
import { type Desk, makeDesk } from '../../../src/main/app/desk.ts'
import { noVault } from '../../../src/main/app/key-file.ts'
import type { Ground, Office } from '../../../src/main/app/office.ts'
import { openOffice } from '../../../src/main/app/open-office.ts'
import { makeRecoveryCode } from '../../../src/main/app/recovery-code.ts'
import { trustFolder } from '../../../src/main/app/trust-folder.ts'
import { openKey, type SigningKey } from '../../../src/main/exchange/key.ts'
import { makePracticeKey } from '../../../src/main/exchange/practice-key.ts'
import { runNodeJob } from '../../../tests/support/node-job.ts'

/** An empty practice city office in a folder. */
export async function cityIn(folder: string, ground: Ground): Promise<Office> {
  const home = join(folder, 'city')
  const plan = {
    ...{ code: '01', on: '2024-11-16', practice: true, targets: [] },
    people: [
      { name: 'Thủ trưởng', role: 'head' as const, pin: '2468' },
      { name: 'Cán bộ', role: 'clerk' as const, pin: '1357' },
    ],
  }
  const { key } = must(await createOffice(ground, home, plan, makeRecoveryCode(), noVault))
  return must(await openOffice(ground, home, key))
}

/** A desk that runs jobs in processes of Node and has no window. */
export function deskAt(ground: Ground, dataDir: string): Desk {
  const none = () => {
    throw new Error('the bench has no window')
  }
  const ports = {
    ...{ vault: noVault, chooseFolder: none, chooseFile: none, chooseSave: none },
    chooseFiles: async () => [],
    ...{ print: none, printers: none, allowCamera: none, saveSettings: () => {}, emit: () => {} },
    runJob: runNodeJob,
  }
  const settings = {
    dataDir,
    language: 'vi' as const,
    exportDir: null,
    printers: {},
    printer: null,
  }
  return makeDesk(ground, ports as unknown as Desk['ports'], settings as Desk['settings'])
}

/** A practice key of a unit whose certificate the city trusts. */
export async function trustedKey(city: Office, code: string, name: string): Promise<SigningKey> {
  const now = new Date('2023-12-31T01:00:00Z')
  const password = 'do-luong-1'
  const made = must(await makePracticeKey({ unitCode: code, unitName: name, password, now }))
  mkdirSync(trustFolder(city), { recursive: true })
  writeFileSync(join(trustFolder(city), `${code}.pem`), made.certificatePem)
  return must(await openKey(made.p12, password))
}
