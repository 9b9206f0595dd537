import { type Kysely, sql } from 'kysely'

/** Boxes of the declaration that a person is asked for once: birth place, guardian, way of delivery. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table person add column birth_commune text',
  'alter table person add column birth_district text',
  'alter table person add column birth_province text',
  'alter table person add column guardian text',
  `alter table person add column delivery text check (delivery in ('electronic', 'paper'))`,
]
