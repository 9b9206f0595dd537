import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '#core/result.ts'
import { readSetting, writeSetting } from '../db/office.ts'
import { envelope } from '../exchange/envelope.ts'
import { readCertificateFile } from '../exchange/files.ts'
import { fileProblem, writeDurably } from './files.ts'
import { type Actor, change, type Office } from './office.ts'

const setting = 'escrow'

/** The file that holds the data key for the city, inside a data folder or a backup. */
export function escrowPath(folder: string): string {
  return join(folder, 'khoa-gui.p7m')
}

/** Whose certificate the data key was left with, or null: by default with nobody's. */
export function escrowName({ store }: Office): Promise<string | null> {
  return readSetting(store.db, setting).then((name) => name || null)
}

/**
 * Leaves the data key, encrypted for the holder of a certificate (the city's), beside the store and from
 * then on in each backup; null takes it away. Only who holds the private key can open it.
 */
export async function setEscrow(
  office: Office,
  actor: Actor,
  certificate: string | null,
): Promise<Result<true>> {
  const path = escrowPath(office.folder)
  let name: string | null = null
  try {
    if (certificate === null) rmSync(path, { force: true })
    else {
      const read = readCertificateFile(certificate)
      if (!read.ok) return read
      const sealed = await envelope(office.store.key, read.value)
      if (!sealed.ok) return sealed
      writeDurably(path, sealed.value)
      name = read.value.name
    }
  } catch (error) {
    const problem = fileProblem(error, path)
    if (problem) return problem
    throw error
  }
  await change(office, actor, async (db, audit) => {
    await writeSetting(db, setting, name ?? '')
    await audit({ event: 'recovery.escrowed', subject: 'office', detail: { certificate: name } })
  })
  return ok(true)
}

/** The sealed key for a backup; null when it was left with nobody. */
export function escrowBytes(folder: string): Buffer | null {
  const path = escrowPath(folder)
  return existsSync(path) ? readFileSync(path) : null
}
