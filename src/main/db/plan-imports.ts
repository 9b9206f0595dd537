import type { Insertable, Selectable } from 'kysely'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** Keeps the plan from before and after a file was taken in; answers the number of the import. */
export async function addPlanImport(
  db: Db,
  row: Omit<Insertable<Tables['plan_import']>, 'undone_at'>,
): Promise<number> {
  const { id } = await db
    .insertInto('plan_import')
    .values({ ...row, undone_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The last file taken into the plan and not taken back, or null. */
export async function lastPlanImport(db: Db): Promise<Selectable<Tables['plan_import']> | null> {
  const row = await db
    .selectFrom('plan_import')
    .selectAll()
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Notes that an import was taken back. */
export async function markUndone(db: Db, id: number, at: string): Promise<void> {
  await db.updateTable('plan_import').set({ undone_at: at }).where('id', '=', id).execute()
}
