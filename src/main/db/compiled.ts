import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** Statements of varying length, as lists of numbers are, must not pile up. */
const mostStatements = 400

/**
 * A connection as Kysely takes it, on which a statement is compiled once: compiling an insert compiles
 * every trigger behind it too, which would take longer than running it. Nobody may stream through it,
 * for a statement can be read by one reader at a time.
 */
export function compiling(raw: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size === mostStatements) statements.clear()
    const statement = raw.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return { prepare, close: () => raw.close() } as SqliteDatabase
}
