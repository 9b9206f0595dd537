import { changesBetween } from '#core/audit.ts'
import type { CallAnswer, EditPriced, Priced } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { PriceRequest } from '#core/enrolment.ts'
import { checkEditable, type EnrolmentEdit, kindProblem } from '#core/enrolment-life.ts'
import { termTexts } from '#core/messages/ui-terms.ts'
import { priceSignUp } from '#core/pricing.ts'
import { at, fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { type EnrolmentFields, fieldsOf, writeFields } from '../db/enrolment-life.ts'
import {
  countBhytMembers,
  listHistory,
  readEnrolment,
  type StoredEnrolment,
} from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { readPerson } from '../db/people.ts'
import { checkSource } from './check-sign-up.ts'
import { chargeOf, choiceOf, lifeFacts } from './enrolment-life.ts'
import { memberHistory } from './member-history.ts'
import { type Actor, change, type Office } from './office.ts'
import { policyOf } from './office-policy.ts'

type Choice = EnrolmentEdit['choice']
type PricedChoice = NonNullable<Priced['members'][number]['bhxh' | 'bhyt']>

/** An edit that may be written, with what it comes to. */
type CheckedEdit = { row: StoredEnrolment; priced: PricedChoice; answer: EditPriced }

/** What an edit would charge and what the rules say about the kind, without writing anything. */
export async function priceEdit(office: Office, edit: EnrolmentEdit): Promise<Result<EditPriced>> {
  const priced = await priceChoice(office.store.db, office, edit)
  return priced.ok ? ok(priced.value.answer) : priced
}

/**
 * Writes an edit of a registered enrolment on an open day. Amounts change only when something priced
 * did, and then by the rates of the day of signing.
 */
export async function editEnrolment(
  office: Office,
  actor: Actor,
  edit: EnrolmentEdit,
): Promise<Result<CallAnswer<'enrolment.edit'>>> {
  return change(office, actor, async (db, audit) => {
    const checked = await checkEdit(db, office, edit)
    if (!checked.ok) return checked
    const { row, answer } = checked.value
    const fields = editedFields(edit, checked.value)
    const changes = changesBetween(fieldsOf(row), fields)
    if (Object.keys(changes).length > 0) {
      await writeFields(db, row.id, fields)
      await audit({
        event: 'enrolment.changed',
        subject: `enrolment:${row.id}`,
        detail: { changes },
      })
    }
    return ok({ id: row.id, payer: answer.charge.payer })
  })
}

async function checkEdit(
  db: Db,
  office: Office,
  edit: EnrolmentEdit,
): Promise<Result<CheckedEdit>> {
  const priced = await priceChoice(db, office, edit)
  if (!priced.ok) return priced
  const { conferenceId, choice } = edit
  const source = conferenceId === null ? null : await checkSource(db, conferenceId)
  if (source) return { ok: false, problem: source }
  const { row, answer } = priced.value
  const name = (await readPerson(db, row.person_id))?.name ?? ''
  const about = {
    name,
    chosen: choice.kind,
    needsNote: answer.kindNeedsNote,
    reason: answer.suggestedReason,
  }
  const noted = kindProblem(about, choice.kindNote)
  if (!noted.ok) return { ok: false, problem: at(noted.problem, 'choice') }
  const first = await notFirst(db, row, choice, name)
  return first.ok ? priced : first
}

/** A person joins a scheme for the first time once: another enrolment that holds rules it out. */
async function notFirst(
  db: Db,
  row: StoredEnrolment,
  choice: Choice,
  name: string,
): Promise<Result<true>> {
  if (choice.kind !== 'first') return ok(true)
  const rivals = (await listHistory(db, row.person_id)).filter(
    (other) =>
      other.scheme === row.scheme &&
      other.id !== row.id &&
      (isBefore(other, row) || other.kind === 'first'),
  )
  const rival = rivals.at(-1)
  if (!rival) return ok(true)
  const scheme = termTexts.scheme[row.scheme]
  const values = { name, scheme, date: formatDate(rival.signed_on) }
  return fail('enrolment.not-first', values, ['choice', 'kind'])
}

async function priceChoice(
  db: Db,
  office: Office,
  edit: EnrolmentEdit,
): Promise<Result<CheckedEdit>> {
  const row = await readEnrolment(db, edit.id)
  if (!row) return fail('enrolment.unknown', { id: edit.id })
  const editable = checkEditable(await lifeFacts(db, office, row))
  if (!editable.ok) return editable
  if (edit.choice.scheme !== row.scheme) return fail('enrolment.other-scheme', { id: row.id })
  const priced = await priceAgain(db, office, row, edit.choice)
  const repriced = isRepriced(choiceOf(row), edit.choice)
  const charge = repriced ? priced.charge : { ...chargeOf(row), notices: [] }
  if (charge === null) {
    const problem = priced.problem ?? { code: 'date.no-policy' as const }
    return { ok: false, problem: at(problem, 'choice') }
  }
  const { suggestedKind, suggestedReason, kindNeedsNote } = priced
  const answer = { repriced, charge, suggestedKind, suggestedReason, kindNeedsNote }
  return ok({ row, priced, answer })
}

/** Prices one choice as on the day of signing, from what the book knew of the person before it. */
async function priceAgain(
  db: Db,
  office: Office,
  row: StoredEnrolment,
  choice: Choice,
): Promise<PricedChoice> {
  const year = row.signed_on.slice(0, 4)
  const earlier = (await listHistory(db, row.person_id)).filter((other) => isBefore(other, row))
  const history = memberHistory(earlier, { householdId: row.household_id, year })
  const ladderPlace = row.position ?? history.ladderPlace
  const joinedThisYear = await countBhytMembers(db, row.household_id, year)
  const { scheme, ...chosen } = choice
  const member = {
    person: { id: row.person_id, personalNumber: null, insuranceNumber: null },
    bhxh: scheme === 'bhxh-tn' ? chosen : null,
    bhyt: scheme === 'bhyt-hgd' ? chosen : null,
  } as PriceRequest['members'][number]
  const policy = policyOf(office)
  const request = {
    signedOn: row.signed_on,
    household: { id: row.household_id, commune: null },
    members: [member],
  }
  const facts = { histories: [{ ...history, ladderPlace }], joinedThisYear }
  const [priced] = priceSignUp(request, facts, policy).members
  const found = scheme === 'bhxh-tn' ? priced?.bhxh : priced?.bhyt
  if (!found) throw new Error('a choice that was not priced')
  return found
}

const isBefore = (other: StoredEnrolment, row: StoredEnrolment): boolean =>
  other.signed_on === row.signed_on ? other.id < row.id : other.signed_on < row.signed_on

function isRepriced(stored: Choice, chosen: Choice): boolean {
  const priced = ({ kindNote: _note, ...rest }: Choice) => rest
  return Object.keys(changesBetween(priced(stored), priced(chosen))).length > 0
}

function editedFields(
  { choice, occupation, collector, conferenceId }: EnrolmentEdit,
  { priced, row, answer }: CheckedEdit,
): Partial<EnrolmentFields> {
  const note = choice.kindNote ? cleanText(choice.kindNote) || null : null
  const fields: Partial<EnrolmentFields> = {
    occupation,
    collector,
    conferenceId,
    kind: choice.kind,
    kindNote: note,
    kindReason: choice.kind === row.kind && !answer.repriced ? row.kind_reason : priced.kindReason,
  }
  if (!answer.repriced) return fields
  const { charge } = answer
  return {
    ...fields,
    ...choiceFields(choice),
    position: 'position' in priced ? priced.position || null : null,
    months: charge.months,
    supportedMonths: charge.supportedMonths,
    validFrom: charge.validFrom,
    validTo: charge.validTo,
    gross: charge.gross,
    stateSupport: charge.state,
    localSupport: charge.local,
    payer: charge.payer,
    basis: charge.basis,
    derivation: charge.derivation,
  }
}

function choiceFields(choice: Choice): Partial<EnrolmentFields> {
  if (choice.scheme === 'bhyt-hgd') {
    return { supportGroup: choice.support, declaredUntil: choice.cardEnds }
  }
  const { income, method, group, declaredUntil = null } = choice
  return { income, method, supportGroup: group, declaredUntil }
}
