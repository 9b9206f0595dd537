import type { AuditEntry } from '#core/audit.ts'
import type { AuditLine } from '../db/audit-trail.ts'
import type { Db } from '../db/kysely.ts'
import type { Office } from './office.ts'

/** What putting a record back works with: the transaction, its audit and the office. */
export type Restoring = {
  db: Db
  audit: (entry: AuditEntry) => Promise<void>
  office: Office
}

/** The values fields had before a line of the chain. */
export function oldValues<T>({ detail }: AuditLine): Partial<T> {
  const changes = (detail.changes ?? {}) as Record<string, [unknown, unknown]>
  return Object.fromEntries(
    Object.entries(changes).map(([field, [old]]) => [field, old]),
  ) as Partial<T>
}
