import type { Generated } from 'kysely'
import type { RequestState } from '#core/privacy/records.ts'
import type { RequestKind } from '#core/privacy/rules.ts'

/** Kinds of record that can be erased one by one. */
export type ErasedKind = 'person' | 'attendee' | 'sheet' | 'conference-file' | 'request'

/** Personal data and the rights of people: rows as `migrations/` creates them. Days are ISO dates, instants ISO UTC. */
export type PrivacyTables = {
  privacy_wording: {
    version: string
    regime: string
    kind: 'notice' | 'consent'
    content: string
    since: string
    written_by: string
  }
  data_request: {
    id: Generated<number>
    kind: RequestKind
    received_on: string
    subject_name: string
    contact: string
    person_id: number | null
    third_party: number
    note: string
    state: Generated<RequestState>
    answered_on: string | null
    extension: string | null
    answer: string | null
    refusal: string | null
    closed_on: string | null
    taken_by: string
    taken_at: string
  }
  erasure: {
    id: Generated<number>
    kind: ErasedKind
    record_id: string
    made_at: string
    reason: string
    request_id: number | null
    decided_by: string
    erased_at: string
  }
  retention_choice: {
    kind: string
    record_id: string
    reason: string
    look_again_on: string
    decided_by: string
    decided_at: string
  }
  breach: {
    id: Generated<number>
    found_at: string
    report_by: string
    reported_at: string | null
    content: string
    affected: string
    written_by: string
    written_at: string
  }
}
