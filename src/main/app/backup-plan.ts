import { existsSync, realpathSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { changesBetween } from '#core/audit.ts'
import { BackupPlan, usualPlan } from '#core/backup.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { readSetting, writeSetting } from '../db/office.ts'
import { type Actor, change, type Office } from './office.ts'

const setting = 'backup-plan'

/** The plan of the office; the usual one, without places, until somebody chose them. */
export async function readPlan({ store }: Office): Promise<BackupPlan> {
  const kept = await readSetting(store.db, setting)
  return kept === null ? usualPlan : BackupPlan.parse(JSON.parse(kept))
}

/** Keeps a plan whose places are there, apart from each other and from the data folder. */
export async function savePlan(
  office: Office,
  actor: Actor,
  plan: BackupPlan,
): Promise<Result<BackupPlan>> {
  const before = await readPlan(office)
  const places = plan.places.map((place) => resolve(place))
  for (const place of places) {
    const problem = placeProblem(office, place)
    if (problem) return { ok: false, problem }
  }
  if (new Set(places.map(real)).size < places.length) return fail('backup.places-same')
  const next = { ...plan, places }
  await change(office, actor, async (db, audit) => {
    await writeSetting(db, setting, JSON.stringify(next))
    const changes = changesBetween(before, next)
    await audit({ event: 'backup.planned', subject: 'office', detail: { changes } })
  })
  return ok(next)
}

/** Why a place cannot take backups now, or null. */
export function placeProblem({ folder }: Office, place: string): Problem | null {
  if (!existsSync(place) || !statSync(place).isDirectory())
    return { code: 'backup.place-missing', values: { folder: place } }
  const way = relative(real(folder), real(place))
  const inside =
    way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !/^[a-z]:/i.test(way))
  return inside ? { code: 'backup.place-inside', values: { folder: place } } : null
}

const real = (path: string): string => (existsSync(path) ? realpathSync(path) : path)
