import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '#core/result.ts'
import { fileProblem, writeDurably } from './files.ts'
import { readRecoveryCode } from './recovery-code.ts'

/**
 * The key store of the operating system (Electron `safeStorage`). `seal` answers null when the
 * system has no real store: then the key is kept only under the recovery code, never in the clear.
 */
export type OsVault = {
  seal: (key: Buffer) => string | null
  open: (sealed: string) => Buffer | null
}

/** A machine without a key store: the command line, or a desktop without a keyring. */
export const noVault: OsVault = { seal: () => null, open: () => null }

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/)

const KeyFile = z.strictObject({
  format: z.literal(1),
  recovery: z.strictObject({
    kdf: z.literal('scrypt'),
    cost: z.number().int().min(14).max(20),
    salt: base64,
    nonce: base64,
    box: base64,
  }),
  os: base64.nullable(),
})
type KeyFile = z.infer<typeof KeyFile>

const scryptCost = 16

/** Where the wrapped key of a data folder lives. */
export function keyFilePath(folder: string): string {
  return join(folder, 'keys.json')
}

/**
 * Makes a new data key and writes it wrapped twice: by the OS store and by the recovery code. A key
 * file that stands there is moved aside, never lost: its store may only be away for a while.
 */
export function createKey(folder: string, recoveryCode: string, vault: OsVault): Buffer {
  const path = keyFilePath(folder)
  if (existsSync(path)) renameSync(path, `${path}.cu-${randomBytes(4).toString('hex')}`)
  const key = randomBytes(32)
  const recovery = wrap(key, recoveryCode)
  writeDurably(path, written({ format: 1, recovery, os: seal(vault, key) }))
  return key
}

const written = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`

/** The key under a recovery code. */
function wrap(key: Buffer, recoveryCode: string): KeyFile['recovery'] {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', stretch(recoveryCode, salt, scryptCost), nonce)
  const box = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    kdf: 'scrypt',
    cost: scryptCost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    box: box.toString('base64'),
  }
}

/** Puts the key under a new recovery code; the old one opens this folder no longer. */
export function changeCode(folder: string, key: Buffer, recoveryCode: string): Result<true> {
  const file = readKeyFile(folder)
  if (!file.ok) return file
  const next = { ...file.value, recovery: wrap(key, recoveryCode) }
  writeDurably(keyFilePath(folder), written(next))
  return ok(true)
}

/** The key file for a backup: opened by the recovery code only, whatever this computer's key store knows. */
export function portableKeyFile(folder: string): Result<string> {
  const file = readKeyFile(folder)
  return file.ok ? ok(written({ ...file.value, os: null })) : file
}

/** A key store that fails is as good as none: the recovery code opens the office. */
function seal(vault: OsVault, key: Buffer): string | null {
  try {
    return vault.seal(key)
  } catch {
    return null
  }
}

/** Opens the key with the OS store alone; `store.key-missing` means the recovery code is needed. */
export function openKeyWithVault(folder: string, vault: OsVault): Result<Buffer> {
  const file = readKeyFile(folder)
  if (!file.ok) return file
  const key = file.value.os === null ? null : unseal(vault, file.value.os)
  return key?.length === 32 ? ok(key) : fail('store.key-missing')
}

function unseal(vault: OsVault, sealed: string): Buffer | null {
  try {
    return vault.open(sealed)
  } catch {
    return null
  }
}

/**
 * Opens the key with the recovery code and, where this computer has a key store, seals it there so
 * that the code is not needed again. A wrong code changes nothing.
 */
export function openKeyWithCode(folder: string, typed: string, vault: OsVault): Result<Buffer> {
  const file = readKeyFile(folder)
  if (!file.ok) return file
  const code = readRecoveryCode(typed)
  const key = code === null ? null : unwrap(file.value.recovery, code)
  if (key === null) return fail('recovery.wrong')
  const sealed = seal(vault, key)
  if (sealed !== null) keepSealed(folder, { ...file.value, os: sealed })
  return ok(key)
}

/** Without it the code is only asked for again, so a folder that cannot be written is no reason to refuse. */
function keepSealed(folder: string, next: KeyFile): void {
  try {
    writeDurably(keyFilePath(folder), written(next))
  } catch (error) {
    if (fileProblem(error, folder) === null) throw error
  }
}

function readKeyFile(folder: string): Result<KeyFile> {
  const path = keyFilePath(folder)
  if (!existsSync(path)) return fail('store.missing', { folder })
  try {
    return ok(KeyFile.parse(JSON.parse(readFileSync(path, 'utf8'))))
  } catch {
    return fail('store.damaged', { folder })
  }
}

function unwrap(recovery: KeyFile['recovery'], code: string): Buffer | null {
  const box = Buffer.from(recovery.box, 'base64')
  const key = stretch(code, Buffer.from(recovery.salt, 'base64'), recovery.cost)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(recovery.nonce, 'base64'))
    decipher.setAuthTag(box.subarray(-16))
    return Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}

function stretch(code: string, salt: Buffer, cost: number): Buffer {
  return scryptSync(code, salt, 32, { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) })
}
