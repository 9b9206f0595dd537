import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CallAnswer, CallInput, SummaryExported } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { isWholePeriod } from '#core/summary-check.ts'
import { smallestShownCell } from '#core/summary-pool.ts'
import { readPeriod } from '../db/periods.ts'
import { markWritten, readSummaryBytes, type SignedFile } from '../db/summary-files.ts'
import { readSummaryFile, writeSummaryFile } from '../exchange/files.ts'
import { findRecipient } from './annex.ts'
import { type Desk, remember } from './desk.ts'
import { probeFolder } from './files.ts'
import { shortFingerprint } from './fingerprint.ts'
import { type Actor, type Office, todayInVietnam } from './office.ts'
import { confirmHead } from './session.ts'
import { openChosenKey } from './signing-keys.ts'
import { countPeriod, type SummaryOrder, signPeriod } from './summary-file.ts'

/** The figures of a period as they stand, under the number the next file would get. */
export async function previewSummary(
  office: Office,
  { pool, ...span }: CallInput<'summary.preview'>,
): Promise<Result<CallAnswer<'summary.preview'>>> {
  const checked = checkSpan(office, span, span.from)
  if (!checked.ok) return checked
  return office.store.db.transaction().execute(async (db) => {
    const by = { createdBy: '—', approvedBy: '—', pooledBelow: pooledBelow(pool) }
    const summary = await countPeriod(db, office, span, by)
    const period = await readPeriod(db, span)
    return ok({ summary, alreadySent: period?.state === 'closed' ? period.revision : null })
  })
}

const pooledBelow = (pool: boolean | undefined): number => (pool ? smallestShownCell : 0)

/** Confirms the head, opens the key, then closes the period and writes its signed file. */
export async function exportSummary(
  desk: Desk,
  office: Office,
  actor: Actor,
  order: CallInput<'summary.export'>,
): Promise<Result<SummaryExported>> {
  if (!desk.chosen.has(order.folder)) return fail('file.not-chosen', { file: order.folder })
  const head = await confirmHead(office, order.headId, order.pin)
  if (!head.ok) return head
  const key = await openChosenKey(desk, office, order.key)
  if (!key.ok) return key
  const annexFor =
    order.annexFor === undefined ? ok(null) : await findRecipient(office, order.annexFor)
  if (!annexFor.ok) return annexFor
  const span = { kind: order.kind, from: order.from, to: order.to }
  const written = await writeSummary(office, actor, {
    span,
    key: key.value,
    folder: order.folder,
    approvedBy: head.value.name,
    pooledBelow: pooledBelow(order.pool),
    annexFor: annexFor.value,
  })
  if (written.ok) {
    remember(desk, { exportDir: order.folder })
    desk.chosen.add(written.value.file)
  }
  return written
}

/**
 * Counts, signs and writes the summary of a period, and closes the period. The signed bytes go into
 * the store before they go to the folder, so a number is used only once and a lost stick costs
 * nothing: the next call writes the same file again. Only a file read back and verified is answered.
 */
export async function writeSummary(
  office: Office,
  actor: Actor,
  { folder, ...order }: SummaryOrder & { folder: string },
): Promise<Result<SummaryExported>> {
  const checked = checkSpan(office, order.span, order.span.to)
  if (!checked.ok) return checked
  const probed = probeFolder(folder)
  if (probed) return probed
  const file = await signPeriod(office, actor, order)
  if (!file.ok) return file
  const written = await deliver(office, folder, file.value)
  return written.ok ? ok({ ...written.value, notices: file.value.notices }) : written
}

/**
 * Writes a file of the history again, byte for byte as it was signed, for a stick that was lost. The
 * folder must have been chosen in a dialog.
 */
export async function writeAgain(
  desk: Desk,
  office: Office,
  { sequence, folder }: CallInput<'summary.write-again'>,
): Promise<Result<SummaryExported>> {
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  const probed = probeFolder(folder)
  if (probed) return probed
  const file = await readSummaryBytes(office.store.db, sequence)
  if (!file) return fail('reply.unknown-file', { sequence })
  const written = await deliver(office, folder, file)
  if (written.ok) remember(desk, { exportDir: folder })
  return written
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
  return ok({ file: written.value, sequence, revision, sha256, fingerprint, notices: [] })
}

/** What stands in a chosen folder now; `sequence` is the file that should be there, null before writing. */
export async function readStick(
  desk: Desk,
  office: Office,
  { folder, sequence }: CallInput<'summary.stick'>,
): Promise<Result<CallAnswer<'summary.stick'>>> {
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  if (!existsSync(folder)) return ok('absent')
  const file = sequence === null ? null : await readSummaryBytes(office.store.db, sequence)
  if (!file) return ok('ready')
  const path = join(folder, file.fileName)
  if (!existsSync(path)) return ok('ready')
  const read = await readSummaryFile(path)
  return ok(read.ok && sha256Of(read.value) === file.sha256 ? 'whole' : 'wrong')
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

type Span = SummaryOrder['span']

function checkSpan(office: Office, span: Span, last: string): Result<true> {
  if (!isWholePeriod(span)) return fail('period.wrong-span', {}, ['from'])
  if (last > todayInVietnam(office.ground.now())) {
    return fail('period.future', { date: formatDate(span.to) }, ['from'])
  }
  return ok(true)
}
