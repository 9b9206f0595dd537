import { randomUUID } from 'node:crypto'
import type {
  CallAnswer,
  CallInput,
  DueFilter,
  RenewalCall,
  RenewalDraft,
  RenewalList,
  RenewalRow,
} from '#core/contract.ts'
import { daysBetween, formatDate, type IsoDate } from '#core/date.ts'
import type { CommuneRef } from '#core/household.ts'
import { renewalNotices } from '#core/messages/renewal-notices.ts'
import { fillBoth, type Phrase } from '#core/messages.ts'
import { dueMarkOf, dueMarks, dueSpan, payBy, warnContinuity } from '#core/renewal.ts'
import { draftRenewal } from '#core/renewal-draft.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { addCall, lastCalls, listCalls } from '../db/call-log.ts'
import { maskNumber, readEnrolment, type StoredEnrolment } from '../db/enrolments.ts'
import { readHousehold } from '../db/households.ts'
import type { Db } from '../db/kysely.ts'
import { listMembers } from '../db/people.ts'
import {
  countDue,
  type DueTerm,
  listDue,
  listHistories,
  listHouseholdTerms,
} from '../db/renewals.ts'
import { communeOn, communesOn } from './area.ts'
import { priceWith } from './enrolments.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'
import { policyOf } from './office-policy.ts'
import { priceRenewals } from './renewal-prices.ts'

/** A page of the work list of a day with the counts under its marks. */
export async function listRenewals(
  office: Office,
  { offset, limit, ...filter }: CallInput<'renewal.list'>,
): Promise<RenewalList> {
  const { db } = office.store
  const span = { ...dueSpan(filter.on, filter.mark), ...where(filter) }
  const due = await listDue(db, span, { offset, limit })
  const marks = await countMarks(db, filter)
  const shown = marks.filter(({ mark }) => filter.mark === null || mark === filter.mark)
  const total = shown.reduce((sum, each) => sum + each['bhxh-tn'] + each['bhyt-hgd'], 0)
  return { rows: await describe(db, office, filter.on, due), total, marks }
}

const where = ({ commune, scheme }: DueFilter) => ({ commune, scheme })

async function countMarks(db: Db, filter: DueFilter): Promise<RenewalList['marks']> {
  const counts = await countDue(db, { ...dueSpan(filter.on, null), ...where(filter) })
  const marks = dueMarks.map(({ mark }) => ({ mark, 'bhxh-tn': 0, 'bhyt-hgd': 0 }))
  for (const { validTo, scheme, people } of counts) {
    const mark = marks.find((each) => each.mark === dueMarkOf(validTo, filter.on))
    if (mark) mark[scheme] += people
  }
  return marks
}

async function describe(
  db: Db,
  office: Office,
  on: IsoDate,
  due: readonly DueTerm[],
): Promise<RenewalRow[]> {
  if (due.length === 0) return []
  const policy = policyOf(office)
  const { amounts, histories } = await priceRenewals(db, policy, on, due)
  const calls = await lastCalls(
    db,
    due.map((term) => term.enrolmentId),
  )
  return due.map((term) => {
    const { enrolmentId, personId, scheme, validTo, birth, insuranceNumber } = term
    const { months, income, method, supportGroup: support, payer } = term
    const mark = dueMarkOf(validTo, on)
    if (mark === null) throw new Error('a term outside the work list')
    const call = calls.get(enrolmentId)
    const cards = scheme === 'bhyt-hgd' ? cardsOf(histories.get(personId) ?? []) : []
    return {
      enrolmentId,
      personId,
      householdId: term.householdId,
      name: term.name,
      birth: birth.date,
      birthPrecision: birth.precision,
      insuranceNumber: insuranceNumber === null ? null : maskNumber(insuranceNumber),
      phone: term.phone,
      address: term.address,
      communeName: term.communeName,
      scheme,
      validTo,
      daysLeft: daysBetween(on, validTo),
      mark,
      payBy: payBy(term, policy),
      last: { months, income, method, support, payer },
      amount: amounts.get(enrolmentId) ?? null,
      continuity: warnContinuity(cards, on, policy),
      call: call ? asCall(call) : null,
    }
  })
}

const cardsOf = (history: readonly StoredEnrolment[]) =>
  history
    .filter((row) => row.scheme === 'bhyt-hgd')
    .map((row) => ({ from: row.valid_from, to: row.valid_to }))

const asCall = ({ at, who, outcome, nextOn, note }: RenewalCall): RenewalCall => ({
  at,
  who,
  outcome,
  nextOn,
  note,
})

/** A whole household's renewal on a day, ready to be looked over and saved, with its amounts. */
export async function makeRenewalDraft(
  office: Office,
  householdId: number,
  on: IsoDate,
): Promise<Result<RenewalDraft>> {
  const { db } = office.store
  const found = await readHousehold(db, householdId)
  if (!found) return fail('household.unknown', { id: householdId })
  const terms = await listHouseholdTerms(db, [householdId], dueSpan(on, null))
  if (terms.length === 0) return fail('renewal.nothing-due', { date: formatDate(on) })
  const members = await listMembers(db, householdId)
  const histories = await listHistories(
    db,
    members.map((person) => person.id),
  )
  const occupations = new Map(
    [...histories].flatMap(([id, [latest]]) => (latest ? [[id, latest.occupation] as const] : [])),
  )
  const commune = communeToday(office, found.commune, on)
  const household = { ...found, commune: commune.ref }
  const sheet = draftRenewal({ household, members, terms, occupations }, on, policyOf(office))
  const draft = { key: randomUUID(), ...sheet.draft }
  const notices = commune.notice
    ? [{ member: null, text: commune.notice }, ...sheet.notices]
    : sheet.notices
  return ok({ draft, notices, priced: await priceWith(db, office, draft) })
}

/** The commune a household lives in on a day: its own, or the one that took its code over since. */
function communeToday(
  office: Office,
  ref: CommuneRef,
  on: IsoDate,
): { ref: CommuneRef; notice: Phrase | null } {
  const { places } = office.ground.policy
  if (communeOn(places, office.row.code, ref, on)) return { ref, notice: null }
  const heir = communesOn(places, office.row.code, on).find((each) => each.code === ref.code)
  if (!heir) {
    return { ref, notice: renewalNotices.communeGone }
  }
  const notice = fillBoth(renewalNotices.communeHeir, { name: heir.name })
  return { ref: { code: heir.code, validFrom: heir.validFrom }, notice }
}

/** Writes down a call about some terms, one line for each. */
export async function logCall(
  office: Office,
  actor: Actor,
  { enrolmentIds, outcome, nextOn, note }: CallInput<'renewal.call'>,
): Promise<Result<CallAnswer<'renewal.call'>>> {
  if (nextOn !== null && nextOn < todayInVietnam(office.ground.now())) {
    return fail('call.next-in-past', { date: formatDate(nextOn) }, ['nextOn'])
  }
  const wanted = [...new Set(enrolmentIds)]
  return change(office, actor, async (db, audit, at) => {
    for (const id of wanted) {
      if (!(await readEnrolment(db, id))) return fail('enrolment.unknown', { id })
    }
    const call = { at, who: actor.name, outcome, nextOn, note: cleanText(note) }
    for (const enrolmentId of wanted) {
      await addCall(db, { enrolmentId, ...call })
      const detail = { outcome, nextOn }
      await audit({ event: 'renewal.called', subject: `enrolment:${enrolmentId}`, detail })
    }
    return ok({ calls: wanted.length })
  })
}

/** The calls about one term, newest first. */
export async function readCalls(office: Office, enrolmentId: number): Promise<RenewalCall[]> {
  return (await listCalls(office.store.db, enrolmentId)).map(asCall)
}
