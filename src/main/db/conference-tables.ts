import type { Generated } from 'kysely'
import type { AttachmentKind } from '#core/attachment.ts'
import type { ConferenceKind, ConferenceState, LeadOutcome, Occupation } from '#core/terms.ts'

/** Conferences, who came and what was handed out: rows as `migrations/` creates them. Days are ISO dates, instants ISO UTC, money đồng. */
export type ConferenceTables = {
  conference: {
    id: Generated<number>
    kind: ConferenceKind
    held_on: string
    starts_at: string | null
    commune_code: string
    commune_from: string
    commune_name: string
    place: string
    organisers: string
    speakers: string
    attendees: number
    notes: string
    created_at: string
    cancel_reason: string | null
    state: Generated<ConferenceState>
    previous_state: ConferenceState | null
    draft_key: string | null
    ends_at: string | null
    target_groups: Generated<string>
    invited: number | null
    consultations: Generated<number>
    questions: Generated<string>
    materials: Generated<string>
    chair: Generated<string>
    secretary: Generated<string>
    minutes: Generated<string>
  }
  attendee: {
    id: Generated<number>
    conference_id: number
    name: string
    name_fold: string
    birth_year: number | null
    address: string
    phone: string | null
    occupation: Occupation | null
    bhxh: number
    bhyt: number
    consent: number
    follow_up_on: string | null
    outcome: LeadOutcome | null
    note: string
    lead_key: string | null
    consent_at: string | null
    consent_by: string | null
    consent_wording: string | null
    withdrawn_at: string | null
    removed: Generated<number>
    added_by: string
    added_at: string
  }
  conference_file: {
    id: Generated<number>
    conference_id: number
    name: string
    kind: AttachmentKind
    size: number
    sha256: string
    thumbnail: Buffer | null
    removed: Generated<number>
    added_by: string
    added_at: string
    bytes: Buffer
  }
}
