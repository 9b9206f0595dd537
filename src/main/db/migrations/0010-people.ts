import { type Kysely, sql } from 'kysely'

/**
 * Two more roles, and PINs that somebody else gave and that must be changed. SQLite cannot widen a
 * check, so `staff` is made again, and with it the tables that point at it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  // Triggers name tables that are gone for a moment; the old rules of renaming do not mind.
  await run('pragma legacy_alter_table = on')
  await run(staff)
  await run(`insert into staff_new
    select id, name, role, pin_salt, pin_hash, active, failed_tries, locked_until, 0 from staff`)
  for (const table of await pointingAtStaff(db)) await moveTo(db, table)
  await run('drop table staff')
  await run('alter table staff_new rename to staff')
  await run('pragma legacy_alter_table = off')
}

const staff = `create table staff_new (
  id integer primary key,
  name text not null check (length(name) > 0),
  role text not null check (role in ('clerk', 'head', 'viewer', 'administrator')),
  pin_salt blob not null,
  pin_hash blob not null,
  active integer not null default 1 check (active in (0, 1)),
  failed_tries integer not null default 0,
  locked_until text,
  pin_given integer not null default 0 check (pin_given in (0, 1)) -- by somebody else: to be changed
) strict`

type Part = { type: string; sql: string }

async function pointingAtStaff(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select distinct m.name from sqlite_master m
    join pragma_foreign_key_list(m.name) f on f."table" = 'staff'
    where m.type = 'table'`.execute(db)
  return rows.map(({ name }) => name)
}

/** Makes a table again with the same rows, indexes and triggers, pointing at the new people. */
async function moveTo(db: Kysely<unknown>, table: string): Promise<void> {
  const { rows: parts } = await sql<Part>`select type, sql from sqlite_master
    where tbl_name = ${table} and sql is not null`.execute(db)
  const made = parts.find(({ type }) => type === 'table')?.sql ?? ''
  const moved = made
    .replace(new RegExp(`^create table "?${table}"?`, 'i'), `create table ${table}_new`)
    .replace(/references staff \(/g, 'references staff_new (')
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(moved)
  await run(`insert into ${table}_new select * from ${table}`)
  await run(`drop table ${table}`)
  await run(`alter table ${table}_new rename to ${table}`)
  for (const part of parts) if (part.type !== 'table') await run(part.sql)
}
