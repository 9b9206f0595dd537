import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CallAnswer, CallInput, SummaryExported } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import type { Summary } from '#core/summary.ts'
import { isWholePeriod } from '#core/summary-check.ts'
import { summarise } from '#core/summary-count.ts'
import { summaryFileName } from '#core/summary-name.ts'
import {
  addSummaryFile,
  closePeriod,
  lastSummaryFile,
  markWritten,
  readPeriod,
  unwrittenFile,
} from '../db/periods.ts'
import { writeSummaryFile } from '../exchange/files.ts'
import { openKey, type SigningKey } from '../exchange/key.ts'
import { signSummary } from '../exchange/sign.ts'
import { trustOnly } from '../exchange/trust.ts'
import { verifySummary } from '../exchange/verify.ts'
import { drawSummaryCover } from '../forms/summary-cover.ts'
import { type Desk, remember } from './desk.ts'
import { fileProblem, writeDurably } from './files.ts'
import { shortFingerprint } from './fingerprint.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { openPracticeKey } from './practice-key.ts'
import { confirmHead } from './session.ts'
import { coverOf } from './summary-cover.ts'
import { gatherFacts } from './summary-facts.ts'

type Span = CallInput<'summary.preview'>

/** The figures of a period as they stand, under the number the next file would get. */
export async function previewSummary(
  office: Office,
  span: Span,
): Promise<Result<CallAnswer<'summary.preview'>>> {
  const checked = checkSpan(office, span)
  if (!checked.ok) return checked
  const summary = await count(office, span, { createdBy: '—', approvedBy: '—' })
  const period = await readPeriod(office.store.db, span)
  return ok({ summary, alreadySent: period?.state === 'closed' ? period.revision : null })
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

/** Opens a PKCS#12 file from disk. */
export async function openKeyFile(path: string, password: string): Promise<Result<SigningKey>> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return fail('file.unreadable', { file: path })
  }
  return openKey(bytes, password)
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
  const checked = checkSpan(office, order.span)
  if (!checked.ok) return checked
  const probed = probeFolder(order.folder)
  if (probed) return probed
  const period = await readPeriod(office.store.db, order.span)
  const waiting = period && (await unwrittenFile(office.store.db, period.id))
  const file = waiting ? ok(waiting) : await signPeriod(office, actor, order)
  return file.ok ? deliver(office, order, file.value) : file
}

type SignedFile = { sequence: number; revision: number; fileName: string; bytes: Uint8Array }

async function signPeriod(
  office: Office,
  actor: Actor,
  { span, key, approvedBy }: SummaryOrder,
): Promise<Result<SignedFile>> {
  const summary = await count(office, span, { createdBy: actor.name, approvedBy })
  const cover = await drawSummaryCover(coverOf(summary), office.ground)
  const signed = await signSummary(summary, cover, key)
  if (!signed.ok) return signed
  const { sequence, revision } = summary
  const file = { sequence, revision, fileName: summaryFileName(summary), bytes: signed.value }
  await recordFile(office, actor, summary, file, key.certificate.name)
  return ok(file)
}

async function deliver(
  office: Office,
  { folder, key }: SummaryOrder,
  file: SignedFile,
): Promise<Result<SummaryExported>> {
  const written = await writeSummaryFile(folder, file.fileName, file.bytes)
  if (!written.ok) return written
  const verdict = await verifySummary(readFileSync(written.value), trustOnly(key.certificate))
  const [problem] = verdict.problems
  if (problem) return { ok: false, problem }
  await markWritten(office.store.db, file.sequence, office.ground.now().toISOString())
  return ok({
    file: written.value,
    sequence: file.sequence,
    revision: file.revision,
    sha256: verdict.sha256,
    fingerprint: shortFingerprint(verdict.sha256),
  })
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

function checkSpan(office: Office, span: Span): Result<true> {
  if (!isWholePeriod(span)) return fail('period.wrong-span', {}, ['from'])
  if (span.from > todayInVietnam(office.ground.now())) {
    return fail('period.future', { date: formatDate(span.to) }, ['from'])
  }
  return ok(true)
}

async function count(
  office: Office,
  span: Span,
  people: { createdBy: string; approvedBy: string },
): Promise<Summary> {
  const { db } = office.store
  const [last, period] = [await lastSummaryFile(db), await readPeriod(db, span)]
  const facts = await gatherFacts(office, span, {
    ...people,
    sequence: (last?.sequence ?? 0) + 1,
    revision: (period?.revision ?? 0) + 1,
    previous: last?.sha256 ?? null,
  })
  return summarise(facts)
}

async function recordFile(
  office: Office,
  actor: Actor,
  summary: Summary,
  file: SignedFile,
  signer: string,
): Promise<void> {
  const { period, previous, createdBy, approvedBy } = summary
  const { sequence, revision, fileName, bytes } = file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await change(office, actor, async (db, audit, at) => {
    const periodId = await closePeriod(db, { ...period, revision }, { by: approvedBy, at })
    await addSummaryFile(db, {
      sequence,
      periodId,
      revision,
      fileName,
      sha256,
      previousSha256: previous,
      createdBy,
      approvedBy,
      createdAt: at,
      bytes,
    })
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
  })
}
