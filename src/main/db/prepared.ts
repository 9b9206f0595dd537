import type Database from 'better-sqlite3'

const known = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A statement of a connection, compiled once. Its mode (`pluck`) is shared by everybody who asks. */
export function prepared(raw: Database.Database, sql: string): Database.Statement {
  const statements = known.get(raw) ?? new Map<string, Database.Statement>()
  known.set(raw, statements)
  const statement = statements.get(sql) ?? raw.prepare(sql)
  statements.set(sql, statement)
  return statement
}
