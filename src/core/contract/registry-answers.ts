import type { EnrolmentState } from '../enrolment.ts'
import type { Household } from '../household.ts'
import type { Birth, Person } from '../person.ts'
import type { Likeness } from '../similarity.ts'
import type { Collector, ParticipationKind, Scheme, Sex } from '../terms.ts'
import type { CommuneCard } from './answers.ts'
import type { RegistryFilters } from './registry-calls.ts'

/** A commune that occurs in the store; `validTo` is its last day, null while it exists. */
export type CommuneUsed = CommuneCard & { validTo: string | null }

/** One enrolment on a line of the registry; `amounts` (months, đồng) only where lines are enrolments. */
export type RegistryEnrolment = {
  id: number
  scheme: Scheme
  kind: ParticipationKind
  state: EnrolmentState
  signedOn: string
  validTo: string
  collector: Collector
  conferenceId: number | null
  amounts: { months: number; gross: number; payer: number } | null
}

/**
 * One line of the registry: a person with the household and, where lines are people or households, the
 * newest fitting enrolment of each scheme; where lines are enrolments, that one. The personal number is
 * masked. `members` is counted where lines are households.
 */
export type RegistryRow = {
  personId: number
  name: string
  birth: Birth
  sex: Sex
  personalNumber: string | null
  phone: string | null
  householdId: number
  address: string
  communeName: string
  members: number | null
  enrolments: RegistryEnrolment[]
}

/**
 * A page of the registry in Vietnamese order of names. `total.more` means at least `count` (shown as
 * "1.000+"); `total` is null on later pages. `next` goes into `after` for the page behind this one.
 */
export type RegistryPage = {
  rows: RegistryRow[]
  total: { count: number; more: boolean } | null
  next: string | null
}

/** Everything the book holds about a person; numbers in full. `mergedFrom` are the people merged in. */
export type PersonCard = {
  person: Person
  household: Household & { communeName: string; members: Person[] }
  enrolments: (RegistryEnrolment & { communeName: string; householdId: number })[]
  otherNumbers: string[]
  mergedFrom: { id: number; name: string; birth: Birth }[]
}

/** Somebody in the book who may be the person being typed, beside what speaks for and against it. */
export type SimilarPerson = Likeness & {
  personId: number
  name: string
  birth: Birth
  sex: Sex
  personalNumber: string | null
  insuranceNumber: string | null
  phone: string | null
  householdId: number
  address: string
  communeName: string
  last: { scheme: Scheme; validTo: string; kind: ParticipationKind }[]
}

/**
 * What a merge did. `notFirst` are enrolments signed as a first time that are no longer counted as one;
 * `closed` means their day was already sent, so the correction shows in the next file that covers it.
 */
export type MergeDone = {
  keptId: number
  moved: number
  notFirst: { enrolmentId: number; scheme: Scheme; signedOn: string; closed: boolean }[]
}

/** A filter somebody saved under a name. */
export type SavedFilter = {
  name: string
  query: string
  filters: RegistryFilters
  savedBy: string
}
