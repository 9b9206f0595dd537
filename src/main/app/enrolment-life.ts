import { changesBetween } from '#core/audit.ts'
import type { CallAnswer, EnrolmentDetail, HistoryLine } from '#core/contract.ts'
import type { Basis } from '#core/enrolment.ts'
import {
  checkEditable,
  checkStep,
  type EnrolmentEdit,
  type LifeFacts,
  type LifeStep,
  nextSteps,
} from '#core/enrolment-life.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { type AuditLine, listAbout } from '../db/audit-trail.ts'
import { type EnrolmentFields, fieldsOf, writeFields } from '../db/enrolment-life.ts'
import { maskNumber, readEnrolment, type StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { readPerson } from '../db/people.ts'
import { isDayClosed } from '../db/periods.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'

/** What core judges a step or an edit by. */
export async function lifeFacts(db: Db, office: Office, row: StoredEnrolment): Promise<LifeFacts> {
  return {
    id: row.id,
    state: row.state,
    signedOn: row.signed_on,
    dayClosed: await isDayClosed(db, row.signed_on),
    today: todayInVietnam(office.ground.now()),
  }
}

/** Takes one step with several enrolments, all or none; the first one that may not is named. */
export async function stepEnrolments(
  office: Office,
  actor: Actor,
  ids: readonly number[],
  step: LifeStep,
): Promise<Result<CallAnswer<'enrolment.step'>>> {
  const wanted = [...new Set(ids)]
  return change(office, actor, async (db, audit) => {
    const rows: StoredEnrolment[] = []
    for (const id of wanted) {
      const row = await readEnrolment(db, id)
      if (!row) return fail('enrolment.unknown', { id })
      const checked = checkStep(await lifeFacts(db, office, row), step)
      if (!checked.ok) return checked
      rows.push(row)
    }
    for (const row of rows) {
      const subject = `enrolment:${row.id}`
      const fields = stepFields(step)
      await writeFields(db, row.id, fields)
      if (step.to === 'cancelled') {
        const detail = { reason: fields.cancelReason ?? '' }
        await audit({ event: 'enrolment.cancelled', subject, detail })
      } else {
        const detail = { changes: changesBetween(fieldsOf(row), fields) }
        await audit({ event: 'enrolment.stepped', subject, detail })
      }
    }
    return ok({ ids: wanted })
  })
}

function stepFields(step: LifeStep): Partial<EnrolmentFields> {
  const state = step.to
  if (step.to === 'cancelled') return { state, cancelReason: cleanText(step.reason) }
  if (step.to === 'returned') return { state, returnReason: cleanText(step.reason) }
  if (step.to !== 'paid') return { state }
  const { receiptNumber, receiptDate } = step
  return { state, receiptNumber: cleanText(receiptNumber), receiptDate }
}

/** What was chosen in an enrolment, as it is edited and renewed. */
export function choiceOf(row: StoredEnrolment): EnrolmentEdit['choice'] {
  const { kind, kind_note: kindNote, declared_until: declared, support_group: group } = row
  const choice =
    row.scheme === 'bhxh-tn'
      ? { income: row.income, method: row.method, group, declaredUntil: declared }
      : { months: row.months, support: group, cardEnds: declared }
  return { scheme: row.scheme, kind, kindNote, ...choice } as EnrolmentEdit['choice']
}

/** The amounts an enrolment was charged, with their grounds. */
export function chargeOf(row: StoredEnrolment): EnrolmentDetail['charge'] {
  return {
    months: row.months,
    supportedMonths: row.supported_months,
    gross: row.gross,
    state: row.state_support,
    local: row.local_support,
    payer: row.payer,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    basis: JSON.parse(row.basis) as Basis[],
    derivation: JSON.parse(row.derivation) as string[],
  }
}

/** Everything the desk shows of one enrolment. */
export async function openEnrolment(office: Office, id: number): Promise<Result<EnrolmentDetail>> {
  const { db } = office.store
  const row = await readEnrolment(db, id)
  if (!row) return fail('enrolment.unknown', { id })
  const person = await readPerson(db, row.person_id)
  if (!person) throw new Error('an enrolment without its person')
  const facts = await lifeFacts(db, office, row)
  const { receipt_number: number, receipt_date: date } = row
  const next = nextSteps(row.state)
  return ok({
    id,
    householdId: row.household_id,
    personId: row.person_id,
    name: person.name,
    birth: person.birth.date,
    birthPrecision: person.birth.precision,
    personalNumber: person.personalNumber === null ? null : maskNumber(person.personalNumber),
    scheme: row.scheme,
    state: row.state,
    next: facts.dayClosed ? next.filter((state) => state !== 'cancelled') : next,
    canEdit: checkEditable(facts).ok,
    locked: facts.dayClosed,
    signedOn: row.signed_on,
    communeName: row.commune_name,
    occupation: row.occupation,
    collector: row.collector,
    conferenceId: row.conference_id,
    choice: choiceOf(row),
    kindReason: row.kind_reason,
    position: row.position,
    charge: chargeOf(row),
    receipt: number !== null && date !== null ? { number, date } : null,
    returnReason: row.return_reason,
    cancelReason: row.cancel_reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
  })
}

/** What happened to an enrolment, its person and its household, field by field, newest first. */
export async function enrolmentHistory(office: Office, id: number): Promise<Result<HistoryLine[]>> {
  const { db } = office.store
  const row = await readEnrolment(db, id)
  if (!row) return fail('enrolment.unknown', { id })
  const subjects = [`enrolment:${id}`, `person:${row.person_id}`, `household:${row.household_id}`]
  return ok((await listAbout(db, subjects)).map(historyLine))
}

/** A line of the chain as the screens show it. */
export function historyLine({ seq, at, actor, event, subject, detail }: AuditLine): HistoryLine {
  const changes = (detail.changes ?? {}) as Record<string, [unknown, unknown]>
  const { returnReason } = changes
  return {
    seq,
    at,
    who: actor,
    about: subject.split(':')[0] as HistoryLine['about'],
    event,
    changes: Object.entries(changes).map(([field, [from, to]]) => ({ field, from, to })),
    reason: textOf(detail.reason) ?? textOf(returnReason?.[1]),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
