import type { HouseholdEnrolmentDraft } from '../enrolment.ts'
import type { CommuneRef } from '../household.ts'
import type { CallOutcome, Continuity, DueMark } from '../renewal.ts'
import type { RenewalSheet } from '../renewal-draft.ts'
import type { PaymentMethod, Scheme } from '../terms.ts'
import type { Priced } from './answers.ts'

/** One call about a renewal; `at` is an ISO instant, `nextOn` the day agreed for the next one. */
export type RenewalCall = {
  at: string
  who: string
  outcome: CallOutcome
  nextOn: string | null
  note: string
}

/**
 * One person due in one scheme: the last covered day with the days left (negative when overdue), the
 * last day to pay, what was chosen last time, what it costs today (null when it cannot be priced), the
 * five-year warning of BHYT and the last call. Numbers are masked, amounts are đồng.
 */
export type RenewalRow = {
  enrolmentId: number
  personId: number
  householdId: number
  name: string
  birth: string
  birthPrecision: 'day' | 'year'
  insuranceNumber: string | null
  phone: string | null
  address: string
  communeName: string
  scheme: Scheme
  validTo: string
  daysLeft: number
  mark: DueMark
  payBy: string
  last: {
    months: number
    income: number | null
    method: PaymentMethod | null
    support: string
    payer: number
  }
  amount: number | null
  continuity: Continuity | null
  call: RenewalCall | null
}

/** How many are due at a mark, by scheme. */
export type DueCount = { mark: DueMark } & Record<Scheme, number>

/** A page of the work list, the count under each mark, and how many lines match in all. */
export type RenewalList = { rows: RenewalRow[]; total: number; marks: DueCount[] }

/** A household's renewal ready to be looked over: the sheet, what to check by row, the amounts. */
export type RenewalDraft = {
  draft: HouseholdEnrolmentDraft
  notices: RenewalSheet['notices']
  priced: Priced
}

/** Which part of the work list is meant: a day, a mark, a commune of the sign-up, a scheme. */
export type DueFilter = {
  on: string
  mark: DueMark | null
  commune: CommuneRef | null
  scheme: Scheme | null
}
