import type { Db } from './kysely.ts'

const made = 'backup.made'

/** When the last backup was made, by the audit; null when there is none. */
export async function lastBackupAt(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('audit')
    .select('at')
    .where('event', '=', made)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Whether anything but openings, sign-ins and backups happened since the last backup. */
export async function changedSince(db: Db): Promise<boolean> {
  const last = db
    .selectFrom('audit')
    .select(({ fn }) => fn.coalesce(fn.max('seq'), fn.count('seq')).as('seq'))
    .where('event', '=', made)
  const row = await db
    .selectFrom('audit')
    .select('seq')
    .where('seq', '>', last)
    .where('event', 'not like', 'session.%')
    .where('event', 'not like', 'backup.%')
    .where('event', '!=', 'office.opened')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
