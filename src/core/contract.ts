import { z } from 'zod'
import { type Conference, ConferenceDraft } from './conference.ts'
import {
  type Charge,
  type EnrolmentState,
  HouseholdEnrolmentDraft,
  PriceRequest,
} from './enrolment.ts'
import type { CommuneRef, Household } from './household.ts'
import type { Language } from './messages.ts'
import { IsoDay, type Person } from './person.ts'
import type { Problem } from './result.ts'
import type { Summary } from './summary.ts'
import { type Campaign, Target } from './target.ts'
import {
  type Collector,
  type Occupation,
  type ParticipationKind,
  PeriodKind,
  Role,
  type Scheme,
} from './terms.ts'

/** A person of the office as shown on the sign-in screen. */
export type StaffCard = { id: number; name: string; role: Role }

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
 * in, or at work. `problem` says why the store could not be opened.
 */
export type AppState = {
  phase: 'no-office' | 'no-key' | 'signed-out' | 'ready'
  office: { code: string; name: string; practice: boolean } | null
  staff: StaffCard[]
  session: StaffCard | null
  language: Language
  dataDir: string
  today: string
  version: string
  problem: Problem | null
}

/** What the office's book knows of a person: household, members, last participation by scheme. */
export type PersonFound = {
  person: Person
  household: Household & { communeName: string; members: Person[] }
  last: { scheme: Scheme; validTo: string; signedOn: string; kind: ParticipationKind }[]
}

/** Live amounts of a household's sign-up; a member that cannot be priced yet carries its problem. */
export type Priced = {
  members: {
    bhxh: {
      charge: Charge | null
      problem: Problem | null
      suggestedKind: ParticipationKind
    } | null
    bhyt: {
      charge: Charge | null
      problem: Problem | null
      suggestedKind: ParticipationKind
      position: number
    } | null
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

/** A PDF held by the main process, ready for preview, print and file. */
export type PaperCard = {
  documentId: string
  title: string
  fileName: string
  sha256: string
  edition: string
  notices: string[]
  /** Sentences for the boxes that are still empty, by box number. */
  missing: string[]
}

/** A signed summary that was written, synced, re-read and verified. */
export type SummaryExported = {
  file: string
  sequence: number
  revision: number
  sha256: string
  fingerprint: string
}

/** The verdict on a summary file, in plain words. */
export type Verdict = {
  ok: boolean
  file: string
  unit: { code: string; name: string } | null
  period: { kind: PeriodKind; from: string; to: string } | null
  sequence: number | null
  signer: { name: string; unit: string | null; fingerprint: string; practice: boolean } | null
  problems: string[]
  notices: string[]
  summary: Summary | null
}

/** Progress of long work; `total` 0 means unknown. */
export type Progress = { done: number; total: number; label: string }

const Pin = z.string().regex(/^\d{4,12}$/)
const id = z.number().int().positive()
const period = { kind: PeriodKind, from: IsoDay, to: IsoDay }

/** Marks the answer type of a call; the main process is trusted, so answers carry no schema. */
function answers<T>(): { answer?: T } {
  return {}
}

/**
 * Every call over the process boundary: its input schema, its answer, and who may make it
 * (`anyone`, a `signed-in` person, or the `head`).
 */
export const calls = {
  'app.state': { input: z.strictObject({}), who: 'anyone', ...answers<AppState>() },
  'app.setLanguage': {
    input: z.strictObject({ language: z.enum(['vi', 'en']) }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'app.chooseFolder': {
    input: z.strictObject({ purpose: z.enum(['data', 'export', 'trust']) }),
    who: 'anyone',
    ...answers<string | null>(),
  },
  'app.chooseFile': {
    input: z.strictObject({ purpose: z.enum(['key', 'summary']) }),
    who: 'anyone',
    ...answers<string | null>(),
  },

  'office.choices': {
    input: z.strictObject({ query: z.string().max(100), on: IsoDay }),
    who: 'anyone',
    ...answers<OfficeCard[]>(),
  },
  'office.campaigns': { input: z.strictObject({}), who: 'anyone', ...answers<Campaign[]>() },
  'office.create': {
    input: z.strictObject({
      code: z.string().min(2).max(40),
      on: IsoDay,
      dataDir: z.string().max(1000).nullable(),
      people: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(100), role: Role, pin: Pin }))
        .min(2)
        .max(50),
      targets: z.array(Target).max(100),
      practice: z.boolean(),
    }),
    who: 'anyone',
    ...answers<{ recoveryCode: string }>(),
  },
  'office.practice': {
    input: z.strictObject({ code: z.string().min(2).max(40), dataDir: z.string().nullable() }),
    who: 'anyone',
    ...answers<{ recoveryCode: string; people: { name: string; role: Role; pin: string }[] }>(),
  },
  'office.recoverySheet': { input: z.strictObject({}), who: 'anyone', ...answers<PaperCard>() },
  'office.confirmRecovery': {
    input: z.strictObject({ lastGroup: z.string().max(20) }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'office.unlock': {
    input: z.strictObject({ recoveryCode: z.string().max(100) }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'office.communes': {
    input: z.strictObject({ on: IsoDay }),
    who: 'signed-in',
    ...answers<CommuneCard[]>(),
  },
  'office.targets': { input: z.strictObject({}), who: 'signed-in', ...answers<Target[]>() },

  'session.start': {
    input: z.strictObject({ staffId: id, pin: Pin }),
    who: 'anyone',
    ...answers<AppState>(),
  },
  'session.end': { input: z.strictObject({}), who: 'anyone', ...answers<AppState>() },

  'person.find': {
    input: z.strictObject({ number: z.string().regex(/^(\d{10}|\d{12})$/) }),
    who: 'signed-in',
    ...answers<PersonFound | null>(),
  },

  'enrolment.price': {
    input: PriceRequest,
    who: 'signed-in',
    ...answers<Priced>(),
  },
  'enrolment.save': {
    input: HouseholdEnrolmentDraft,
    who: 'signed-in',
    ...answers<{ householdId: number; enrolmentIds: number[]; payer: number }>(),
  },
  'enrolment.list': {
    input: z.strictObject({
      from: IsoDay.nullable(),
      to: IsoDay.nullable(),
      query: z.string().max(200),
      conferenceId: id.nullable(),
      limit: z.number().int().min(1).max(1000),
    }),
    who: 'signed-in',
    ...answers<{ rows: EnrolmentRow[]; total: number }>(),
  },
  'enrolment.cancel': {
    input: z.strictObject({ id, reason: z.string().trim().min(1).max(500) }),
    who: 'signed-in',
    ...answers<{ id: number }>(),
  },

  'conference.list': { input: z.strictObject({}), who: 'signed-in', ...answers<Conference[]>() },
  'conference.save': {
    input: ConferenceDraft,
    who: 'signed-in',
    ...answers<{ id: number }>(),
  },

  'paper.tk1': {
    input: z.strictObject({
      enrolmentId: id,
      edition: z.string().max(20).nullable(),
      checkAgainstOfficial: z.boolean(),
    }),
    who: 'signed-in',
    ...answers<PaperCard>(),
  },
  'paper.bytes': {
    input: z.strictObject({ documentId: z.string().max(100) }),
    who: 'anyone',
    ...answers<Uint8Array>(),
  },
  'paper.print': {
    input: z.strictObject({ documentId: z.string().max(100) }),
    who: 'anyone',
    ...answers<{ sent: boolean }>(),
  },
  'paper.save': {
    input: z.strictObject({ documentId: z.string().max(100) }),
    who: 'anyone',
    ...answers<string | null>(),
  },

  'summary.preview': {
    input: z.strictObject(period),
    who: 'signed-in',
    ...answers<{ summary: Summary; alreadySent: number | null }>(),
  },
  'summary.export': {
    input: z.strictObject({
      ...period,
      headId: id,
      pin: Pin,
      key: z.union([
        z.strictObject({ kind: z.literal('practice') }),
        z.strictObject({
          kind: z.literal('file'),
          path: z.string().max(1000),
          password: z.string().max(200),
        }),
      ]),
      folder: z.string().max(1000),
    }),
    who: 'signed-in',
    ...answers<SummaryExported>(),
  },
  'summary.verify': {
    input: z.strictObject({ file: z.string().max(1000), trust: z.string().max(1000).nullable() }),
    who: 'signed-in',
    ...answers<Verdict>(),
  },
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
  changed: { areas: ('state' | 'enrolments' | 'conferences' | 'summaries')[] }
  progress: Progress
}

/** Name of an event. */
export type EventName = keyof AppEvents
