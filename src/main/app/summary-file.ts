import { isDeepStrictEqual } from 'node:util'
import type { AuditEntry } from '#core/audit.ts'
import { periodWords, type Span } from '#core/period.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { summarise } from '#core/summary-count.ts'
import { summaryFileName } from '#core/summary-name.ts'
import { listCityAnswers } from '../db/city-answers.ts'
import type { Db } from '../db/kysely.ts'
import { closePeriod, type PeriodRow, readPeriod } from '../db/periods.ts'
import { readReopening } from '../db/reopenings.ts'
import {
  addSummaryFile,
  lastSummaryFile,
  newestFile,
  type SignedFile,
  unwrittenFile,
} from '../db/summary-files.ts'
import type { Certificate } from '../exchange/certificate.ts'
import { envelope } from '../exchange/envelope.ts'
import type { SigningKey } from '../exchange/key.ts'
import { jsonOf, openContainer } from '../exchange/open-container.ts'
import { signText, writeOut } from '../exchange/sign.ts'
import { trustOnly } from '../exchange/trust.ts'
import { drawSummaryCover } from '../forms/summary-cover.ts'
import { workbookBytes } from '../sheets/workbook.ts'
import { type PeopleSheets, peopleSheets } from './annex.ts'
import { type OddClock, readClock } from './clock.ts'
import { type Actor, change, type Office } from './office.ts'
import { coverOf } from './summary-cover.ts'
import { gatherFacts } from './summary-facts.ts'
import { sheetsOf } from './summary-sheets.ts'

/** What a summary file is signed from. */
export type SummaryOrder = {
  span: Span
  key: SigningKey
  approvedBy: string
  /** Cells of fewer persons hide what tells people apart; none when left out. */
  pooledBelow?: number
  /** The city's certificate, when the lists with people go along encrypted for it. */
  annexFor?: Certificate | null
}

/** A signed file with what the person should know about it. */
export type SignedSummary = SignedFile & { notices: Problem[] }

/** What is signed next for a period; `people` is the workbook with people that goes along encrypted. */
type Plan = { summary: Summary; people: PeopleSheets | null; clock: OddClock | null }

/** Where a plan comes to: figures to sign, or a file that waits to be written. */
type Next = { waiting: SignedFile } | { plan: Plan }

/** How often figures that changed while the key was at work are signed anew. */
const mostTries = 3

/**
 * The signed file of a period: one that never reached its folder, or a new one. The figures are counted,
 * signed while the store is free for others, and stored and closed in one transaction, which makes sure
 * that they are still the figures; else they are counted and signed again. So no sign-up can slip
 * between the figures and the lock. What the city has accepted is not signed again.
 */
export async function signPeriod(
  office: Office,
  actor: Actor,
  order: SummaryOrder,
): Promise<Result<SignedSummary>> {
  return inTurn(office, async () => {
    const { db, raw } = office.store
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { next, mark } = await db.transaction().execute(async (snapshot) => ({
        next: await planFile(snapshot, office, actor, order),
        mark: writeMark(raw),
      }))
      if (!next.ok) return next
      if ('waiting' in next.value) return ok({ ...next.value.waiting, notices: [] })
      const { plan } = next.value
      const signed = await signPlan(office, plan, order)
      if (!signed.ok) return signed
      const stored = await change(office, actor, async (tx, audit, at) => {
        const still =
          writeMark(raw) === mark || (await holds(plan, await planFile(tx, office, actor, order)))
        return still ? storeFile(tx, audit, { plan, signed: signed.value, order, at }) : null
      })
      if (stored) return ok(stored)
    }
    return fail('period.moving', { period: periodWords(order.span) })
  })
}

const lastSigning = new WeakMap<Office, Promise<unknown>>()

/** One signing at a time in an office: two clicks at once make one file, or two in a chain. */
function inTurn<T>(office: Office, sign: () => Promise<T>): Promise<T> {
  const signing = (lastSigning.get(office) ?? Promise.resolve()).then(sign)
  lastSigning.set(
    office,
    signing.catch(() => {}),
  )
  return signing
}

/** A value that changes with every write to the store, by this connection or another one. */
function writeMark(raw: Office['store']['raw']): string {
  const own = raw.prepare('select total_changes()').pluck().get()
  return `${own} ${raw.pragma('data_version', { simple: true })}`
}

async function planFile(
  db: Db,
  office: Office,
  actor: Actor,
  { span, approvedBy, pooledBelow = 0, annexFor }: SummaryOrder,
): Promise<Result<Next>> {
  const period = await readPeriod(db, span)
  const waiting = period && (await unwrittenFile(db, period.id))
  if (waiting) return ok({ waiting })
  if (period && (await isAccepted(db, period)))
    return fail('period.accepted', { period: periodWords(span) })
  const clock = await readClock(db, office.ground.now())
  const by = { createdBy: actor.name, approvedBy, pooledBelow }
  const summary = await countPeriod(db, office, span, by, clock?.event === 'clock.back')
  const people = annexFor ? await peopleSheets(db, office, summary) : null
  return ok({ plan: { summary, people, clock } })
}

/** Whether what would be planned now says the same; only its time and place in the audit may differ. */
async function holds({ summary, people }: Plan, now: Result<Next>): Promise<boolean> {
  if (!now.ok || 'waiting' in now.value) return false
  const { createdAt, auditHead } = summary
  const later = now.value.plan
  return isDeepStrictEqual(
    [summary, people],
    [{ ...later.summary, createdAt, auditHead }, later.people],
  )
}

/** Puts a signed file into the store with its period closed, and says so in the audit. */
async function storeFile(
  db: Db,
  audit: (entry: AuditEntry) => Promise<void>,
  { plan, signed, order, at }: { plan: Plan; signed: Signed; order: SummaryOrder; at: string },
): Promise<SignedSummary> {
  const { summary, people, clock } = plan
  if (clock) await audit({ event: clock.event, subject: 'clock', detail: clock.detail })
  const { sequence, revision } = summary
  const fileName = summaryFileName(summary)
  const file = { sequence, revision, fileName, ...signed }
  const periodId = await recordFile(db, summary, file, at)
  await traceFile(audit, periodId, summary, {
    ...{ sha256: signed.sha256, signer: order.key.certificate.name },
    ...{ people, recipient: order.annexFor ?? null },
  })
  return { ...file, notices: clock ? [clock.notice] : [] }
}

/** Whether the city's last word on the newest file of a closed period is that it took it in. */
export async function isAccepted(db: Db, period: PeriodRow): Promise<boolean> {
  if (period.state !== 'closed') return false
  const file = await newestFile(db, period.id)
  if (!file) return false
  const [last] = await listCityAnswers(db, file.sequence)
  return last?.verdict === 'accepted'
}

type Signed = { bytes: Uint8Array; sha256: string }

/** Signs the figures with their cover sheet, workbook and annex, and verifies what came out. */
async function signPlan(
  office: Office,
  { summary, people }: Plan,
  { key, annexFor }: SummaryOrder,
): Promise<Result<Signed>> {
  const text = writeOut(summary, key)
  if (!text.ok) return text
  const { json } = text.value
  const pdf = await drawSummaryCover(coverOf(summary, json), office.ground)
  const xlsx = await workbookBytes(sheetsOf(summary))
  const annex = people && annexFor ? await envelope(people.workbook, annexFor) : null
  if (annex && !annex.ok) return annex
  const papers = { pdf, xlsx, ...(annex && { annex: annex.value }) }
  const signed = await signText(text.value, papers, key)
  if (!signed.ok) return signed
  const opened = await openContainer('summary', signed.value, trustOnly(key.certificate))
  const [problem] = opened.problems
  if (problem) return { ok: false, problem }
  // The JSON was checked before it was signed, so its bytes say all that reading it again would.
  if (!opened.members || Buffer.compare(jsonOf('summary', opened.members), json) !== 0)
    return fail('exchange.readback-failed')
  return ok({ bytes: signed.value, sha256: opened.sha256 })
}

/** Counts a period as it stands, under the number and revision its next file gets. */
export async function countPeriod(
  db: Db,
  office: Office,
  span: Span,
  by: { createdBy: string; approvedBy: string; pooledBelow: number },
  clockBack = false,
): Promise<Summary> {
  const [last, period] = [await lastSummaryFile(db), await readPeriod(db, span)]
  const before = period && (await newestFile(db, period.id))
  const { facts, counted } = await gatherFacts(db, office, span, {
    ...by,
    clockBack,
    sequence: (last?.sequence ?? 0) + 1,
    revision: (period?.revision ?? 0) + 1,
    previous: last?.sha256 ?? null,
    replaces: before && { sequence: before.sequence, sha256: before.sha256 },
    reopened: period && (await readReopening(db, period.id, period.revision)),
  })
  return summarise(facts, counted)
}

async function recordFile(db: Db, summary: Summary, file: SignedFile, at: string): Promise<number> {
  const { period, revision, previous, createdBy, approvedBy } = summary
  const periodId = await closePeriod(db, { ...period, revision }, { by: approvedBy, at })
  await addSummaryFile(db, {
    ...file,
    periodId,
    previousSha256: previous,
    createdBy,
    approvedBy,
    createdAt: at,
  })
  return periodId
}

/** What the audit says of a file besides its figures. */
type Trace = {
  sha256: string
  signer: string
  people: PeopleSheets | null
  recipient: Certificate | null
}

async function traceFile(
  audit: (entry: AuditEntry) => Promise<void>,
  periodId: number,
  { period, revision, sequence, approvedBy }: Summary,
  { sha256, signer, people, recipient }: Trace,
): Promise<void> {
  await audit({
    event: 'period.closed',
    subject: `period:${periodId}`,
    detail: { ...period, revision },
  })
  await audit({
    event: 'summary.written',
    subject: `summary:${sequence}`,
    detail: { sequence, sha256, approvedBy, signer },
  })
  if (!people || !recipient) return
  await audit({
    event: 'annex.sealed',
    subject: `summary:${sequence}`,
    detail: { sequence, rows: people.rows, recipient: recipient.fingerprint },
  })
}
