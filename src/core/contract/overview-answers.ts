import type { Birth } from '../person.ts'
import type { Problem } from '../result.ts'
import type { Plan } from '../target-plan.ts'
import type { Collector, Occupation, Scheme } from '../terms.ts'
import type { CommuneCard } from './answers.ts'

/** The plan of the office, the communes it can be about, and the last file taken in and not taken back. */
export type PlanRead = {
  plan: Plan
  communes: CommuneCard[]
  lastImport: { id: number; file: string; at: string } | null
}

/** What a file did to the plan, or would do (`dryRun`); refused rows with the reason. */
export type PlanImported = {
  dryRun: boolean
  added: number
  changed: number
  same: number
  refused: { row: number; problem: Problem }[]
}

/** A person behind a figure, with the enrolment that counts them; the number is masked. */
export type CountedPerson = {
  enrolmentId: number
  personId: number
  name: string
  birth: Birth
  personalNumber: string | null
  scheme: Scheme
  kind: string
  signedOn: string
  communeName: string
  collector: Collector
  occupation: Occupation
}

/** A page of the people behind a figure; `next` is null on the last one. */
export type CountedPeople = { rows: CountedPerson[]; total: number; next: string | null }
