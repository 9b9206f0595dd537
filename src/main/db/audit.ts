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
 * changed, removed, inserted or reordered. `null` means whole. A line whose values were erased must
 * be what a later line of the chain says is left of it.
 */
export async function findBrokenLine(db: Db): Promise<{ seq: number } | null> {
  const erased = await erasedLines(db)
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
        row.seq === expected &&
        row.previous_hash === previous &&
        (row.hash === hashLine(row) || erased.get(row.seq) === hashErased(row))
      if (!whole) return { seq: Math.min(row.seq, expected) }
      previous = row.hash
      after = row.seq
      expected += 1
    }
    if (page.length < pageSize) return null
  }
}

/** What a line whose values were erased holds in their place. */
const erasedDetail = '{"erased":true}'

/**
 * Takes the values out of lines of the chain and answers, for the line that tells of it, the number
 * and the hash of what is left of each. Lines that are bare already stay as they are.
 */
export async function eraseDetails(db: Db, seqs: readonly number[]): Promise<[number, string][]> {
  const left: [number, string][] = []
  for (const seq of seqs) {
    const row = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    if (row.detail === erasedDetail) continue
    await db.updateTable('audit').set({ detail: erasedDetail }).where('seq', '=', seq).execute()
    left.push([seq, hashErased({ ...row, detail: erasedDetail })])
  }
  return left
}

/** What erasures, themselves lines of the chain, say is left of the lines they emptied. */
async function erasedLines(db: Db): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('audit')
    .select(['seq', 'detail'])
    .where('subject', '>=', 'erasure:')
    .where('subject', '<', 'erasure;')
    .where('event', '=', 'privacy.erased')
    .orderBy('seq')
    .execute()
  const told = rows.flatMap(
    ({ detail }) => (JSON.parse(detail) as { lines: [number, string][] }).lines,
  )
  return new Map(told)
}

/** Binds what is left of an emptied line to its place and to the hash it had. */
function hashErased(row: AuditRow): string {
  return createHash('sha256')
    .update(`${row.hash} ${hashLine(row)}`, 'utf8')
    .digest('hex')
}

/** The hash of a line, over everything in it and the hash of the line before. */
export function hashLine(row: Omit<AuditRow, 'hash'>): string {
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
