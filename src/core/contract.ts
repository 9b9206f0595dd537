import type { z } from 'zod'
import type { Progress } from './contract/answers.ts'
import { backupCalls } from './contract/backup-calls.ts'
import { cameraCalls } from './contract/camera-calls.ts'
import { cityCalls } from './contract/city-calls.ts'
import { conferenceCalls } from './contract/conference-calls.ts'
import { enrolmentCalls } from './contract/enrolment-calls.ts'
import { lifeCalls } from './contract/life-calls.ts'
import { officeCalls } from './contract/office-calls.ts'
import { overviewCalls } from './contract/overview-calls.ts'
import { paperCalls } from './contract/paper-calls.ts'
import { policyCalls } from './contract/policy-calls.ts'
import { privacyCalls } from './contract/privacy-calls.ts'
import { quoteCalls } from './contract/quote-calls.ts'
import { registryCalls } from './contract/registry-calls.ts'
import { renewalCalls } from './contract/renewal-calls.ts'
import { rosterCalls } from './contract/roster-calls.ts'
import { signingCalls } from './contract/signing-calls.ts'
import { staffCalls } from './contract/staff-calls.ts'
import { summaryCalls } from './contract/summary-calls.ts'
import type { Problem } from './result.ts'

export type * from './contract/answers.ts'
export type {
  BackupCard,
  BackupOutcome,
  BackupStand,
  PlaceCard,
  Rehearsal,
} from './contract/backup-calls.ts'
export type * from './contract/city-answers.ts'
export type { KeyChoice } from './contract/key-choice.ts'
export type * from './contract/life-answers.ts'
export type * from './contract/overview-answers.ts'
export type * from './contract/paper-answers.ts'
export type * from './contract/period-answers.ts'
export type { PolicyRead } from './contract/policy-calls.ts'
export type * from './contract/privacy-answers.ts'
export type { Calculation, QuoteWish } from './contract/quote-calls.ts'
export type * from './contract/registry-answers.ts'
export type * from './contract/renewal-answers.ts'
export type { LeadStart, RosterPasted } from './contract/roster-calls.ts'
export type {
  CertificateCard,
  RevocationCard,
  SigningOverview,
  TokenAnswer,
} from './contract/signing-calls.ts'
export type * from './contract/staff-answers.ts'

/**
 * Every call over the process boundary: its input schema, its answer, and who may make it
 * (`rights.ts`).
 */
export const calls = {
  ...officeCalls,
  ...enrolmentCalls,
  ...lifeCalls,
  ...registryCalls,
  ...renewalCalls,
  ...conferenceCalls,
  ...rosterCalls,
  ...paperCalls,
  ...quoteCalls,
  ...policyCalls,
  ...privacyCalls,
  ...cameraCalls,
  ...staffCalls,
  ...backupCalls,
  ...summaryCalls,
  ...signingCalls,
  ...overviewCalls,
  ...cityCalls,
} as const

/** Name of a call. */
export type CallName = keyof typeof calls

/** Input of a call, already parsed. */
export type CallInput<N extends CallName> = z.output<(typeof calls)[N]['input']>

/** What a call answers when it is not refused. */
export type CallAnswer<N extends CallName> = Exclude<
  (typeof calls)[N] extends { answer?: infer T } ? T : never,
  undefined
>

/**
 * What crosses the boundary back: the answer, an expected problem, or the reference of a bug that
 * was logged.
 */
export type CallReply<T> =
  | { ok: true; value: T }
  | { ok: false; problem: Problem }
  | { ok: false; bug: string }

/** Events from the main process: something changed (refetch), or long work went on. */
export type AppEvents = {
  changed: {
    areas: (
      | 'state'
      | 'enrolments'
      | 'conferences'
      | 'summaries'
      | 'policy'
      | 'targets'
      | 'received'
    )[]
  }
  progress: Progress
}

/** Name of an event. */
export type EventName = keyof AppEvents
