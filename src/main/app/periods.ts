import type { CallAnswer, CallInput, PeriodCard } from '#core/contract.ts'
import { opensWith, periodWords, type Span, stateOf } from '#core/period.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { type CityAnswer, listCityAnswers } from '../db/city-answers.ts'
import type { Db } from '../db/kysely.ts'
import {
  listClosedAround,
  listPeriods,
  openAgain,
  type PeriodRow,
  readPeriod,
} from '../db/periods.ts'
import { readReopening, recordReopening } from '../db/reopenings.ts'
import { listFiles, unwrittenFile } from '../db/summary-files.ts'
import { shortFingerprint } from './fingerprint.ts'
import { type Actor, change, type Office } from './office.ts'
import { confirmPerson } from './session.ts'
import { isAccepted } from './summary-file.ts'

/** Every period that was ever closed, latest first, with its files and what the city answered. */
export async function listAllPeriods(office: Office): Promise<PeriodCard[]> {
  return office.store.db.transaction().execute(async (db) => {
    const [periods, files, answers] = [
      await listPeriods(db),
      await listFiles(db),
      await listCityAnswers(db, null),
    ]
    const cards: PeriodCard[] = []
    for (const period of periods) {
      const own = files.filter((file) => file.periodId === period.id)
      cards.push(await cardOf(db, period, own, answers))
    }
    return cards
  })
}

async function cardOf(
  db: Db,
  period: PeriodRow,
  files: Awaited<ReturnType<typeof listFiles>>,
  answers: readonly CityAnswer[],
): Promise<PeriodCard> {
  const shown: PeriodCard['files'] = []
  for (const file of files) {
    const { sequence, revision, fileName, sha256, createdAt, createdBy, approvedBy } = file
    shown.push({
      ...{ sequence, revision, fileName, sha256, createdAt, createdBy, approvedBy },
      fingerprint: shortFingerprint(sha256),
      writtenAt: file.writtenAt,
      answers: answers.filter((answer) => answer.sequence === sequence),
      reopened: await readReopening(db, period.id, revision - 1),
    })
  }
  const [newest] = shown
  const { kind, from, to, revision } = period
  const state = stateOf({
    closed: period.state === 'closed',
    revision,
    written: newest?.writtenAt !== null,
    verdict: newest?.answers[0]?.verdict ?? null,
  })
  const reopened = state === 'reopened' ? await readReopening(db, period.id, revision) : null
  return { kind, from, to, state, revision, files: shown, reopened }
}

/**
 * Opens a closed period again: the signed-in person asks, a second one confirms by PIN, one of the two
 * is the head. Every closed period that would still lock its days opens with it. What the city has
 * accepted stays closed.
 */
export async function reopenPeriod(
  office: Office,
  actor: Actor & { id: number },
  { reason, secondId, pin, ...span }: CallInput<'period.reopen'>,
): Promise<Result<CallAnswer<'period.reopen'>>> {
  if (secondId === actor.id) return fail('period.same-person', {}, ['secondId'])
  const second = await confirmPerson(office, secondId, pin)
  if (!second.ok) return second
  if (actor.role !== 'head' && second.value.role !== 'head') return fail('session.not-head')
  return change(office, actor, async (db, audit, at) => {
    const asked = await readPeriod(db, span)
    if (asked?.state !== 'closed') return fail('period.not-closed', { period: periodWords(span) })
    const around = (await listClosedAround(db, span)).filter((other) => opensWith(span, other))
    for (const period of around) {
      const problem = await whyLocked(db, period)
      if (problem) return { ok: false, problem }
    }
    for (const { id: periodId, kind, from, to, revision } of around) {
      const people = { askedBy: actor.id, approvedBy: second.value.id }
      const said = cleanText(reason)
      await recordReopening(db, { periodId, revision, reason: said, ...people }, at)
      await openAgain(db, periodId)
      const names = { askedBy: actor.name, approvedBy: second.value.name }
      await audit({
        event: 'period.reopened',
        subject: `period:${periodId}`,
        detail: { kind, from, to, revision, reason: said, ...names },
      })
    }
    return ok({ reopened: around.map(({ kind, from, to }) => ({ kind, from, to })) })
  })
}

async function whyLocked(db: Db, period: PeriodRow): Promise<Problem | null> {
  const span: Span = period
  if (await isAccepted(db, period))
    return { code: 'period.accepted', values: { period: periodWords(span) } }
  const waiting = await unwrittenFile(db, period.id)
  return waiting && { code: 'period.unwritten', values: { sequence: waiting.sequence } }
}
