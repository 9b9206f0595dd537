import { sql } from 'kysely'
import type { Db } from './kysely.ts'

/** How many rows each table holds, and which migrations ran: numbers and names of ours only. */
export async function storeFacts(
  db: Db,
): Promise<{ tables: Record<string, number>; migrations: string[] }> {
  const { rows: names } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'table' and name not like 'sqlite_%' and name not like 'person_search%'
    order by name`.execute(db)
  const tables: Record<string, number> = {}
  for (const { name } of names) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
      db,
    )
    tables[name] = rows[0]?.n ?? 0
  }
  const { rows } = await sql<{ name: string }>`select name from kysely_migration
    order by name`.execute(db)
  return { tables, migrations: rows.map(({ name }) => name) }
}
