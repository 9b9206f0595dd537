import type { BackupCard, BackupStand } from '#core/contract.ts'
import { ok, type Result } from '#core/result.ts'
import { nextBackup } from './auto-backup.ts'
import { type FoundBackup, findBackups } from './backup-folder.ts'
import { placeProblem, readPlan } from './backup-plan.ts'
import { escrowName } from './escrow.ts'
import type { Office } from './office.ts'

/** A backup as the window shows it. */
export function backupCard({ folder, name, verdict, manifest }: FoundBackup): BackupCard {
  return {
    folder,
    name,
    verdict,
    office: manifest && { name: manifest.name, code: manifest.unit },
    madeAt: manifest?.madeAt ?? null,
    size: manifest?.size ?? null,
    people: manifest?.counts.person ?? null,
    enrolments: manifest?.counts.enrolment ?? null,
  }
}

/** The plan, what stands at its places, and when the next backup is due. */
export async function readStand(office: Office): Promise<Result<BackupStand>> {
  const plan = await readPlan(office)
  const places = plan.places.map((place) => {
    const found = findBackups(place)
    const problem = placeProblem(office, place) ?? (found.ok ? null : found.problem)
    const own = found.ok ? found.value.filter((each) => isOwn(office, each)) : []
    return { place, problem, backups: own.map(backupCard) }
  })
  return ok({ plan, places, dueAt: await nextBackup(office), escrow: await escrowName(office) })
}

/** The name says whose it is even where the manifest cannot be read. */
export function isOwn({ row }: Office, { name, manifest }: FoundBackup): boolean {
  return manifest ? manifest.unit === row.code : name.startsWith(`raquan-${row.code}-`)
}
