import { type Breach, type BreachCount, BreachDraft } from '#core/privacy/records.ts'
import type { Db } from './kysely.ts'

/** Writes a breach down, or over the one of the same number, and answers the number. */
export async function writeBreach(
  db: Db,
  draft: BreachDraft,
  { reportBy, affected }: { reportBy: string; affected: BreachCount },
  written: { by: string; at: string },
): Promise<number> {
  const values = {
    found_at: draft.foundAt,
    report_by: reportBy,
    reported_at: draft.reportedAt,
    content: JSON.stringify({ ...draft, id: null }),
    affected: JSON.stringify(affected),
    written_by: written.by,
    written_at: written.at,
  }
  if (draft.id !== null) {
    await db.updateTable('breach').set(values).where('id', '=', draft.id).execute()
    return draft.id
  }
  const { id } = await db
    .insertInto('breach')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Every breach, the newest first. */
export async function listBreaches(db: Db): Promise<Breach[]> {
  const rows = await db.selectFrom('breach').selectAll().orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    ...BreachDraft.parse(JSON.parse(row.content)),
    id: row.id,
    reportBy: row.report_by,
    affected: JSON.parse(row.affected) as BreachCount,
  }))
}
