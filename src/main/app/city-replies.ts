import { createHash } from 'node:crypto'
import { canonicalText } from '#core/canonical.ts'
import type { CallInput, ReceivedLine, RepliesWritten } from '#core/contract.ts'
import {
  type CityReply,
  findingsFormat,
  type ReceiptReason,
  receiptFormat,
  replyFileName,
} from '#core/receipt.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { addReply, type NewReply, readLineOf, readReply } from '../db/city-replies.ts'
import { readSummaryFile, writeSummaryFile } from '../exchange/files.ts'
import type { SigningKey } from '../exchange/key.ts'
import { signContainer } from '../exchange/sign.ts'
import { atCity } from './city-office.ts'
import { type Desk, remember } from './desk.ts'
import { probeFolder } from './files.ts'
import { type Actor, change, type Office } from './office.ts'
import { confirmHead } from './session.ts'
import { openChosenKey } from './signing-keys.ts'

/** What to answer to which received files; reasons may be remarks when they are accepted. */
export type ReplyOrder = {
  ids: readonly number[]
  verdict: CityReply['verdict']
  reasons: readonly ReceiptReason[]
}

/** Confirms the head, opens the key, then signs and writes the answers. */
export async function replyAtDesk(
  desk: Desk,
  office: Office,
  actor: Actor,
  order: CallInput<'city.reply'>,
): Promise<Result<RepliesWritten>> {
  const { key, folder } = order
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  const head = await confirmHead(office, order.headId, order.pin)
  if (!head.ok) return head
  const opened = await openChosenKey(desk, office, key)
  if (!opened.ok) return opened
  const written = await answerFiles(office, actor, order, opened.value, head.value.name)
  if (written.ok) remember(desk, { exportDir: folder })
  return written
}

/** Signs the answers and writes them to a folder; one that cannot be written is refused before. */
export async function answerFiles(
  office: Office,
  actor: Actor,
  order: ReplyOrder & { folder: string },
  key: SigningKey,
  issuedBy: string,
): Promise<Result<RepliesWritten>> {
  const probed = probeFolder(order.folder)
  if (probed) return probed
  const signed = await signReplies(office, actor, order, key, issuedBy)
  return signed.ok ? writeReplies(office, order.ids, order.folder) : signed
}

/**
 * Signs the answers and keeps them with the new state of their files, all or none. What is written to a
 * folder afterwards is these bytes, so a lost stick costs nothing.
 */
export async function signReplies(
  office: Office,
  actor: Actor,
  order: ReplyOrder,
  key: SigningKey,
  issuedBy: string,
): Promise<Result<true>> {
  const city = atCity(office)
  if (!city.ok) return city
  if (order.verdict === 'returned' && order.reasons.length === 0) return fail('city.no-reason')
  const { unit } = key.certificate
  if (unit && unit !== office.row.code)
    return fail('exchange.key-other-unit', { unit: office.row.code, signerUnit: unit })
  const replies: NewReply[] = []
  const at = office.ground.now().toISOString()
  for (const id of order.ids) {
    const line = readLineOf(office.store.raw, id)
    const problem = line ? checkLine(line) : ({ code: 'city.file-gone', values: { id } } as const)
    if (!line || problem) return problem ? { ok: false, problem } : fail('city.file-gone', { id })
    const signed = await signReply(replyOf(office, line, order, { at, issuedBy }), key)
    if (!signed.ok) return signed
    replies.push({ ...signed.value, fileId: id, at, by: issuedBy })
  }
  return change(office, actor, async (_db, audit) => {
    for (const reply of replies) {
      // Somebody may have answered it while the key was at work.
      const line = readLineOf(office.store.raw, reply.fileId)
      const problem = line && checkLine(line)
      if (problem) return { ok: false, problem }
      addReply(office.store.raw, reply)
      const { verdict, sha256, fileName } = reply
      await audit({
        event: 'reply.issued',
        subject: `received:${reply.fileId}`,
        detail: { verdict, sha256, fileName, signer: key.certificate.name },
      })
    }
    return ok(true)
  })
}

function checkLine({ state, newest, reply }: ReceivedLine): Problem | null {
  if (reply) return { code: 'city.answered', values: { file: reply.fileName } }
  return state === 'received' && newest ? null : { code: 'city.not-newest' }
}

function replyOf(
  { row, ground }: Office,
  { unit, period, sequence, revision, sha256 }: ReceivedLine,
  { verdict, reasons }: ReplyOrder,
  { at, issuedBy }: { at: string; issuedBy: string },
): CityReply {
  const shared = {
    reasons: [...reasons],
    unit: { code: unit.code, name: unit.name },
    period,
    sequence,
    revision,
    sha256,
    city: { code: row.code, name: row.name },
    issuedAt: `${at.slice(0, 19)}Z`,
    issuedBy,
    appVersion: ground.version,
    practice: row.practice,
  }
  return verdict === 'accepted'
    ? { format: receiptFormat, verdict, ...shared }
    : { format: findingsFormat, verdict, ...shared }
}

async function signReply(
  reply: CityReply,
  key: SigningKey,
): Promise<Result<Omit<NewReply, 'fileId' | 'at' | 'by'>>> {
  const text = canonicalText(reply)
  if (!text.ok) return text
  const kind = reply.verdict === 'accepted' ? 'receipt' : 'findings'
  const content = { [`${kind}.json`]: Buffer.from(text.value) }
  const bytes = await signContainer(kind, content, { key, signedAt: reply.issuedAt })
  if (!bytes.ok) return bytes
  const { verdict, reasons } = reply
  return ok({
    ...{ verdict, reasons, fileName: replyFileName(reply), bytes: bytes.value },
    sha256: createHash('sha256').update(bytes.value).digest('hex'),
  })
}

/** Writes kept answers to a folder and reads each back. */
export async function writeReplies(
  office: Office,
  ids: readonly number[],
  folder: string,
): Promise<Result<RepliesWritten>> {
  const files: string[] = []
  for (const id of ids) {
    const reply = readReply(office.store.raw, id)
    if (!reply) return fail('city.file-gone', { id })
    const written = await writeSummaryFile(folder, reply.fileName, reply.bytes)
    if (!written.ok) return written
    const read = await readSummaryFile(written.value)
    if (!read.ok) return read
    if (Buffer.compare(read.value, reply.bytes) !== 0) return fail('exchange.readback-failed')
    files.push(written.value)
  }
  return ok({ folder, files })
}

/** Writes answers that were signed before once more, to a folder a person chose. */
export async function replyAgain(
  desk: Desk,
  office: Office,
  ids: readonly number[],
  folder: string,
): Promise<Result<RepliesWritten>> {
  if (!desk.chosen.has(folder)) return fail('file.not-chosen', { file: folder })
  return writeReplies(office, ids, folder)
}
