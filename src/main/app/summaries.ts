import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditEntry } from '#core/audit.ts'
import type { CallAnswer, CallInput, SummaryExported } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { isWholePeriod } from '#core/summary-check.ts'
import { summarise } from '#core/summary-count.ts'
import { summaryFileName } from '#core/summary-name.ts'
import type { Db } from '../db/kysely.ts'
import {
  addSummaryFile,
  closePeriod,
  lastSummaryFile,
  markWritten,
  readPeriod,
  type SignedFile,
  unwrittenFile,
} from '../db/periods.ts'
import { readSummaryFile, writeSummaryFile } from '../exchange/files.ts'
import type { SigningKey } from '../exchange/key.ts'
import { signSummary } from '../exchange/sign.ts'
import { trustOnly } from '../exchange/trust.ts'
import { verifySummary } from '../exchange/verify.ts'
import { drawSummaryCover } from '../forms/summary-cover.ts'
import { type Desk, remember } from './desk.ts'
import { fileProblem, writeDurably } from './files.ts'
import { shortFingerprint } from './fingerprint.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { confirmHead } from './session.ts'
import { openKeyFile, openPracticeKey } from './signing-keys.ts'
import { coverOf } from './summary-cover.ts'
import { gatherFacts } from './summary-facts.ts'

type Span = CallInput<'summary.preview'>

/** The figures of a period as they stand, under the number the next file would get. */
export async function previewSummary(
  office: Office,
  span: Span,
): Promise<Result<CallAnswer<'summary.preview'>>> {
  const checked = checkSpan(office, span, span.from)
  if (!checked.ok) return checked
  return office.store.db.transaction().execute(async (db) => {
    const summary = await count(db, office, span, { createdBy: '—', approvedBy: '—' })
    const period = await readPeriod(db, span)
    return ok({ summary, alreadySent: period?.state === 'closed' ? period.revision : null })
  })
}

/** Confirms the head, opens the key, then closes the period and writes its signed file. */
export async function exportSummary(
  desk: Desk,
  office: Office,
  actor: Actor,
  order: CallInput<'summary.export'>,
): Promise<Result<SummaryExported>> {
  const unchosen = [order.folder, ...(order.key.kind === 'file' ? [order.key.path] : [])].find(
    (path) => !desk.chosen.has(path),
  )
  if (unchosen !== undefined) return fail('file.not-chosen', { file: unchosen })
  const head = await confirmHead(office, order.headId, order.pin)
  if (!head.ok) return head
  const key =
    order.key.kind === 'practice'
      ? await openPracticeKey(office)
      : await openKeyFile(order.key.path, order.key.password)
  if (!key.ok) return key
  const span = { kind: order.kind, from: order.from, to: order.to }
  const written = await writeSummary(office, actor, {
    span,
    key: key.value,
    folder: order.folder,
    approvedBy: head.value.name,
  })
  if (written.ok) {
    remember(desk, { exportDir: order.folder })
    desk.chosen.add(written.value.file)
  }
  return written
}

/** What a summary file is written from. */
export type SummaryOrder = { span: Span; key: SigningKey; folder: string; approvedBy: string }

/**
 * Counts, signs and writes the summary of a period, and closes the period. The signed bytes go into
 * the store before they go to the folder, so a number is used only once and a lost stick costs
 * nothing: the next call writes the same file again. Only a file read back and verified is answered.
 */
export async function writeSummary(
  office: Office,
  actor: Actor,
  order: SummaryOrder,
): Promise<Result<SummaryExported>> {
  const checked = checkSpan(office, order.span, order.span.to)
  if (!checked.ok) return checked
  const probed = probeFolder(order.folder)
  if (probed) return probed
  const file = await signPeriod(office, actor, order)
  return file.ok ? deliver(office, order.folder, file.value) : file
}

/**
 * The signed file of a period: one that never reached its folder, or a new one. Counting, signing and
 * closing are one transaction, so no sign-up can slip between the figures and the lock.
 */
async function signPeriod(
  office: Office,
  actor: Actor,
  { span, key, approvedBy }: SummaryOrder,
): Promise<Result<SignedFile>> {
  return change(office, actor, async (db, audit, at) => {
    const period = await readPeriod(db, span)
    const waiting = period && (await unwrittenFile(db, period.id))
    if (waiting) return ok(waiting)
    const summary = await count(db, office, span, { createdBy: actor.name, approvedBy })
    const cover = await drawSummaryCover(coverOf(summary), office.ground)
    const signed = await signSummary(summary, { pdf: cover }, key)
    if (!signed.ok) return signed
    const verdict = await verifySummary(signed.value, trustOnly(key.certificate))
    const [problem] = verdict.problems
    if (problem) return { ok: false, problem }
    const file = {
      sequence: summary.sequence,
      revision: summary.revision,
      fileName: summaryFileName(summary),
      sha256: verdict.sha256,
      bytes: signed.value,
    }
    const periodId = await recordFile(db, summary, file, at)
    await traceFile(audit, periodId, summary, { ...file, signer: key.certificate.name })
    return ok(file)
  })
}

/** Writes a verified file to its folder and reads it back; the bytes must be those that were verified. */
async function deliver(
  office: Office,
  folder: string,
  file: SignedFile,
): Promise<Result<SummaryExported>> {
  const { sequence, revision, fileName, sha256, bytes } = file
  const written = await inTurn(() => writeSummaryFile(folder, fileName, bytes))
  if (!written.ok) return written
  const read = await readSummaryFile(written.value)
  if (!read.ok) return read
  if (sha256Of(read.value) !== sha256) return fail('exchange.readback-failed')
  await markWritten(office.store.db, sequence, office.ground.now().toISOString())
  const fingerprint = shortFingerprint(sha256)
  return ok({ file: written.value, sequence, revision, sha256, fingerprint })
}

let lastWriting: Promise<unknown> = Promise.resolve()

/** One file at a time: two clicks at once must not meet in the same temporary file. */
function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const writing = lastWriting.then(write)
  lastWriting = writing.catch(() => {})
  return writing
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Refuses a folder that cannot be written before anything is signed or closed. */
function probeFolder(folder: string): { ok: false; problem: Problem } | null {
  const probe = join(folder, '.raquan-thu')
  try {
    writeDurably(probe, 'thử ghi')
    rmSync(probe)
    return null
  } catch (error) {
    const problem = fileProblem(error, folder)
    if (problem) return problem
    throw error
  }
}

function checkSpan(office: Office, span: Span, last: string): Result<true> {
  if (!isWholePeriod(span)) return fail('period.wrong-span', {}, ['from'])
  if (last > todayInVietnam(office.ground.now())) {
    return fail('period.future', { date: formatDate(span.to) }, ['from'])
  }
  return ok(true)
}

async function count(
  db: Db,
  office: Office,
  span: Span,
  people: { createdBy: string; approvedBy: string },
): Promise<Summary> {
  const [last, period] = [await lastSummaryFile(db), await readPeriod(db, span)]
  const facts = await gatherFacts(db, office, span, {
    ...people,
    sequence: (last?.sequence ?? 0) + 1,
    revision: (period?.revision ?? 0) + 1,
    previous: last?.sha256 ?? null,
  })
  return summarise(facts)
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
