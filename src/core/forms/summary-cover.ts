import type { ParticipationKind, PeriodKind, Scheme } from '../terms.ts'

/**
 * What the cover page of a signed summary shows; money in đồng, days as ISO dates. `approvedBy` is
 * the head who signs, `createdBy` who made it; `fingerprint` is a short text to compare by eye, with
 * `fingerprintOf` saying of what; `qr` is the content of the QR square.
 */
export type SummaryCover = {
  officeName: string
  unitCode: string
  period: { kind: PeriodKind; from: string; to: string }
  sequence: number
  revision: number
  madeOn: string
  totals: {
    scheme: Scheme
    kind: ParticipationKind
    persons: number
    gross: number
    payer: number
  }[]
  people: { joiners: number; firstTime: number; households: number }
  conferences: { held: number; smallGroups: number; attendees: number; signUps: number }
  targets: { label: string; target: number; achieved: number }[]
  /** Adjustments made in the period, over both schemes; money is a difference. */
  adjustments: { entries: number; gross: number; payer: number }
  /** Who opened the period again before this revision, and why; null otherwise. */
  reopened: { reason: string; askedBy: string; approvedBy: string } | null
  createdBy: string
  approvedBy: string
  fingerprintOf: string
  fingerprint: string
  qr: string
  practice: boolean
}
