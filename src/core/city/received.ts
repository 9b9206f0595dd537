import type { Problem } from '../result.ts'
import type { Summary } from '../summary.ts'
import type { ConferenceKind, ParticipationKind, PeriodKind, Scheme } from '../terms.ts'

/** Who signed a file, as its certificate says; `fingerprint` is SHA-256 of the certificate as hex. */
export type FileSigner = {
  name: string
  unit: string | null
  fingerprint: string
  signedAt: string
}

/** What a file says of itself: whose it is, for which days, which number and which sending. */
export type FileClaims = Pick<Summary, 'unit' | 'period' | 'sequence' | 'revision'>

/**
 * What reading one file showed, before the store is asked about it. `claims` is what the file says of
 * itself (null while unreadable); `summary` and `bytes` are there only when nothing is wrong.
 */
export type CheckedFile = {
  path: string
  sha256: string | null
  claims: FileClaims | null
  signer: FileSigner | null
  problems: Problem[]
  notices: Problem[]
  summary: Summary | null
  bytes: Uint8Array | null
}

/**
 * Where a received file stands: `received` waits for the city's answer, `accepted` and `returned` have
 * it, `outdated` came after a newer sending of its period. Figures count while received or accepted.
 */
export const receivedStates = ['received', 'accepted', 'returned', 'outdated'] as const
export type ReceivedState = (typeof receivedStates)[number]

/** Persons, months and money of a scheme and kind of participation; đồng, gross = state + local + payer. */
export type SchemeSum = {
  scheme: Scheme
  kind: ParticipationKind
  persons: number
  months: number
  gross: number
  state: number
  local: number
  payer: number
}

/** A received file with the sums that totals are made of. `receivedOn` is a day in Việt Nam. */
export type ReceivedFile = {
  id: number
  unit: { code: string; name: string }
  period: { kind: PeriodKind; from: string; to: string }
  sequence: number
  revision: number
  sha256: string
  previous: string | null
  state: ReceivedState
  receivedOn: string
  people: Summary['people']
  conferences: Record<ConferenceKind, { held: number; attendees: number }>
  sums: SchemeSum[]
}

/** Whether the figures of a file count. */
export function isInForce({ state }: Pick<ReceivedFile, 'state'>): boolean {
  return state === 'received' || state === 'accepted'
}

/** What makes a file the file of a unit for a span of days, whatever its revision. */
export function slotOf({ unit, period }: Pick<ReceivedFile, 'unit' | 'period'>): string {
  return [unit.code, period.kind, period.from, period.to].join(' ')
}
