import type Database from 'better-sqlite3'
import type { ReceivedState } from '#core/city/received.ts'
import type { ReceivedLine } from '#core/contract.ts'
import type { ReceiptReason } from '#core/receipt.ts'
import type { Problem } from '#core/result.ts'
import type { PeriodKind } from '#core/terms.ts'
import { prepared } from './prepared.ts'

type Raw = Database.Database

type LineRow = {
  id: number
  unit_code: string
  unit_name: string
  period_kind: PeriodKind
  from_date: string
  to_date: string
  sequence: number
  revision: number
  sha256: string
  size: number
  state: ReceivedState
  signer: string
  received_at: string
  newest: number
  findings: string
  file_name: string | null
  reasons: string | null
  issued_at: string | null
  issued_by: string | null
}

const lines = `select received_file.*,
    (select length(bytes) from received_bytes where file_id = received_file.id) as size, city_reply.file_name, city_reply.reasons,
    city_reply.issued_at, city_reply.issued_by,
    not exists (select 1 from received_file as later where later.unit_code = received_file.unit_code
      and later.period_kind = received_file.period_kind and later.from_date = received_file.from_date
      and later.to_date = received_file.to_date
      and later.revision > received_file.revision) as newest
  from received_file left join city_reply on city_reply.file_id = received_file.id`

function readLine(row: LineRow): ReceivedLine {
  const { file_name, reasons, issued_at, issued_by } = row
  return {
    id: row.id,
    unit: { code: row.unit_code, name: row.unit_name },
    period: { kind: row.period_kind, from: row.from_date, to: row.to_date },
    sequence: row.sequence,
    revision: row.revision,
    sha256: row.sha256,
    size: row.size,
    state: row.state,
    signer: row.signer,
    receivedAt: row.received_at,
    newest: row.newest === 1,
    findings: JSON.parse(row.findings) as Problem[],
    reply:
      file_name !== null && issued_at !== null
        ? {
            fileName: file_name,
            reasons: JSON.parse(reasons ?? '[]') as ReceiptReason[],
            issuedAt: issued_at,
            issuedBy: issued_by ?? '',
          }
        : null,
  }
}

/** Which received files to list. */
export type LineFilter = { unit: string | null; waiting: boolean; from: string; to: string }

/** The received files whose period ends in a span, newest periods first, at most `limit`. */
export function listLines(raw: Raw, filter: LineFilter, limit: number): ReceivedLine[] {
  const { unit, waiting, from, to } = filter
  const rows = prepared(
    raw,
    `${lines} where to_date between :from and :to and (:unit is null or unit_code = :unit)
       and (:waiting = 0 or (state = 'received' and newest))
     order by to_date desc, unit_code, sequence desc limit :limit`,
  ).all({ unit, waiting: waiting ? 1 : 0, from, to, limit }) as LineRow[]
  return rows.map(readLine)
}

/** One received file, or null. */
export function readLineOf(raw: Raw, id: number): ReceivedLine | null {
  const row = prepared(raw, `${lines} where received_file.id = ?`).get(id) as LineRow | undefined
  return row ? readLine(row) : null
}

/** A signed answer of the city to one file; `at` is an ISO instant. */
export type NewReply = {
  fileId: number
  verdict: 'accepted' | 'returned'
  reasons: readonly ReceiptReason[]
  fileName: string
  sha256: string
  bytes: Uint8Array
  at: string
  by: string
}

/** Records an answer and moves its file on. */
export function addReply(raw: Raw, reply: NewReply): void {
  prepared(raw, 'insert into city_reply values (?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[reply.fileId, reply.verdict, JSON.stringify(reply.reasons)],
    ...[reply.fileName, reply.sha256, reply.bytes, reply.at, reply.by],
  )
  prepared(raw, 'update received_file set state = ? where id = ?').run(reply.verdict, reply.fileId)
}

/** The signed bytes of the answer to a file with their name, or null. */
export function readReply(
  raw: Raw,
  fileId: number,
): { fileName: string; bytes: Uint8Array } | null {
  const row = prepared(
    raw,
    'select file_name as fileName, bytes from city_reply where file_id = ?',
  ).get(fileId)
  return (row as { fileName: string; bytes: Buffer } | undefined) ?? null
}
