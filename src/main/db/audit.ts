import { createHash } from 'node:crypto'
import type { AuditEntry } from '#core/audit.ts'
import type { Db } from './kysely.ts'

/** Hash before the first line of a chain. */
export const chainStart = '0'.repeat(64)

/** One stored line of the chain. */
export type AuditRow = {
  seq: number
  at: string
  actor: string
  event: string
  subject: string
  detail: string
  previous_hash: string
  hash: string
}

/**
 * Adds a line to the chain, inside the transaction of the change it tells of, and answers its number.
 * `at` is an ISO instant.
 */
export async function appendAudit(
  db: Db,
  entry: AuditEntry & { at: string; actor: string },
): Promise<number> {
  const last = await auditHead(db)
  const row = {
    seq: last.events + 1,
    at: entry.at,
    actor: entry.actor,
    event: entry.event,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail),
    previous_hash: last.hash,
  }
  await db
    .insertInto('audit')
    .values({ ...row, hash: hashLine(row) })
    .execute()
  return row.seq
}

/** Head of the chain: the hash of the last line and how many lines there are. */
export async function auditHead(db: Db): Promise<{ hash: string; events: number }> {
  const last = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { hash: last?.hash ?? chainStart, events: last?.seq ?? 0 }
}

/** The hash of a line of the chain, or null when there is none of that number. */
export async function lineOf(db: Db, seq: number): Promise<string | null> {
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst()
  return row?.hash ?? null
}

/** The latest instant any line of the chain was written at, or null in an empty chain. */
export async function lastAuditTime(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

/**
 * Walks the whole chain and names the first line that does not follow from the one before:
 * changed, removed, inserted or reordered. `null` means whole.
 */
export async function findBrokenLine(db: Db): Promise<{ seq: number } | null> {
  let previous = chainStart
  let expected = 1
  let after = Number.MIN_SAFE_INTEGER
  const pageSize = 5000
  for (;;) {
    const page = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq', 'asc')
      .limit(pageSize)
      .execute()
    for (const row of page) {
      const whole =
        row.seq === expected && row.previous_hash === previous && row.hash === hashLine(row)
      if (!whole) return { seq: Math.min(row.seq, expected) }
      previous = row.hash
      after = row.seq
      expected += 1
    }
    if (page.length < pageSize) return null
  }
}

function hashLine(row: Omit<AuditRow, 'hash'>): string {
  const text = JSON.stringify([
    row.seq,
    row.at,
    row.actor,
    row.event,
    row.subject,
    row.detail,
    row.previous_hash,
  ])
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
