import type { CommuneCard, Priced } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { HouseholdEnrolmentDraft, MemberDraft } from '#core/enrolment.ts'
import { kindProblem } from '#core/enrolment-life.ts'
import { termTexts } from '#core/messages/ui-terms.ts'
import { at, fail, ok, type Problem, type Result } from '#core/result.ts'
import { readConference } from '../db/conferences.ts'
import { listHistory } from '../db/enrolments.ts'
import { readHousehold } from '../db/households.ts'
import type { Db } from '../db/kysely.ts'
import { findByNumber, readPerson } from '../db/people.ts'
import { isDayClosed } from '../db/periods.ts'
import { communeOn } from './area.ts'
import { priceWith } from './enrolments.ts'
import { type Office, todayInVietnam } from './office.ts'

/** A sign-up that may be written: where the household lives on that day, and what everybody pays. */
export type CheckedSignUp = { commune: CommuneCard; priced: Priced }

/** Checks a sign-up against the book, the calendar and the rules; the first problem is answered. */
export async function checkSignUp(
  db: Db,
  office: Office,
  draft: HouseholdEnrolmentDraft,
): Promise<Result<CheckedSignUp>> {
  const commune = await checkFrame(db, office, draft)
  if (!commune.ok) return commune
  const twice = personTwice(draft) ?? numberTwice(draft)
  if (twice) return { ok: false, problem: twice }
  for (const [index, member] of draft.members.entries()) {
    const problem = await checkMember(db, draft, member)
    if (problem) return { ok: false, problem: at(problem, 'members', index) }
  }
  const priced = await priceWith(db, office, draft)
  const unpriced = firstProblem(priced) ?? kindWithoutNote(draft, priced)
  return unpriced ? { ok: false, problem: unpriced } : ok({ commune: commune.value, priced })
}

/** Day, commune, household and conference: what the members stand in. */
async function checkFrame(
  db: Db,
  office: Office,
  draft: HouseholdEnrolmentDraft,
): Promise<Result<CommuneCard>> {
  const { signedOn, household, conferenceId } = draft
  const date = formatDate(signedOn)
  if (signedOn > todayInVietnam(office.ground.now())) {
    return fail('enrolment.future', { date }, ['signedOn'])
  }
  if (await isDayClosed(db, signedOn)) return fail('period.closed', { date }, ['signedOn'])
  const { places } = office.ground.policy
  const commune = communeOn(places, office.row.code, household.commune, signedOn)
  if (!commune) return fail('enrolment.outside-area', {}, ['household', 'commune'])
  if (household.id !== null && !(await readHousehold(db, household.id))) {
    return fail('household.unknown', { id: household.id })
  }
  const source = conferenceId === null ? null : await checkSource(db, conferenceId)
  if (source) return { ok: false, problem: source }
  const chosen = draft.members.some((member) => member.bhxh || member.bhyt)
  return chosen ? ok(commune) : fail('enrolment.nothing-chosen', {}, ['members'])
}

/** A sign-up comes from a conference that takes place, also from one that is going on. */
export async function checkSource(db: Db, id: number): Promise<Problem | null> {
  const conference = await readConference(db, id)
  if (conference && conference.state !== 'cancelled') return null
  const code = conference ? 'conference.cancelled' : 'conference.unknown'
  return { code, values: { id }, path: ['conferenceId'] }
}

function personTwice(draft: HouseholdEnrolmentDraft): Problem | null {
  const seen = new Set<number>()
  for (const [index, { person }] of draft.members.entries()) {
    if (person.id === null) continue
    if (seen.has(person.id)) {
      return { code: 'person.twice', values: { name: person.name }, path: ['members', index] }
    }
    seen.add(person.id)
  }
  return null
}

function numberTwice(draft: HouseholdEnrolmentDraft): Problem | null {
  const seen = new Set<string>()
  for (const [index, { person }] of draft.members.entries()) {
    for (const field of ['personalNumber', 'insuranceNumber'] as const) {
      const number = person[field]
      if (number !== null && seen.has(number)) {
        const path = ['members', index, 'person', field]
        return { code: 'person.number-twice', values: { number }, path }
      }
      if (number !== null) seen.add(number)
    }
  }
  return null
}

async function checkMember(
  db: Db,
  draft: HouseholdEnrolmentDraft,
  member: MemberDraft,
): Promise<Problem | null> {
  const { person } = member
  if (person.birth.date > draft.signedOn) {
    const values = { text: formatDate(person.birth.date, person.birth.precision) }
    return { code: 'person.not-born', values, path: ['person', 'birth'] }
  }
  if (person.id !== null && !(await readPerson(db, person.id))) {
    return { code: 'person.unknown', values: { id: person.id } }
  }
  for (const field of ['personalNumber', 'insuranceNumber'] as const) {
    const number = person[field]
    const holder = number === null ? null : await findByNumber(db, number)
    if (number !== null && holder && holder.id !== person.id) {
      const values = { number, name: holder.name }
      return { code: 'person.number-taken', values, path: ['person', field] }
    }
  }
  return person.id === null ? null : checkHistory(db, draft, member, person.id)
}

async function checkHistory(
  db: Db,
  draft: HouseholdEnrolmentDraft,
  member: MemberDraft,
  personId: number,
): Promise<Problem | null> {
  const history = await listHistory(db, personId)
  for (const [field, scheme] of [
    ['bhxh', 'bhxh-tn'],
    ['bhyt', 'bhyt-hgd'],
  ] as const) {
    const choice = member[field]
    if (!choice) continue
    const earlier = history.filter((enrolment) => enrolment.scheme === scheme)
    const about = (signedOn: string) => ({
      name: member.person.name,
      scheme: termTexts.scheme[scheme],
      date: formatDate(signedOn),
    })
    const same = earlier.find((enrolment) => enrolment.signed_on === draft.signedOn)
    if (same) {
      return { code: 'enrolment.already-recorded', values: about(same.signed_on), path: [field] }
    }
    const oldest = earlier.at(-1)
    if (choice.kind === 'first' && oldest) {
      return { code: 'enrolment.not-first', values: about(oldest.signed_on), path: [field, 'kind'] }
    }
  }
  return null
}

function firstProblem(priced: Priced): Problem | null {
  for (const [index, member] of priced.members.entries()) {
    for (const field of ['bhxh', 'bhyt'] as const) {
      const problem = member[field]?.problem
      if (problem) return at(problem, 'members', index, field)
    }
  }
  return null
}

/** A kind against the rules needs somebody's word for it. */
function kindWithoutNote(draft: HouseholdEnrolmentDraft, priced: Priced): Problem | null {
  for (const [index, { person, ...chosen }] of draft.members.entries()) {
    for (const field of ['bhxh', 'bhyt'] as const) {
      const choice = chosen[field]
      const price = priced.members[index]?.[field]
      if (!choice || !price) continue
      const { kindNeedsNote: needsNote, suggestedReason: reason } = price
      const about = { name: person.name, chosen: choice.kind, needsNote, reason }
      const noted = kindProblem(about, choice.kindNote)
      if (!noted.ok) return at(noted.problem, 'members', index, field)
    }
  }
  return null
}
