import type Database from 'better-sqlite3'
import type { Target, TargetMeasure } from '#core/target.ts'
import type { Db } from './kysely.ts'

/** The office this store belongs to; days are ISO dates. */
export type OfficeRow = {
  code: string
  name: string
  foundedOn: string
  practice: boolean
  createdAt: string
}

/** The office of the store, or null while it is being made. */
export async function readOffice(db: Db): Promise<OfficeRow | null> {
  const row = await db.selectFrom('office').selectAll().executeTakeFirst()
  if (!row) return null
  return {
    code: row.code,
    name: row.name,
    foundedOn: row.founded_on,
    practice: row.practice === 1,
    createdAt: row.created_at,
  }
}

/** Writes the office; a store holds exactly one. */
export async function addOffice(db: Db, office: OfficeRow): Promise<void> {
  await db
    .insertInto('office')
    .values({
      id: 1,
      code: office.code,
      name: office.name,
      founded_on: office.foundedOn,
      practice: office.practice ? 1 : 0,
      created_at: office.createdAt,
    })
    .execute()
}

/** A remembered choice of the office, or null. */
export async function readSetting(db: Db, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value ?? null
}

/** A choice of the office, for who cannot wait for it. */
export function readSettingNow(raw: Database.Database, key: string): string | null {
  const value = raw.prepare('select value from setting where key = ?').pluck().get(key)
  return typeof value === 'string' ? value : null
}

/** Remembers a choice of the office. */
export async function writeSetting(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The targets of the office, in the order they run out. */
export async function listTargets(db: Db): Promise<Target[]> {
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .orderBy('to_date')
    .orderBy('scope', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    measure: row.measure as TargetMeasure,
    scope: row.scope,
    from: row.from_date,
    to: row.to_date,
    value: row.value,
  }))
}

/** Writes the targets chosen at first run. */
export async function addTargets(db: Db, targets: readonly Target[]): Promise<void> {
  if (targets.length === 0) return
  await db
    .insertInto('target')
    .values(
      targets.map((target) => ({
        id: target.id,
        label: target.label,
        measure: target.measure,
        scope: target.scope,
        from_date: target.from,
        to_date: target.to,
        value: target.value,
      })),
    )
    .execute()
}
