import type { PeriodState } from '../period.ts'
import type { ReceiptReason } from '../receipt.ts'
import type { AdjustmentReason, Reopened } from '../summary.ts'
import type { PeriodKind, Scheme } from '../terms.ts'

/** One file of a period; `writtenAt` is null until it was read back from a folder. */
export type SummaryFileCard = {
  sequence: number
  revision: number
  fileName: string
  sha256: string
  fingerprint: string
  createdAt: string
  createdBy: string
  approvedBy: string
  writtenAt: string | null
  answers: AnswerCard[]
  /** Who had opened the period again before this file; null for a first file or a mere replacement. */
  reopened: Reopened | null
}

/** An answer of the city to one file. */
export type AnswerCard = {
  verdict: 'accepted' | 'returned'
  reasons: ReceiptReason[]
  issuedAt: string
  issuedBy: string
  signer: string
  receivedAt: string
}

/** A period that was closed at least once, with its files, newest first. */
export type PeriodCard = {
  kind: PeriodKind
  from: string
  to: string
  state: PeriodState
  revision: number
  files: SummaryFileCard[]
  /** Who opened it again since the newest file, or null. */
  reopened: Reopened | null
}

/** One adjustment as it is listed: the person's name, differences in months and đồng. */
export type AdjustmentCard = {
  id: number
  enrolmentId: number
  name: string
  scheme: Scheme
  why: AdjustmentReason
  signedOn: string
  madeOn: string
  months: number
  gross: number
  state: number
  local: number
  payer: number
  reason: string
  createdBy: string
}

/** What opening an answer of the city came to; `period` changed its state unless a notice says otherwise. */
export type ReplyOpened = {
  verdict: 'accepted' | 'returned'
  unit: { code: string; name: string }
  period: { kind: PeriodKind; from: string; to: string }
  sequence: number
  revision: number
  reasons: ReceiptReason[]
  issuedAt: string
  issuedBy: string
  signer: string
  state: PeriodState
  notices: string[]
}

/**
 * What stands in the folder a file goes to: the folder is gone; it is there; the file stands there whole;
 * another file has its name.
 */
export type StickState = 'absent' | 'ready' | 'whole' | 'wrong'
