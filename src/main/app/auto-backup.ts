import { uiBackup } from '#core/messages/ui-backup.ts'
import { changedSince, lastBackupAt } from '../db/backup-log.ts'
import { readPlan } from './backup-plan.ts'
import { makeBackups } from './backups.ts'
import type { Copier } from './copier.ts'
import type { Desk } from './desk.ts'
import { runInJob } from './jobs.ts'
import type { Actor, Office } from './office.ts'

/** Who makes a backup that nobody asked for. */
const itself: Actor = { id: null, name: 'Ra Quân', role: 'command-line' }

const minute = 60_000

/** Copies in a process of its own under a job, which the window can follow and stop. */
export function copyInJob(desk: Desk, id: string): Copier {
  const { making: copy, checking: check, takingOut: restore } = uiBackup
  const labels = { copy, check, restore }
  return (copy) => {
    const label = labels[copy.step][desk.settings.language]
    return runInJob(desk, id, { kind: 'backup', copy, label }, () => {})
  }
}

/** When the next backup is due, as an ISO instant; null while no place is chosen or nothing changed. */
export async function nextBackup(office: Office): Promise<string | null> {
  const { places, everyHours } = await readPlan(office)
  if (places.length === 0 || !(await changedSince(office.store.db))) return null
  const last = (await lastBackupAt(office.store.db)) ?? office.row.createdAt
  return new Date(Date.parse(last) + everyHours * 60 * minute).toISOString()
}

/** Looks every minute whether a backup is due; answers the function that stops looking. */
export function backUpByItself(desk: Desk, logBug: (error: unknown) => void): () => void {
  const look = async () => {
    const { office } = desk
    if (!office || office.readOnly || desk.job !== null) return
    const due = await nextBackup(office)
    if (due !== null && Date.parse(due) <= office.ground.now().getTime())
      await backUpNow(desk, office)
  }
  const timer = setInterval(() => void look().catch(logBug), minute)
  timer.unref()
  return () => clearInterval(timer)
}

/** Makes the backup of the end of the day, when something changed since the last one. */
export async function backUpBeforeLeaving(desk: Desk): Promise<void> {
  const { office } = desk
  if (!office || office.readOnly) return
  desk.job?.stop()
  if ((await nextBackup(office)) !== null) await backUpNow(desk, office)
}

async function backUpNow(desk: Desk, office: Office): Promise<void> {
  await makeBackups(office, itself, copyInJob(desk, 'auto-backup'))
}
