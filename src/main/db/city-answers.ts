import type { CityReply, ReceiptReason } from '#core/receipt.ts'
import type { Db } from './kysely.ts'

/** An answer of the city as it was opened here. */
export type CityAnswer = {
  sequence: number
  verdict: CityReply['verdict']
  reasons: ReceiptReason[]
  issuedAt: string
  issuedBy: string
  signer: string
  receivedAt: string
  receivedBy: string
}

/** Keeps an answer of the city, byte for byte; the table only grows. */
export async function addCityAnswer(
  db: Db,
  reply: CityReply,
  opened: { signer: string; sha256: string; bytes: Uint8Array; at: string; by: string },
): Promise<void> {
  await db
    .insertInto('reply_received')
    .values({
      sequence: reply.sequence,
      verdict: reply.verdict,
      reasons: JSON.stringify(reply.reasons),
      city_code: reply.city.code,
      signer: opened.signer,
      issued_at: reply.issuedAt,
      issued_by: reply.issuedBy,
      received_at: opened.at,
      received_by: opened.by,
      sha256: opened.sha256,
      bytes: Buffer.from(opened.bytes),
    })
    .execute()
}

/** Whether this very answer was opened before. */
export async function knowsAnswer(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('reply_received')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}

/** The answers of the city, the last word of the city on each file first. */
export async function listCityAnswers(db: Db, sequence: number | null): Promise<CityAnswer[]> {
  let query = db
    .selectFrom('reply_received')
    .selectAll()
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
  if (sequence !== null) query = query.where('sequence', '=', sequence)
  const rows = await query.execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    verdict: row.verdict,
    reasons: JSON.parse(row.reasons) as ReceiptReason[],
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    signer: row.signer,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
  }))
}
