import type { Charge, EnrolmentState } from '../enrolment.ts'
import type { CommuneRef, Household } from '../household.ts'
import type { Language } from '../messages.ts'
import type { Person } from '../person.ts'
import type { Problem } from '../result.ts'
import type { Right } from '../rights.ts'
import type { CertificateWeight } from '../signing.ts'
import type { Summary } from '../summary.ts'
import type {
  Collector,
  Occupation,
  ParticipationKind,
  PeriodKind,
  Role,
  Scheme,
} from '../terms.ts'

/** A person of the office as shown on the sign-in screen. */
export type StaffCard = { id: number; name: string; role: Role }

/** Who is signed in, with the rights of the role; a PIN somebody else chose must be changed first. */
export type SessionCard = StaffCard & { rights: readonly Right[]; mustChangePin: boolean }

/** An office that can be chosen at first run, on a given day. */
export type OfficeCard = {
  code: string
  name: string
  communes: number
  confidence: 'H' | 'M' | 'L'
}

/** A commune of the office's area on a given day. */
export type CommuneCard = CommuneRef & { name: string; districtName: string | null }

/**
 * Where the app stands: no office yet, the key is missing (recovery code needed), nobody signed
 * in, or at work. `city` is true for the city office, which has a desk of its own. `problem` says why
 * the store could not be opened, or only for looking (`readOnly`).
 */
export type AppState = {
  phase: 'no-office' | 'no-key' | 'signed-out' | 'ready'
  office: { code: string; name: string; practice: boolean; city: boolean } | null
  staff: StaffCard[]
  session: SessionCard | null
  /** The store is damaged and open for looking only. */
  readOnly: boolean
  /** Who locked the window, when it is locked. */
  locked: number | null
  /** Minutes without a key or the mouse until the window locks. */
  lockMinutes: number
  language: Language
  dataDir: string
  today: string
  version: string
  problem: Problem | null
  /** The data folder is in use though it is no place for a store: why, and what to do. */
  unfitPlace: Problem | null
}

/** What the office's book knows of a person: household, members, last participation by scheme. */
export type PersonFound = {
  person: Person
  household: Household & { communeName: string; members: Person[] }
  last: { scheme: Scheme; validTo: string; signedOn: string; kind: ParticipationKind }[]
}

/**
 * What the rules say about a kind: the suggestion with its reason in words, the reason kept with the
 * kind chosen, and whether that choice needs a note because it goes against the rules.
 */
export type PricedKind = {
  suggestedKind: ParticipationKind
  suggestedReason: string
  kindReason: string
  kindNeedsNote: boolean
}

/** Live amounts of a household's sign-up; a member that cannot be priced yet carries its problem. */
export type Priced = {
  members: {
    bhxh: ({ charge: Charge | null; problem: Problem | null } & PricedKind) | null
    bhyt: ({ charge: Charge | null; problem: Problem | null; position: number } & PricedKind) | null
  }[]
  totals: { gross: number; state: number; local: number; payer: number }
}

/** One line of the register of enrolments. Personal numbers are masked. */
export type EnrolmentRow = {
  id: number
  householdId: number
  personId: number
  name: string
  birth: string
  birthPrecision: 'day' | 'year'
  personalNumber: string | null
  scheme: Scheme
  kind: ParticipationKind
  signedOn: string
  months: number
  payer: number
  gross: number
  state: EnrolmentState
  communeName: string
  collector: Collector
  occupation: Occupation
  conferenceId: number | null
  locked: boolean
}

/** A signed summary that was written, synced, re-read and verified. */
export type SummaryExported = {
  file: string
  sequence: number
  revision: number
  sha256: string
  fingerprint: string
  /** What the person should know besides: a clock that was set back. */
  notices: Problem[]
}

/** The verdict on a summary file, in plain words. */
export type Verdict = {
  ok: boolean
  file: string
  /** Of the file itself, short, for two people to compare by eye. */
  fingerprint: string
  unit: { code: string; name: string } | null
  period: { kind: PeriodKind; from: string; to: string } | null
  sequence: number | null
  signer: {
    name: string
    issuer: string
    unit: string | null
    fingerprint: string
    practice: boolean
    weight: CertificateWeight
  } | null
  /** What is known of the signer's revocation. */
  revocation: 'good' | 'revoked' | 'unchecked' | null
  problems: string[]
  notices: string[]
  summary: Summary | null
}

/** Progress of long work; `total` 0 means unknown, `job` is the id its caller gave it. */
export type Progress = { done: number; total: number; label: string; job?: string }
