import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rehearsal } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { backupStore, type FoundBackup, findBackups } from './backup-folder.ts'
import { readPlan } from './backup-plan.ts'
import { isOwn } from './backup-view.ts'
import { tryCode } from './code-tries.ts'
import { type Copier, takeOut } from './copier.ts'
import { fileProblem } from './files.ts'
import { noVault, openKeyWithCode } from './key-file.ts'
import { type Actor, change, type Office } from './office.ts'
import { dropFolder } from './restore-store.ts'

/**
 * Plays a restore of the newest backup: copies it to a place of its own, opens it for reading, counts it
 * against its manifest and takes it away again. With the recovery code that is tried on it too.
 */
export async function rehearse(
  office: Office,
  actor: Actor,
  code: string | null,
  copier: Copier,
): Promise<Result<Rehearsal>> {
  const began = performance.now()
  const newest = await newestBackup(office)
  if (!newest?.manifest) return fail('backup.gone')
  const { manifest, folder, name } = newest
  const { nativeBinding, now } = office.ground
  const key =
    code === null
      ? ok(office.store.key)
      : tryCode(office.folder, now(), () => openKeyWithCode(folder, code, noVault))
  if (!key.ok) return key
  let stage: string | null = null
  try {
    stage = mkdtempSync(join(tmpdir(), 'raquan-dien-tap-'))
    const to = join(stage, 'office.db')
    const order = { from: backupStore(folder), to, key: key.value, nativeBinding }
    const copied = await takeOut(copier, order, manifest)
    if (!copied.ok) return copied
  } catch (error) {
    const problem = fileProblem(error, folder)
    if (problem) return problem
    throw error
  } finally {
    if (stage) dropFolder(stage)
  }
  await change(office, actor, (_db, audit) =>
    audit({
      event: 'backup.rehearsed',
      subject: 'office',
      detail: { name, codeToo: code !== null },
    }),
  )
  const { person: people = 0, enrolment: enrolments = 0 } = manifest.counts
  const seconds = (performance.now() - began) / 1000
  return ok({ name, madeAt: manifest.madeAt, people, enrolments, seconds })
}

async function newestBackup(office: Office): Promise<FoundBackup | null> {
  const { places } = await readPlan(office)
  const all = places.flatMap((place) => {
    const found = findBackups(place)
    return found.ok ? found.value.filter((each) => each.manifest && isOwn(office, each)) : []
  })
  const madeAt = ({ manifest }: FoundBackup) => manifest?.madeAt ?? ''
  return all.sort((a, b) => (madeAt(a) < madeAt(b) ? 1 : -1))[0] ?? null
}
