import { join } from 'node:path'
import type { CallInput, ReplyOpened } from '#core/contract.ts'
import { type Language, sayProblem } from '#core/messages.ts'
import { stateOf } from '#core/period.ts'
import { CityReply, checkReply } from '#core/receipt.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { officesOn } from '#core/units.ts'
import { addCityAnswer, knowsAnswer, listCityAnswers } from '../db/city-answers.ts'
import type { Db } from '../db/kysely.ts'
import { readPeriodOf } from '../db/periods.ts'
import { newestFile, readSummaryBytes } from '../db/summary-files.ts'
import { peekKind } from '../exchange/container.ts'
import { readSummaryFile } from '../exchange/files.ts'
import { verifyContainer } from '../exchange/open-container.ts'
import { readTrust, type Trust } from '../exchange/trust.ts'
import type { Desk } from './desk.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'

/** Opens a chosen answer of the city against the chosen trust folder, or the office's own one. */
export async function openChosenReply(
  desk: Desk,
  office: Office,
  actor: Actor,
  { file, trust: folder }: CallInput<'reply.open'>,
): Promise<Result<ReplyOpened>> {
  const unchosen = [file, ...(folder === null ? [] : [folder])].find(
    (path) => !desk.chosen.has(path),
  )
  if (unchosen !== undefined) return fail('file.not-chosen', { file: unchosen })
  const trust = await readTrust(folder ?? join(office.folder, 'trust'))
  if (!trust.ok) return trust
  return openReply(office, actor, { file, trust: trust.value, language: desk.settings.language })
}

/**
 * Opens an answer of the city: who signed it, then whether it is about a file of this office, byte for
 * byte. Only the period of that file changes its state; the answer is kept as it came.
 */
export async function openReply(
  office: Office,
  actor: Actor,
  { file, trust, language }: { file: string; trust: Trust; language: Language },
): Promise<Result<ReplyOpened>> {
  const bytes = await readSummaryFile(file)
  if (!bytes.ok) return bytes
  const read = await readReply(office, bytes.value, trust)
  if (!read.ok) return read
  const { reply, sha256, signer, notices } = read.value
  return change(office, actor, async (db, audit, at) => {
    const ours = await readSummaryBytes(db, reply.sequence)
    const same = ours && ours.sha256 === reply.sha256 && ours.revision === reply.revision
    const period = ours && (await readPeriodOf(db, ours.periodId))
    const about = period && [period.kind, period.from, period.to].join() === spanKey(reply)
    if (!same || !about) return fail('reply.unknown-file', { sequence: reply.sequence })
    const known = await knowsAnswer(db, sha256)
    const [last] = await listCityAnswers(db, reply.sequence)
    if (!known && last && last.issuedAt > reply.issuedAt)
      return fail('reply.older', { sequence: reply.sequence })
    if (known) notices.push({ code: 'reply.known' })
    else {
      const opened = { signer, sha256, bytes: bytes.value, at, by: actor.name }
      await addCityAnswer(db, reply, opened)
      await audit({
        event: 'reply.opened',
        subject: `summary:${reply.sequence}`,
        detail: { sequence: reply.sequence, verdict: reply.verdict, sha256, signer },
      })
    }
    const newest = await newestFile(db, period.id)
    if (newest?.sequence !== reply.sequence || period.state === 'open')
      notices.push({ code: 'reply.not-newest', values: { sequence: reply.sequence } })
    const { unit, sequence, revision, reasons, issuedAt, issuedBy, verdict } = reply
    return ok({
      ...{ verdict, unit, sequence, revision, reasons, issuedAt, issuedBy, signer },
      period: reply.period,
      state: await stateNow(db, period),
      notices: notices.map((notice) => sayProblem(notice, language)),
    })
  })
}

const spanKey = ({ period }: CityReply): string => [period.kind, period.from, period.to].join()

async function stateNow(
  db: Db,
  period: { id: number; state: 'open' | 'closed'; revision: number },
): Promise<ReplyOpened['state']> {
  const newest = await newestFile(db, period.id)
  const [last] = newest ? await listCityAnswers(db, newest.sequence) : []
  return stateOf({
    closed: period.state === 'closed',
    revision: period.revision,
    written: newest?.written === true,
    verdict: last?.verdict ?? null,
  })
}

type Read = { reply: CityReply; sha256: string; signer: string; notices: Problem[] }

/** The answer in these bytes, when the city office signed it for this office. */
async function readReply(office: Office, bytes: Uint8Array, trust: Trust): Promise<Result<Read>> {
  const kind = peekKind(bytes) === 'findings' ? 'findings' : 'receipt'
  const verdict = await verifyContainer(kind, bytes, trust)
  const [problem] = verdict.problems
  if (problem) return { ok: false, problem }
  const parsed = CityReply.safeParse(verdict.json)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.map(String).join('.') || `${kind}.json`
    return fail('reply.invalid', { field })
  }
  const reply = parsed.data
  const [wrong] = checkReply(reply)
  if (wrong) return { ok: false, problem: wrong }
  const { name = '', unit = null, practice = false } = verdict.signer ?? {}
  if (!isCity(office, unit) || reply.city.code !== unit)
    return fail('reply.not-city', { signer: name })
  if (reply.unit.code !== office.row.code) return fail('reply.not-ours', { unit: reply.unit.code })
  const made: Problem[] = practice || reply.practice ? [{ code: 'exchange.practice' }] : []
  const notices = [...made, ...verdict.notices]
  return ok({ reply, sha256: verdict.sha256, signer: name, notices })
}

/** Whether a code is, or was when this office was made, that of the office of the whole city. */
function isCity({ ground, row }: Office, code: string | null): boolean {
  const { places } = ground.policy
  const days = [row.foundedOn, todayInVietnam(ground.now())].filter((day) => day !== '')
  return days.some((day) =>
    officesOn(places, day).some((office) => office.wholeCity && office.code === code),
  )
}
