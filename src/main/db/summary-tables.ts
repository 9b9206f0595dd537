import type { Generated } from 'kysely'
import type { AdjustmentReason } from '#core/summary.ts'
import type { PeriodKind } from '#core/terms.ts'

/** Periods, the files sent for them and the replies: rows as `migrations/` creates them. Days are ISO dates, instants ISO UTC, money đồng. */
export type SummaryTables = {
  period: {
    id: Generated<number>
    kind: PeriodKind
    from_date: string
    to_date: string
    state: 'open' | 'closed'
    revision: number
    closed_by: string | null
    closed_at: string | null
  }
  summary_file: {
    sequence: number
    period_id: number
    revision: number
    file_name: string
    sha256: string
    previous_sha256: string | null
    created_by: string
    approved_by: string
    created_at: string
    bytes: Buffer
    written_at: string | null
  }
  reopening: {
    id: Generated<number>
    period_id: number
    revision: number
    reason: string
    asked_by: number
    approved_by: number
    at: string
  }
  adjustment: {
    id: Generated<number>
    enrolment_id: number
    why: AdjustmentReason
    made_on: string
    months: number
    gross: number
    state_support: number
    local_support: number
    payer: number
    reason: string
    created_by: string
    created_at: string
  }
  reply_received: {
    id: Generated<number>
    sequence: number
    verdict: 'accepted' | 'returned'
    reasons: string
    city_code: string
    signer: string
    issued_at: string
    issued_by: string
    received_at: string
    received_by: string
    sha256: string
    bytes: Buffer
  }
}
