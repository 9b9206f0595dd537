import { dong } from './contribution/amounts.ts'
import { type VoluntaryTerms, voluntaryTerms } from './contribution/voluntary-terms.ts'
import type { IsoDate } from './date.ts'
import {
  type BhxhChoice,
  BhytChoice,
  type HouseholdEnrolmentDraft,
  largestHousehold,
  type MemberDraft,
} from './enrolment.ts'
import type { Household, Relation } from './household.ts'
import { explainKind } from './kind.ts'
import { renewalNotices as say } from './messages/renewal-notices.ts'
import { termTexts } from './messages/ui-terms.ts'
import { fillBoth, type Phrase } from './messages.ts'
import type { Person } from './person.ts'
import type { Policy } from './policy.ts'
import { rowOn } from './policy-row.ts'
import type { EndingTerm } from './renewal.ts'
import { PaymentMethod, SupportGroup } from './terms.ts'

/** A choice carried over from last time, and what was changed or must be checked, in words. */
export type Renewed<T> = { choice: T; notices: Phrase[] }

/** Last time's BHXH tự nguyện under today's rules: an income or method that is no longer legal is replaced. */
export function renewBhxh(term: EndingTerm, on: IsoDate, policy: Policy): Renewed<BhxhChoice> {
  const terms = voluntaryTerms(policy, on)
  const income = renewIncome(term.income ?? 0, terms.ok ? terms.value : null)
  const method = renewMethod(term.method, on, policy)
  const group = SupportGroup.catch('other').parse(term.supportGroup)
  const last = { validTo: term.validTo, signedOn: term.signedOn, method: term.method }
  const { kind } = explainKind(
    { scheme: 'bhxh-tn', last, declared: null, signedOn: on, method: method.choice },
    policy,
  )
  const check = group === 'other' ? [] : [fillBoth(say.group, { group: termTexts.group[group] })]
  return {
    choice: { kind, income: income.choice, method: method.choice, group },
    notices: [...income.notices, ...method.notices, ...check],
  }
}

function renewIncome(income: number, terms: VoluntaryTerms | null): Renewed<number> {
  if (terms === null) return { choice: income, notices: [] }
  const { minimum, maximum, step } = terms
  const notices = (phrase: Phrase, now: number) => [
    fillBoth(phrase, { before: dong(income), now: dong(now) }),
  ]
  if (income < minimum) return { choice: minimum, notices: notices(say.incomeLow, minimum) }
  if (income > maximum) return { choice: maximum, notices: notices(say.incomeHigh, maximum) }
  const off = step?.value.offStep === 'refused' ? (income - minimum) % step.value.step : 0
  if (off === 0 || income === maximum) return { choice: income, notices: [] }
  const next = Math.min(income - off + (step?.value.step ?? 0), maximum)
  return { choice: next, notices: notices(say.incomeOffStep, next) }
}

const usual = '12m'
type Method = BhxhChoice['method']

function renewMethod(method: PaymentMethod | null, on: IsoDate, policy: Policy): Renewed<Method> {
  const chosen = method === null || method === 'missing' ? null : method
  const row = rowOn(
    policy.voluntary.methods.filter((each) => each.value.method === chosen),
    on,
  )
  const words = (each: PaymentMethod): Phrase => {
    const { vi, en } = termTexts.method[each]
    return { vi: vi.toLowerCase(), en: en.toLowerCase() }
  }
  const replaced = (why: Phrase, before: Phrase): Renewed<Method> => ({
    choice: usual,
    notices: [fillBoth(why, { before, now: words(usual) })],
  })
  if (chosen === null || row === null) {
    const before = method === null ? say.methodUnknown : words(PaymentMethod.parse(method))
    return replaced(say.methodGone, before)
  }
  const needsYield = row.value.payWithin === 0
  if (needsYield && rowOn(policy.voluntary.yields, on) === null) {
    return replaced(say.noYield, words(chosen))
  }
  return { choice: chosen, notices: [] }
}

/** Last time's BHYT hộ gia đình under today's rules. */
export function renewBhyt(term: EndingTerm, on: IsoDate, policy: Policy): Renewed<BhytChoice> {
  const last = { validTo: term.validTo, signedOn: term.signedOn, method: null }
  const { kind } = explainKind(
    { scheme: 'bhyt-hgd', last, declared: null, signedOn: on, method: null },
    policy,
  )
  const months = BhytChoice.shape.months.safeParse(term.months)
  const support = BhytChoice.shape.support.catch('none').parse(term.supportGroup)
  const notices: Phrase[] = []
  if (!months.success) notices.push(fillBoth(say.months, { n: term.months }))
  if (support !== 'none') {
    notices.push(fillBoth(say.group, { group: termTexts.support[support] }))
  }
  return {
    choice: {
      kind,
      months: months.success ? months.data : 12,
      support,
      cardEnds: term.validTo,
    },
    notices,
  }
}

/** A household with the terms of its members that run out; `commune` is the one that holds today. */
export type RenewingHousehold = {
  household: Household
  members: readonly Person[]
  terms: readonly EndingTerm[]
  /** What members lived on when they last signed, by person. */
  occupations: ReadonlyMap<number, MemberDraft['occupation']>
}

/** A sign-up ready to be looked over and saved, without its key; notices name the member by row. */
export type RenewalSheet = {
  draft: Omit<HouseholdEnrolmentDraft, 'key'>
  notices: { member: number | null; text: Phrase }[]
}

/**
 * A whole household's renewal on a day: everybody in the order of the household's list, with last
 * time's choices for the terms that run out and none for the others.
 */
export function draftRenewal(from: RenewingHousehold, on: IsoDate, policy: Policy): RenewalSheet {
  const { household, terms } = from
  const due = new Set(terms.map((term) => term.personId))
  const listed = chooseMembers(from.members, due)
  const notices: RenewalSheet['notices'] = []
  if (listed.length < from.members.length) {
    const left = from.members.length - listed.length
    const text = fillBoth(say.tooMany, { most: largestHousehold, n: left })
    notices.push({ member: null, text })
  }
  const members = listed.map((person, index) => {
    const { member, told } = renewMember(person, from, on, policy)
    notices.push(...told.map((text) => ({ member: index, text })))
    return member
  })
  const newest = [...terms].sort((a, b) => (a.signedOn < b.signedOn ? 1 : -1))[0]
  return {
    draft: {
      signedOn: on,
      household,
      collector: newest?.collector ?? 'office-counter',
      conferenceId: null,
      members,
    },
    notices,
  }
}

function chooseMembers(members: readonly Person[], due: ReadonlySet<number>): Person[] {
  const rest = members.filter((person) => !due.has(person.id))
  const room = largestHousehold - (members.length - rest.length)
  const kept = new Set(rest.slice(0, Math.max(0, room)))
  const chosen = members.filter((person) => due.has(person.id) || kept.has(person))
  return chosen.slice(0, largestHousehold)
}

function renewMember(
  person: Person,
  { terms, occupations }: RenewingHousehold,
  on: IsoDate,
  policy: Policy,
): { member: MemberDraft; told: Phrase[] } {
  const { householdId: _household, relation, position: _position, ...draft } = person
  const mine = terms.filter((term) => term.personId === person.id)
  const bhxhTerm = mine.find((term) => term.scheme === 'bhxh-tn')
  const bhytTerm = mine.find((term) => term.scheme === 'bhyt-hgd')
  const bhxh = bhxhTerm ? renewBhxh(bhxhTerm, on, policy) : null
  const bhyt = bhytTerm ? renewBhyt(bhytTerm, on, policy) : null
  return {
    member: {
      person: draft,
      relation: relation as Relation,
      occupation: occupations.get(person.id) ?? 'other',
      bhxh: bhxh?.choice ?? null,
      bhyt: bhyt?.choice ?? null,
    },
    told: [...(bhxh?.notices ?? []), ...(bhyt?.notices ?? [])],
  }
}
