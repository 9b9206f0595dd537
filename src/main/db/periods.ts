import type { Selectable } from 'kysely'
import type { PeriodKind } from '#core/terms.ts'
import type { Db } from './kysely.ts'
import type { Tables } from './tables.ts'

/** A reporting period; days are inclusive ISO dates, `revision` counts the files sent for it. */
export type PeriodRow = {
  id: number
  kind: PeriodKind
  from: string
  to: string
  state: 'open' | 'closed'
  revision: number
}

/** The period of a kind and span, or null when nothing was closed for it yet. */
export async function readPeriod(
  db: Db,
  span: { kind: PeriodKind; from: string; to: string },
): Promise<PeriodRow | null> {
  const row = await db
    .selectFrom('period')
    .selectAll()
    .where('kind', '=', span.kind)
    .where('from_date', '=', span.from)
    .where('to_date', '=', span.to)
    .executeTakeFirst()
  return row ? toRow(row) : null
}

/** A period by its id, or null. */
export async function readPeriodOf(db: Db, id: number): Promise<PeriodRow | null> {
  const row = await db.selectFrom('period').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRow(row) : null
}

function toRow(row: Selectable<Tables['period']>): PeriodRow {
  const { id, kind, from_date: from, to_date: to, state, revision } = row
  return { id, kind, from, to, state, revision }
}

/** Closes a period at a revision and answers its id. `closed.at` is an ISO instant. */
export async function closePeriod(
  db: Db,
  span: { kind: PeriodKind; from: string; to: string; revision: number },
  closed: { by: string; at: string },
): Promise<number> {
  const values = {
    state: 'closed' as const,
    revision: span.revision,
    closed_by: closed.by,
    closed_at: closed.at,
  }
  const known = await readPeriod(db, span)
  if (known) {
    await db.updateTable('period').set(values).where('id', '=', known.id).execute()
    return known.id
  }
  const row = await db
    .insertInto('period')
    .values({ kind: span.kind, from_date: span.from, to_date: span.to, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Opens a closed period again; the store asks for its reopening (`recordReopening`) first. */
export async function openAgain(db: Db, id: number): Promise<void> {
  await db.updateTable('period').set({ state: 'open' }).where('id', '=', id).execute()
}

/** The closed periods that share a day with a span. */
export async function listClosedAround(
  db: Db,
  span: { from: string; to: string },
): Promise<PeriodRow[]> {
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .where('state', '=', 'closed')
    .where('from_date', '<=', span.to)
    .where('to_date', '>=', span.from)
    .orderBy('id')
    .execute()
  return rows.map(toRow)
}

/** Every period that was ever closed, latest first. */
export async function listPeriods(db: Db): Promise<PeriodRow[]> {
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .orderBy('to_date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toRow)
}

/** Whether a day lies in a closed period of any kind; nothing can be added or changed on it. */
export async function isDayClosed(db: Db, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('period')
    .select('id')
    .where('state', '=', 'closed')
    .where('from_date', '<=', day)
    .where('to_date', '>=', day)
    .executeTakeFirst()
  return row !== undefined
}
