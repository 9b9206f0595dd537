import type { Conference } from '../conference.ts'
import type { Basis } from '../enrolment.ts'
import type { FormEditions, FormId } from '../forms.ts'
import type { CommuneRef } from '../household.ts'
import type { Person } from '../person.ts'
import type { Policy } from '../policy.ts'
import type { RegimeInUse } from '../privacy/rules.ts'
import type { Attendee } from '../roster.ts'
import type { Collector, ParticipationKind, PaymentMethod, Scheme } from '../terms.ts'

/** One enrolment as the store has it, with what a paper says of the person and the household. */
export type SignUp = {
  id: number
  scheme: Scheme
  kind: ParticipationKind
  signedOn: string
  months: number
  income: number | null
  method: PaymentMethod | null
  supportGroup: string
  position: number | null
  validFrom: string
  validTo: string
  gross: number
  state: number
  local: number
  payer: number
  basis: Basis[]
  derivation: string[]
  commune: CommuneRef & { name: string }
  collector: Collector
  receiptNumber: string | null
  receiptDate: string | null
  createdBy: string
  person: Person
  household: { id: number; address: string; phone: string | null; head: string | null }
}

/**
 * One paper by its number, before it is drawn: the form and edition, the ISO day it is signed on, the
 * enrolments it is about and the conference it belongs to. A stored print job is a list of these, so
 * that the same papers can be drawn again.
 */
export type PaperRef = {
  form: FormId
  edition: string
  day: string
  enrolments: number[]
  conference: number | null
}

/** What one paper is filled from. */
export type PaperFacts = {
  signUps: SignUp[]
  /** Everybody of the household, for the annex. */
  members: Person[]
  conference: Conference | null
  /** Who came to the conference, for its attendance sheet. */
  roster: Attendee[]
  /** What renewing costs today, by enrolment, for reminders. */
  amounts: ReadonlyMap<number, number>
  /** Earlier and present health cards of the person, for reminders. */
  cards: { from: string; to: string }[]
}

/**
 * What all papers of an office stand on. `checkAgainstOfficial` marks the papers whose layout was not
 * compared yet; `blank` leaves everything personal to be written by hand.
 */
export type PaperContext = {
  office: { code: string; name: string; practice: boolean }
  policy: Policy
  editions: FormEditions
  /** What people are told about their data, by law in force; `today` for papers without a day. */
  privacy: { regimes: readonly RegimeInUse[]; contact: string; today: string }
  checkAgainstOfficial: boolean
  blank: boolean
}
