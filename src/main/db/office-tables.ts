import type { Generated } from 'kysely'
import type { Role } from '#core/terms.ts'

/** The office, its people and what they did: rows as `migrations/` creates them. Days are ISO dates, instants ISO UTC, money đồng. */
export type OfficeTables = {
  office: {
    id: number
    code: string
    name: string
    founded_on: string
    practice: number
    created_at: string
  }
  setting: { key: string; value: string }
  staff: {
    id: Generated<number>
    name: string
    role: Role
    pin_salt: Buffer
    pin_hash: Buffer
    active: Generated<number>
    failed_tries: Generated<number>
    locked_until: string | null
    pin_given: Generated<number>
  }
  staff_action: { id: Generated<number>; staff_id: number; first_seq: number; last_seq: number }
  print_job: {
    id: Generated<number>
    made_at: string
    made_by: string
    title: string
    made_on: string
    check_official: number
    paper_count: number
    page_count: number
    papers: string
    sha256: string
  }
  audit: {
    seq: number
    at: string
    actor: string
    event: string
    subject: string
    detail: string
    previous_hash: string
    hash: string
  }
  saved_filter: { name: string; filter: string; saved_by: string; saved_at: string }
}
