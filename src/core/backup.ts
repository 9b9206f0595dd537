import { z } from 'zod'
import { IsoDay } from './person.ts'

/** The most places that backups go to. */
export const backupPlaces = 2

/**
 * Where and how often an office is backed up: up to two folders, every so many hours while the app is
 * open, and of older backups the last one of so many days and of so many months.
 */
export const BackupPlan = z.strictObject({
  places: z.array(z.string().min(1).max(1000)).max(backupPlaces),
  everyHours: z.number().int().min(1).max(24),
  days: z.number().int().min(1).max(90),
  months: z.number().int().min(1).max(60),
})
export type BackupPlan = z.infer<typeof BackupPlan>

/** The plan of an office that has not chosen its places yet. */
export const usualPlan: BackupPlan = { places: [], everyHours: 4, days: 14, months: 12 }

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a copy of the store was found to hold; `counts` are rows by table, `events` and `head` its audit chain. */
export const CopyFacts = z.strictObject({
  size: z.number().int().positive(),
  sha256,
  schema: z.string().min(1).max(100),
  counts: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.number().int().nonnegative()),
  events: z.number().int().nonnegative(),
  head: sha256,
})
export type CopyFacts = z.infer<typeof CopyFacts>

/** What stands beside each backup: whose it is, when it was made and what it holds; nobody's data. */
export const BackupManifest = z.strictObject({
  format: z.literal(1),
  unit: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  practice: z.boolean(),
  madeAt: z.iso.datetime(),
  version: z.string().min(1).max(40),
  ...CopyFacts.shape,
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** A copy in words: its facts agree, its size does not, or its manifest cannot be read. */
export type BackupVerdict = 'whole' | 'changed' | 'unreadable'

/** The folder name of a backup, from the unit and an ISO instant in UTC. */
export function backupName(unit: string, at: string): string {
  return `raquan-${unit}-${at.replace(/[-:.]/g, '')}`
}

const named = /^raquan-[0-9A-Za-z._-]{1,40}-(\d{8})T\d{9}Z$/

/** Whether a folder is named as a backup is; the name holds no step out of its place. */
export function isBackupName(name: string): boolean {
  return named.test(name) && !name.includes('..')
}

/** The UTC day a backup of this name was made on, as an ISO date; null for any other name. */
function dayOf(name: string): string | null {
  const digits = named.exec(name)?.[1]
  if (!digits) return null
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  return IsoDay.safeParse(day).success ? day : null
}

/**
 * The backups of a place that the plan no longer keeps. Kept are the newest, the last one of each of the
 * latest `days` days that have one, and the last one of each of the latest `months` months.
 */
export function staleBackups(names: readonly string[], plan: BackupPlan): string[] {
  const known = names.flatMap((name) => {
    const day = dayOf(name)
    return day === null ? [] : [{ name, day, month: day.slice(0, 7) }]
  })
  known.sort((a, b) => (stamp(a.name) < stamp(b.name) ? 1 : -1))
  const lastOf = (key: 'day' | 'month', most: number) => {
    const seen = new Map<string, string>()
    for (const each of known) if (!seen.has(each[key])) seen.set(each[key], each.name)
    return [...seen.values()].slice(0, most)
  }
  const kept = new Set([...lastOf('day', plan.days), ...lastOf('month', plan.months)])
  return known.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}

const stamp = (name: string): string => name.slice(name.lastIndexOf('-') + 1)
