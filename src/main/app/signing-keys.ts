import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyChoice } from '#core/contract.ts'
import { fail, must, ok, type Result } from '#core/result.ts'
import { readSetting, writeSetting } from '../db/office.ts'
import { openKey, type SigningKey } from '../exchange/key.ts'
import { makePracticeKey } from '../exchange/practice-key.ts'
import { stampFrom } from '../exchange/timestamp-client.ts'
import { openTokenKey } from '../exchange/token/token.ts'
import type { Desk } from './desk.ts'
import { fileProblem, writeDurably } from './files.ts'
import type { Office } from './office.ts'

/**
 * The signing key a person chose: practice key, chosen key file, or token through the driver of the
 * settings. It asks for time stamps when a server is set.
 */
export async function openChosenKey(
  desk: Desk,
  office: Office,
  choice: KeyChoice,
): Promise<Result<SigningKey>> {
  const key = await openBare(desk, office, choice)
  const server = desk.settings.stampServer
  return key.ok && server ? ok({ ...key.value, stamp: stampFrom(server) }) : key
}

function openBare(desk: Desk, office: Office, choice: KeyChoice): Promise<Result<SigningKey>> {
  if (choice.kind === 'practice') return openPracticeKey(office)
  if (choice.kind === 'token') {
    const driver = desk.settings.tokenDriver
    if (driver === null) return Promise.resolve(fail('exchange.token-no-driver'))
    const { serial, fingerprint, tokenPin } = choice
    return openTokenKey({ driver, serial, fingerprint }, tokenPin)
  }
  if (!desk.chosen.has(choice.path))
    return Promise.resolve(fail('file.not-chosen', { file: choice.path }))
  return openKeyFile(choice.path, choice.password)
}

/** Opens a PKCS#12 file from disk. */
export async function openKeyFile(path: string, password: string): Promise<Result<SigningKey>> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return fail('file.unreadable', { file: path })
  }
  return openKey(bytes, password)
}

const passwordSetting = 'practice-key-password'

/**
 * The signing key of a practice office, made at first use: a PKCS#12 file in the data folder whose
 * password is in the encrypted store, and its certificate in the office's own trust folder.
 */
export async function openPracticeKey(office: Office): Promise<Result<SigningKey>> {
  if (!office.row.practice) return fail('office.not-practice')
  const path = join(office.folder, 'practice-key.p12')
  // One transaction, so that two exports at once do not make two keys.
  return office.store.db.transaction().execute(async (db) => {
    const password = await readSetting(db, passwordSetting)
    if (password !== null && existsSync(path)) return openKeyFile(path, password)
    const fresh = randomBytes(24).toString('base64url')
    const made = must(
      await makePracticeKey({
        unitCode: office.row.code,
        unitName: office.row.name,
        password: fresh,
        now: office.ground.now(),
      }),
    )
    await writeSetting(db, passwordSetting, fresh)
    try {
      mkdirSync(join(office.folder, 'trust'), { recursive: true })
      writeDurably(join(office.folder, 'trust', 'practice-key.pem'), made.certificatePem)
      writeDurably(path, made.p12)
    } catch (error) {
      const problem = fileProblem(error, office.folder)
      if (problem) return problem
      throw error
    }
    return openKey(made.p12, fresh)
  })
}
