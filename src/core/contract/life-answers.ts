import type { Charge, EnrolmentState } from '../enrolment.ts'
import type { EnrolmentEdit } from '../enrolment-life.ts'
import type { KindSaid } from '../kind.ts'
import type { Phrase } from '../messages.ts'
import type { Problem } from '../result.ts'
import type { Collector, Occupation, Scheme } from '../terms.ts'

/**
 * One enrolment opened at the desk: who, what was chosen and charged (with the grounds), how far it has
 * come and where it may go. `canEdit` holds while it is registered and its day is open; `locked` says
 * that its day is closed. The personal number is masked.
 */
export type EnrolmentDetail = {
  id: number
  householdId: number
  personId: number
  name: string
  birth: string
  birthPrecision: 'day' | 'year'
  personalNumber: string | null
  scheme: Scheme
  state: EnrolmentState
  next: EnrolmentState[]
  canEdit: boolean
  locked: boolean
  signedOn: string
  communeName: string
  occupation: Occupation
  collector: Collector
  conferenceId: number | null
  choice: EnrolmentEdit['choice']
  kindReason: string
  position: number | null
  charge: Omit<Charge, 'notices'>
  receipt: { number: string; date: string } | null
  returnReason: string | null
  cancelReason: string | null
  createdBy: string
  createdAt: string
}

/**
 * What an edit would charge: the stored amounts when nothing priced changes, else new ones by the rates
 * of the day of signing; and what the rules say about the kind.
 */
export type EditPriced = {
  repriced: boolean
  charge: Omit<Charge, 'notices'> & { notices: string[] }
  suggestedKind: KindSaid['kind']
  suggestedReason: string
  kindNeedsNote: boolean
}

/** A field that changed, as stored: a value, or null for empty. */
export type FieldChange = { field: string; from: unknown; to: unknown }

/**
 * One event in the history of an enrolment, its person or household, or of a conference, newest first; `at` is an ISO
 * instant, `reason` is set for returns and cancellations.
 */
export type HistoryLine = {
  seq: number
  at: string
  who: string
  about: 'enrolment' | 'person' | 'household' | 'conference'
  event: string
  changes: FieldChange[]
  reason: string | null
}

/** The last thing the signed-in person did that undo is about; `problem` says why it cannot be undone. */
export type LastAction = { id: number; at: string; what: Phrase; problem: Problem | null }

/**
 * What was undone, in words; `notices` tell what else to do. The household is named when a sign-up was
 * taken back, so that it can be opened again.
 */
export type Undone = { what: Phrase; notices: Phrase[]; householdId: number | null }

/** A sign-up that is still being typed, in the list of drafts; `keptAt` is an ISO instant. */
export type SheetCard = { key: string; title: string; keptBy: string; keptAt: string }
