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
import { termTexts } from './messages/ui-terms.ts'
import type { Person } from './person.ts'
import type { Policy } from './policy.ts'
import { rowOn } from './policy-row.ts'
import type { EndingTerm } from './renewal.ts'
import { PaymentMethod, SupportGroup } from './terms.ts'

/** A choice carried over from last time, and what was changed or must be checked, in words. */
export type Renewed<T> = { choice: T; notices: string[] }

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
  const check =
    group === 'other'
      ? []
      : [`Lần trước thuộc nhóm “${termTexts.group[group].vi}”. Hãy kiểm tra giấy xác nhận năm nay.`]
  return {
    choice: { kind, income: income.choice, method: method.choice, group },
    notices: [...income.notices, ...method.notices, ...check],
  }
}

function renewIncome(income: number, terms: VoluntaryTerms | null): Renewed<number> {
  if (terms === null) return { choice: income, notices: [] }
  const { minimum, maximum, step } = terms
  const before = `Thu nhập lần trước ${dong(income)}`
  if (income < minimum) {
    const text = `${before} thấp hơn mức tối thiểu hiện nay ${dong(minimum)}; đã ghi ${dong(minimum)}.`
    return { choice: minimum, notices: [text] }
  }
  if (income > maximum) {
    const text = `${before} cao hơn mức tối đa hiện nay ${dong(maximum)}; đã ghi ${dong(maximum)}.`
    return { choice: maximum, notices: [text] }
  }
  const off = step?.value.offStep === 'refused' ? (income - minimum) % step.value.step : 0
  if (off === 0 || income === maximum) return { choice: income, notices: [] }
  const next = Math.min(income - off + (step?.value.step ?? 0), maximum)
  return {
    choice: next,
    notices: [`${before} không đúng bậc hiện nay; đã ghi bậc trên ${dong(next)}.`],
  }
}

const usual = '12m'
type Method = BhxhChoice['method']

function renewMethod(method: PaymentMethod | null, on: IsoDate, policy: Policy): Renewed<Method> {
  const chosen = method === null || method === 'missing' ? null : method
  const row = rowOn(
    policy.voluntary.methods.filter((each) => each.value.method === chosen),
    on,
  )
  const words = (each: PaymentMethod) => termTexts.method[each].vi.toLowerCase()
  const replaced = (why: string): Renewed<Method> => ({
    choice: usual,
    notices: [`${why}; đã ghi ${words(usual)}.`],
  })
  if (chosen === null || row === null) {
    const before = method === null ? 'không rõ' : words(PaymentMethod.parse(method))
    return replaced(`Phương thức lần trước (${before}) không dùng được cho kỳ này`)
  }
  const needsYield = row.value.payWithin === 0
  if (needsYield && rowOn(policy.voluntary.yields, on) === null) {
    return replaced(
      `Lần trước đóng ${words(chosen)}, nhưng chưa có lãi suất đầu tư quỹ của năm trước để tính`,
    )
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
  const notices: string[] = []
  if (!months.success) notices.push(`Lần trước ${term.months} tháng; đã ghi 12 tháng.`)
  if (support !== 'none') {
    const name = termTexts.support[support].vi
    notices.push(`Lần trước thuộc nhóm “${name}”. Hãy kiểm tra giấy xác nhận năm nay.`)
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
  notices: { member: number | null; text: string }[]
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
    const text = `Phiếu chỉ chứa ${largestHousehold} người nên ${left} người của hộ được để lại. Nếu cần, hãy lập thêm phiếu.`
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
): { member: MemberDraft; told: string[] } {
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
