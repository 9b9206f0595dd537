import { z } from 'zod'
import { IsoDay, typedLine } from '../person.ts'
import {
  type Breach,
  type BreachCount,
  BreachDraft,
  type DataRequest,
  RequestDraft,
  RequestStep,
} from '../privacy/records.ts'
import { OwnPrivacy } from '../privacy/rules.ts'
import { answers, Id, Pin } from './call.ts'
import type { PaperCard } from './paper-answers.ts'
import type { PrivacyRead, RetentionReview } from './privacy-answers.ts'
import type { PersonCard } from './registry-answers.ts'

/** The head on whose word something is done, confirmed by PIN. */
const head = { headId: Id, pin: Pin }
const reason = typedLine(500).min(1)

const record = z.strictObject({
  kind: z.enum(['person', 'attendee', 'sheet', 'conference-file', 'request']),
  recordId: z.string().min(1).max(100),
})

/** Calls about personal data: what people are told, what they ask for, terms, breaches. */
export const privacyCalls = {
  'privacy.read': { input: z.strictObject({}), who: 'approve', ...answers<PrivacyRead>() },
  'privacy.save': {
    input: z.strictObject({
      contact: OwnPrivacy.shape.contact.unwrap(),
      retention: OwnPrivacy.shape.retention.unwrap(),
      wordings: z
        .array(
          z.strictObject({
            regime: z.string().max(40),
            kind: z.enum(['notice', 'consent']),
            text: z.string().trim().min(1).max(8000),
          }),
        )
        .max(10),
      ...head,
    }),
    who: 'approve',
    ...answers<PrivacyRead>(),
  },
  /** Whoever is at the counter notes a request; what becomes of it is for the head. */
  'request.list': { input: z.strictObject({}), who: 'work', ...answers<DataRequest[]>() },
  'request.add': { input: RequestDraft, who: 'work', ...answers<DataRequest[]>() },
  'request.step': {
    input: z.strictObject({ id: Id, step: RequestStep }),
    who: 'approve',
    ...answers<DataRequest[]>(),
  },
  /** Asks where to save and writes everything about a person there; null when the dialog was closed. */
  'privacy.export': {
    input: z.strictObject({ personId: Id, format: z.enum(['xlsx', 'json']), reason, ...head }),
    who: 'approve',
    ...answers<{ path: string } | null>(),
  },
  'privacy.erase': {
    input: z.strictObject({ personId: Id, requestId: Id.nullable(), reason, ...head }),
    who: 'approve',
    ...answers<{ erasure: number }>(),
  },
  'privacy.due': { input: z.strictObject({}), who: 'approve', ...answers<RetentionReview>() },
  'privacy.keep': {
    input: record.extend({ reason, lookAgainOn: IsoDay }),
    who: 'approve',
    ...answers<RetentionReview>(),
  },
  'privacy.destroy': {
    input: z.strictObject({ records: z.array(record).min(1).max(200), reason, ...head }),
    who: 'approve',
    ...answers<RetentionReview>(),
  },
  'breach.list': { input: z.strictObject({}), who: 'approve', ...answers<Breach[]>() },
  'breach.count': {
    input: BreachDraft.pick({ from: true, to: true, communeCode: true, communeFrom: true }),
    who: 'approve',
    ...answers<BreachCount>(),
  },
  'breach.save': { input: BreachDraft, who: 'approve', ...answers<Breach[]>() },
  'breach.paper': { input: z.strictObject({ id: Id }), who: 'approve', ...answers<PaperCard>() },
  'roster.withdraw': {
    input: z.strictObject({ id: Id }),
    who: 'work',
    ...answers<{ id: number }>(),
  },
  /** The card with numbers in full; that somebody looked is an event of the audit. */
  'person.unmask': { input: z.strictObject({ id: Id }), who: 'look', ...answers<PersonCard>() },
  /** Asks where to save what helpers need to know; null when the dialog was closed. */
  'app.diagnostics': {
    input: z.strictObject({}),
    who: 'keep',
    ...answers<{ path: string } | null>(),
  },
} as const
