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
import type { SigningKey } from '../exchange/key.ts'
import { signSummary } from '../exchange/sign.ts'
import { trustOnly } from '../exchange/trust.ts'
import { verifySummary } from '../exchange/verify.ts'
import { drawSummaryCover } from '../forms/summary-cover.ts'
import { workbookBytes } from '../sheets/workbook.ts'
import { readClock } from './clock.ts'
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
}

/** A signed file with what the person should know about it. */
export type SignedSummary = SignedFile & { notices: Problem[] }

/**
 * The signed file of a period: one that never reached its folder, or a new one. Counting, signing and
 * closing are one transaction, so no sign-up can slip between the figures and the lock. What the city
 * has accepted is not signed again.
 */
export async function signPeriod(
  office: Office,
  actor: Actor,
  { span, key, approvedBy, pooledBelow = 0 }: SummaryOrder,
): Promise<Result<SignedSummary>> {
  return change(office, actor, async (db, audit, at) => {
    const period = await readPeriod(db, span)
    const waiting = period && (await unwrittenFile(db, period.id))
    if (waiting) return ok({ ...waiting, notices: [] })
    if (period && (await isAccepted(db, period)))
      return fail('period.accepted', { period: periodWords(span) })
    const clock = await readClock(db, office.ground.now())
    if (clock) await audit({ event: clock.event, subject: 'clock', detail: clock.detail })
    const by = { createdBy: actor.name, approvedBy, pooledBelow }
    const summary = await countPeriod(db, office, span, by, clock?.event === 'clock.back')
    const signed = await signFigures(office, summary, key)
    if (!signed.ok) return signed
    const { sequence, revision } = summary
    const fileName = summaryFileName(summary)
    const file = { sequence, revision, fileName, ...signed.value }
    const periodId = await recordFile(db, summary, file, at)
    await traceFile(audit, periodId, summary, { ...file, signer: key.certificate.name })
    return ok({ ...file, notices: clock ? [clock.notice] : [] })
  })
}

/** Whether the city's last word on the newest file of a closed period is that it took it in. */
export async function isAccepted(db: Db, period: PeriodRow): Promise<boolean> {
  if (period.state !== 'closed') return false
  const file = await newestFile(db, period.id)
  if (!file) return false
  const [last] = await listCityAnswers(db, file.sequence)
  return last?.verdict === 'accepted'
}

/** Signs the figures with their cover sheet and workbook, and verifies what came out. */
async function signFigures(
  office: Office,
  summary: Summary,
  key: SigningKey,
): Promise<Result<{ bytes: Uint8Array; sha256: string }>> {
  const pdf = await drawSummaryCover(coverOf(summary), office.ground)
  const xlsx = await workbookBytes(sheetsOf(summary))
  const signed = await signSummary(summary, { pdf, xlsx }, key)
  if (!signed.ok) return signed
  const verdict = await verifySummary(signed.value, trustOnly(key.certificate))
  const [problem] = verdict.problems
  if (problem) return { ok: false, problem }
  return ok({ bytes: signed.value, sha256: verdict.sha256 })
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

async function traceFile(
  audit: (entry: AuditEntry) => Promise<void>,
  periodId: number,
  { period, revision, sequence, approvedBy }: Summary,
  { sha256, signer }: { sha256: string; signer: string },
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
}
