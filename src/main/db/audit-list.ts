import { sql } from 'kysely'
import type { AuditRow } from './audit.ts'
import type { Db } from './kysely.ts'

/** What lines of the audit to read: `before` a number, between ISO instants, of an actor, an area, a record. */
export type AuditFilter = {
  before: number | null
  fromAt: string | null
  toAt: string | null
  actor: string | null
  area: string | null
  subject: string | null
}

/** The newest lines that fit a filter. */
export async function listAudit(db: Db, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit)
  if (filter.before !== null) query = query.where('seq', '<', filter.before)
  if (filter.fromAt !== null) query = query.where('at', '>=', filter.fromAt)
  if (filter.toAt !== null) query = query.where('at', '<', filter.toAt)
  if (filter.actor !== null) query = query.where('actor', '=', filter.actor)
  if (filter.area !== null)
    query = query.where(sql`substr(event, 1, instr(event, '.') - 1)`, '=', filter.area)
  if (filter.subject !== null) query = query.where('subject', '=', filter.subject)
  return query.execute()
}

/** Everybody who ever did something, and the areas of the events, each in order. */
export async function auditIndex(db: Db): Promise<{ actors: string[]; areas: string[] }> {
  const actors = await db.selectFrom('audit').select('actor').distinct().orderBy('actor').execute()
  const areas = await db
    .selectFrom('audit')
    .select(sql<string>`substr(event, 1, instr(event, '.') - 1)`.as('area'))
    .distinct()
    .orderBy('area')
    .execute()
  return { actors: actors.map(({ actor }) => actor), areas: areas.map(({ area }) => area) }
}
