import type { CallInput } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { rightsOf } from '#core/rights.ts'
import { copyInJob } from './auto-backup.ts'
import { readManifest } from './backup-folder.ts'
import { type Desk, leaveOffice } from './desk.ts'
import { openFolder } from './first-run.ts'
import { openKeyWithCode } from './key-file.ts'
import { change } from './office.ts'
import { holdsOffice } from './open-office.ts'
import { restoreStore } from './restore-store.ts'
import { confirmPerson } from './session.ts'

/**
 * Restores the data folder of this computer, or a new one it moves to, from a chosen backup and opens it. An office that is open
 * and whole is replaced only by somebody signed in who keeps the store and types the own PIN, and only
 * by a backup of the same office; where nothing can be opened the recovery code alone decides.
 */
export async function restoreInto(
  desk: Desk,
  { job, backup, recoveryCode, ownPin, dataDir }: CallInput<'restore.run'>,
): Promise<Result<{ aside: string | null }>> {
  const here = desk.settings.dataDir
  const folder = dataDir ?? here
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  if (folder !== here && holdsOffice(folder)) return fail('office.exists', { folder })
  const allowed = desk.chosen.has(backup) ? await mayReplace(desk, backup, ownPin) : null
  if (allowed === null) return fail('file.not-chosen', { file: backup })
  if (!allowed.ok) return allowed
  const by = desk.actor?.name ?? 'app'
  const wasOpen = desk.office
  await leaveOffice(desk)
  const order = { backup, folder, code: recoveryCode, triesIn: here }
  const restored = await restoreStore(desk.ground, order, copyInJob(desk, job))
  if (!restored.ok) {
    // What was open before is open again; somebody has to sign in anew.
    if (wasOpen) await openFolder(desk, here, wasOpen.store.key)
    return restored
  }
  const { manifest, aside } = restored.value
  const sealed = openKeyWithCode(folder, recoveryCode, desk.ports.vault)
  if (!sealed.ok) return sealed
  const opened = await openFolder(desk, folder, sealed.value)
  if (!opened.ok || !desk.office) return opened.ok ? fail('store.missing', { folder }) : opened
  const { name: _name, madeAt, sha256 } = manifest
  const detail = { name: backup, madeAt, sha256, aside }
  await change(desk.office, { id: null, name: by, role: 'command-line' }, (_db, audit) =>
    audit({ event: 'backup.restored', subject: 'office', detail }),
  )
  return ok({ aside })
}

async function mayReplace(
  { office, actor }: Desk,
  backup: string,
  ownPin: string | null,
): Promise<Result<true>> {
  if (!office || office.readOnly) return ok(true)
  if (!actor) return fail('session.signed-out')
  if (actor.role !== 'command-line' && !rightsOf[actor.role].includes('keep'))
    return fail('session.not-allowed')
  const manifest = readManifest(backup)
  if (!manifest.ok) return manifest
  if (manifest.value.unit !== office.row.code)
    return fail('backup.other-unit', { name: manifest.value.name })
  const sure = await confirmPerson(office, actor.id, ownPin ?? '')
  return sure.ok ? ok(true) : sure
}
