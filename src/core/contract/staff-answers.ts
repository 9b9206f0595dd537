import type { Role } from '../terms.ts'

/** A person who can or could sign in; `lockedUntil` is an ISO instant after too many wrong tries. */
export type StaffLine = {
  id: number
  name: string
  role: Role
  active: boolean
  lockedUntil: string | null
  /** The PIN was given by somebody else and is changed at the next sign-in. */
  pinGiven: boolean
}

/** One line of the audit, newest first; `at` is an ISO instant, `detail` the fields of the event. */
export type AuditLine = {
  seq: number
  at: string
  actor: string
  event: string
  subject: string
  detail: unknown
}

/** A page of the audit, and who and what areas it knows at all; `next` asks for the page after it. */
export type AuditPage = {
  lines: AuditLine[]
  next: number | null
  actors: string[]
  areas: string[]
}

/**
 * A sent file that does not agree with the store: its bytes are not those recorded, it does not follow
 * the file before, or the audit line it names is not the one in the chain.
 */
export type FileFault = {
  sequence: number
  why: 'bytes' | 'previous' | 'audit'
  auditSeq: number | null
}

/** Whether the chain is whole; `broken` is the number of the first line that does not follow. */
export type AuditVerdict = {
  events: number
  head: string
  broken: number | null
  file: FileFault | null
}
