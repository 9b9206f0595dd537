import type { AuditRow } from './audit.ts'
import type { Db } from './kysely.ts'

/** One line of the chain, read: `detail` is what its event carries. */
export type AuditLine = Pick<AuditRow, 'seq' | 'at' | 'actor' | 'event' | 'subject'> & {
  detail: Record<string, unknown>
}

/** The lines about some records (`enrolment:12`), newest first. */
export async function listAbout(db: Db, subjects: readonly string[]): Promise<AuditLine[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(read)
}

/** The lines from one number to another, in the order they happened. */
export async function listSpan(db: Db, first: number, last: number): Promise<AuditLine[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute()
  return rows.map(read)
}

/** The first line after a number about one of the records, leaving out events that change nothing. */
export async function firstAfter(
  db: Db,
  subjects: readonly string[],
  seq: number,
  harmless: readonly string[],
): Promise<AuditLine | null> {
  const row = await db
    .selectFrom('audit')
    .selectAll()
    .where('subject', 'in', subjects)
    .where('seq', '>', seq)
    .where('event', 'not in', harmless)
    .orderBy('seq')
    .executeTakeFirst()
  return row ? read(row) : null
}

/** One change by a person of the office: the lines of the chain it wrote. */
export type StaffAction = { id: number; staffId: number; first: number; last: number }

/** Notes which lines one change of a person wrote. */
export async function addStaffAction(db: Db, action: Omit<StaffAction, 'id'>): Promise<void> {
  await db
    .insertInto('staff_action')
    .values({ staff_id: action.staffId, first_seq: action.first, last_seq: action.last })
    .execute()
}

/** The last thing a person did that is more than harmless events, or null. */
export async function lastStaffAction(
  db: Db,
  staffId: number,
  harmless: readonly string[],
): Promise<StaffAction | null> {
  const row = await db
    .selectFrom('staff_action')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit')
          .select('seq')
          .whereRef('seq', '>=', 'staff_action.first_seq')
          .whereRef('seq', '<=', 'staff_action.last_seq')
          .where('event', 'not in', harmless),
      ),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, staffId: row.staff_id, first: row.first_seq, last: row.last_seq }
}

function read(row: AuditRow): AuditLine {
  const { seq, at, actor, event, subject, detail } = row
  return { seq, at, actor, event, subject, detail: JSON.parse(detail) as Record<string, unknown> }
}
