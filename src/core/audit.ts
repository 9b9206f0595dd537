import type { Person } from './person.ts'

/**
 * Everything the audit chain can tell, by event; `subject` names the record (`enrolment:12`),
 * `detail` holds ids and field changes.
 */
export type AuditEntry = { subject: string } & (
  | { event: 'office.created'; detail: { code: string; practice: boolean } }
  | { event: 'office.opened'; detail: { version: string } }
  | {
      event: 'backup.made'
      detail: { name: string; place: string; sha256: string; size: number; events: number }
    }
  | { event: 'backup.failed'; detail: { place: string; problem: string } }
  | { event: 'backup.planned'; detail: { changes: Changes } }
  | { event: 'backup.rehearsed'; detail: { name: string; codeToo: boolean } }
  | {
      event: 'backup.restored'
      detail: { name: string; madeAt: string; sha256: string; aside: string | null }
    }
  | { event: 'recovery.changed'; detail: { backups: number; unreached: number } }
  | { event: 'recovery.escrowed'; detail: { certificate: string | null } }
  | { event: 'practice.added'; detail: { households: number; seed: number } }
  | { event: 'plan.changed'; detail: { key: string; removed: boolean } }
  | { event: 'plan.imported'; detail: { added: number; changed: number } }
  | { event: 'plan.import-undone'; detail: Record<string, never> }
  | { event: 'policy.changed'; detail: { changes: Changes } }
  | { event: 'session.started' | 'session.ended' | 'session.refused'; detail: { role: string } }
  | { event: 'session.locked'; detail: { role: string } }
  | { event: 'session.lock-set'; detail: { minutes: number } }
  | { event: 'staff.added'; detail: { role: string } }
  | { event: 'staff.changed'; detail: { changes: Changes } }
  | { event: 'staff.pin-reset' | 'staff.pin-changed'; detail: Record<string, never> }
  | {
      event: 'audit.listed'
      detail: { from: string | null; to: string | null; area: string | null }
    }
  | { event: 'household.added' | 'household.changed'; detail: { changes: Changes } }
  | { event: 'person.added' | 'person.changed'; detail: { changes: Changes } }
  | {
      event: 'person.merged'
      detail: { keep: number; why: string; kept: Person; dropped: Person; notFirst: number[] }
    }
  | { event: 'person.not-same'; detail: { person: number | null } }
  | { event: 'enrolment.moved'; detail: { from: number; to: number } }
  | {
      event: 'enrolment.added'
      detail: { person: number; scheme: string; kind: string; payer: number; rows: string[] }
    }
  | { event: 'enrolment.cancelled'; detail: { reason: string } }
  | { event: 'enrolment.changed' | 'enrolment.stepped'; detail: { changes: Changes } }
  | {
      event: 'enrolment.restored' | 'person.restored' | 'household.restored' | 'conference.restored'
      detail: { changes: Changes }
    }
  | { event: 'conference.cancelled'; detail: { reason: string } }
  | { event: 'action.undone'; detail: { action: number; first: number; last: number } }
  | { event: 'renewal.called'; detail: { outcome: string; nextOn: string | null } }
  | {
      event: 'register.exported'
      detail: { show: string; format: string; rows: number; chosen: boolean } & Approved
    }
  | { event: 'enrolment.listed'; detail: { rows: number } }
  | {
      event: 'conference.added' | 'conference.changed' | 'conference.stepped'
      detail: { changes: Changes }
    }
  | { event: 'attendee.added' | 'attendee.removed'; detail: { conference: number } }
  | { event: 'attendee.changed'; detail: { conference: number; changes: Changes } }
  | { event: 'attendee.restored'; detail: { changes: Changes } }
  | { event: 'attachment.added'; detail: { conference: number; sha256: string; size: number } }
  | { event: 'attachment.removed' | 'attachment.restored'; detail: { conference: number } }
  | {
      event: 'paper.made' | 'paper.printed' | 'paper.saved'
      detail: {
        form: string
        edition: string
        sha256: string
        copies: number
        pages?: string
        printer?: string
      }
    }
  | { event: 'period.closed'; detail: { kind: string; from: string; to: string; revision: number } }
  | {
      event: 'period.reopened'
      detail: {
        kind: string
        from: string
        to: string
        revision: number
        reason: string
        askedBy: string
        approvedBy: string
      }
    }
  | {
      event: 'adjustment.added'
      detail: { adjustment: number; why: string; madeOn: string; reason: string } & Record<
        'months' | 'gross' | 'state' | 'local' | 'payer',
        number
      >
    }
  | { event: 'clock.back' | 'clock.ahead'; detail: { now: string; last: string } }
  | {
      event: 'reply.opened'
      detail: { sequence: number; verdict: string; sha256: string; signer: string }
    }
  | {
      event: 'file.received'
      detail: {
        outcome: string
        sha256: string | null
        sequence: number | null
        revision: number | null
        problems: string[]
      }
    }
  | {
      event: 'reply.issued'
      detail: { verdict: string; sha256: string; fileName: string; signer: string }
    }
  | {
      event: 'merged.exported'
      detail: { from: string; to: string; format: string; path: string; rows: number }
    }
  | {
      event: 'summary.written'
      detail: { sequence: number; sha256: string; approvedBy: string; signer: string }
    }
  | { event: 'annex.sealed'; detail: { sequence: number; rows: number; recipient: string } }
  | { event: 'annex.opened'; detail: { unit: string; sequence: number; sha256: string } }
  | { event: 'key.requested'; detail: { file: string } }
  | { event: 'key.installed'; detail: { fingerprint: string; owner: string } }
  | {
      event: 'key.introduced'
      detail: { oldFingerprint: string; newFingerprint: string; reason: string }
    }
  | { event: 'trust.added'; detail: { file: string } }
  | PrivacyEvent
)

/** What is done with personal data beside entering it; never a value of a person. */
type PrivacyEvent =
  | { event: 'privacy.erased'; detail: { of: string; lines: [number, string][] } }
  | { event: 'privacy.exported'; detail: { format: string; reason: string; approvedBy: string } }
  | { event: 'privacy.unmasked'; detail: Record<string, never> }
  | { event: 'privacy.withdrawn'; detail: { conference: number } }
  | { event: 'privacy.requested'; detail: { kind: string; receivedOn: string } }
  | { event: 'privacy.stepped'; detail: { step: string } }
  | { event: 'privacy.kept'; detail: { kind: string; lookAgainOn: string } }
  | { event: 'privacy.changed'; detail: { changes: Changes } }
  | { event: 'privacy.breach'; detail: { foundAt: string; reportBy: string; people: number } }
  | { event: 'privacy.diagnosed'; detail: Record<string, never> }

/** By whose word lists leave the office, and why. */
type Approved = { reason: string; approvedBy: string }

/** Fields that changed: old and new value. */
export type Changes = Record<string, [unknown, unknown]>

/** The fields of `next` that differ from `previous`; keys missing in `next` did not change. */
export function changesBetween(
  previous: Record<string, unknown>,
  next: Record<string, unknown>,
): Changes {
  const changes: Changes = {}
  for (const [field, value] of Object.entries(next)) {
    const old = previous[field] ?? null
    if (JSON.stringify(old) !== JSON.stringify(value ?? null)) changes[field] = [old, value ?? null]
  }
  return changes
}
