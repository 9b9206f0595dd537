import type { Db } from './kysely.ts'

/** A sign-up that is still being typed; `content` is the screen's own JSON, `keptAt` an ISO instant. */
export type Sheet = {
  key: string
  title: string
  content: string
  keptBy: string
  keptAt: string
}

/** Keeps a draft, over the one kept under the same key before. */
export async function keepSheet(db: Db, sheet: Sheet): Promise<void> {
  const values = {
    title: sheet.title,
    content: sheet.content,
    kept_by: sheet.keptBy,
    kept_at: sheet.keptAt,
  }
  await db
    .insertInto('sheet')
    .values({ key: sheet.key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute()
}

/** Every draft of the office, the last one kept first. */
export async function listSheets(db: Db): Promise<Omit<Sheet, 'content'>[]> {
  return db
    .selectFrom('sheet')
    .select(['key', 'title', 'kept_by as keptBy', 'kept_at as keptAt'])
    .orderBy('kept_at', 'desc')
    .orderBy('key')
    .execute()
}

/** The content of a draft, or null. */
export async function readSheet(db: Db, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('sheet')
    .select('content')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.content ?? null
}

/** Throws a draft away: it was never a record. */
export async function dropSheet(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sheet').where('key', '=', key).execute()
}
