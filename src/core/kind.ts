import { lastPaymentDay } from './contribution/deadline.ts'
import { isBreak } from './contribution/health-validity.ts'
import { addDays, addMonths, daysBetween, formatDate, type IsoDate } from './date.ts'
import { termTexts } from './messages/ui-terms.ts'
import type { Policy } from './policy.ts'
import { rowOn } from './policy-row.ts'
import type { ParticipationKind, PaymentMethod, Scheme } from './terms.ts'

/** The term of a person in one scheme that runs longest, as the office's own book has it. */
export type PastTerm = { validTo: IsoDate; signedOn: IsoDate; method: PaymentMethod | null }

/**
 * What decides a kind: the scheme, the last term in the office's own book, the last day (any day of
 * the last month for BHXH) of an earlier participation as declared, and the method chosen now.
 */
export type KindFacts = {
  scheme: Scheme
  last: PastTerm | null
  declared: IsoDate | null
  signedOn: IsoDate
  method: PaymentMethod | null
}

/** A kind with its reason as a Vietnamese sentence, and whose word it rests on. */
export type KindSaid = {
  kind: ParticipationKind
  reason: string
  basis: 'nothing-known' | 'own-book' | 'declared'
}

/**
 * First time, returning or renewing. Nothing known is a first time "theo kê khai". BHXH tự nguyện goes
 * on until the deadline of the registered method (QĐ 595 Điều 11; L41 Điều 36), later it had stopped;
 * BHYT goes on until a long break (Luật BHYT Điều 16.3, by the rule of the day of signing).
 */
export function explainKind(facts: KindFacts, policy: Policy): KindSaid {
  const known = lastKnown(facts)
  if (known === null) {
    const scheme = termTexts.scheme[facts.scheme].vi
    const reason = `Sổ của đơn vị chưa có hồ sơ ${scheme} nào và người tham gia không khai đã tham gia trước đây: lần đầu theo kê khai.`
    return { kind: 'first', reason, basis: 'nothing-known' }
  }
  const { kind, reason } =
    facts.scheme === 'bhxh-tn'
      ? explainBhxh(known, facts, policy)
      : explainBhyt(known, facts, policy)
  const { basis } = known
  return {
    kind,
    reason: `${reason}: ${kind === 'renewing' ? 'đóng tiếp' : 'tham gia lại'}.`,
    basis,
  }
}

/**
 * The reason kept with an enrolment, and whether choosing that kind needs a note. Choosing "returning"
 * or "renewing" for somebody nobody knows is itself a declaration; anything else against the rules is
 * an exception that somebody must answer for.
 */
export function judgeKind(
  chosen: ParticipationKind,
  said: KindSaid,
): { reason: string; needsNote: boolean } {
  if (chosen === said.kind) return { reason: said.reason, needsNote: false }
  if (said.basis === 'nothing-known') {
    const reason =
      'Người tham gia khai đã từng tham gia, không rõ đến khi nào; sổ của đơn vị chưa có hồ sơ.'
    return { reason, needsNote: false }
  }
  return { reason: said.reason, needsNote: true }
}

/** The first month after a paid term, as its first day. */
export function monthAfter(paidUntil: IsoDate): IsoDate {
  return addMonths(`${paidUntil.slice(0, 8)}01`, 1)
}

/**
 * The last day to pay for the month after a paid term of BHXH tự nguyện: by the method registered
 * before and by the one chosen now, whichever ends first; years ahead are paid within their first month.
 */
export function paymentDeadline(
  policy: Policy,
  paidUntil: IsoDate,
  before: PaymentMethod | null,
  chosen: PaymentMethod | null,
): IsoDate {
  const due = monthAfter(paidUntil)
  const days = [before, chosen]
    .flatMap((method) => (method === null ? [] : (lastPaymentDay(policy, method, due) ?? [])))
    .concat(isPaidAtOnce(policy, chosen, due) ? [endOfMonth(due)] : [])
  return days.sort()[0] ?? endOfMonth(due)
}

/** The last day of the month of a day. */
export function endOfMonth(day: IsoDate): IsoDate {
  return addDays(monthAfter(day), -1)
}

const isPaidAtOnce = (policy: Policy, method: PaymentMethod | null, due: IsoDate): boolean =>
  method !== null && lastPaymentDay(policy, method, due) === null

type Known = {
  ended: IsoDate
  method: PaymentMethod | null
  basis: 'own-book' | 'declared'
  source: string
}

/**
 * What is known of the last term: a card shown at the desk (BHYT) says more than the book; of months
 * paid (BHXH) the later ones count.
 */
function lastKnown({ scheme, last, declared }: KindFacts): Known | null {
  const declaredEnd = declared && scheme === 'bhxh-tn' ? endOfMonth(declared) : declared
  const bookCounts =
    declaredEnd === null ||
    last?.validTo === declaredEnd ||
    (scheme === 'bhxh-tn' && (last?.validTo ?? '') > declaredEnd)
  if (last && bookCounts) {
    const source = `hồ sơ ký ${formatDate(last.signedOn)} trong sổ của đơn vị`
    return { ended: last.validTo, method: last.method, basis: 'own-book', source }
  }
  if (declaredEnd === null) return null
  const source = 'theo người tham gia khai, sổ của đơn vị không có'
  return { ended: declaredEnd, method: null, basis: 'declared', source }
}

type Said = { kind: 'renewing' | 'returning'; reason: string }

function explainBhxh(known: Known, facts: KindFacts, policy: Policy): Said {
  const { ended, method, source } = known
  const { signedOn } = facts
  const deadline = paymentDeadline(policy, ended, method, facts.method)
  const paid = `Đã đóng đến hết tháng ${ended.slice(5, 7)}/${ended.slice(0, 4)} (${source})`
  if (ended >= signedOn) return { kind: 'renewing', reason: `${paid}, chưa hết hạn` }
  const asOf = `hạn đóng kỳ tiếp theo là ${formatDate(deadline)}, ký ngày ${formatDate(signedOn)}`
  return signedOn <= deadline
    ? { kind: 'renewing', reason: `${paid}; ${asOf} còn trong hạn` }
    : { kind: 'returning', reason: `${paid}; ${asOf} đã quá hạn nên coi là đã tạm dừng đóng` }
}

function explainBhyt(known: Known, { signedOn }: KindFacts, policy: Policy): Said {
  const { ended, source } = known
  const gapFrom = addDays(ended, 1)
  const card = `Thẻ ${ended < signedOn ? 'đã hết hạn' : 'có giá trị đến'} ${formatDate(ended)} (${source})`
  if (gapFrom >= signedOn) return { kind: 'renewing', reason: `${card}, không gián đoạn` }
  const rule = rowOn(policy.health.breaks, signedOn)
  const long = rule !== null && isBreak(rule, gapFrom, signedOn)
  const limit = `${rule?.value.count} ${rule?.value.unit === 'months' ? 'tháng' : 'ngày'}`
  const gap = `gián đoạn ${daysBetween(gapFrom, signedOn)} ngày tính đến ngày ký ${formatDate(signedOn)}`
  return long
    ? { kind: 'returning', reason: `${card}, ${gap}, từ ${limit} trở lên` }
    : { kind: 'renewing', reason: `${card}, ${gap}, chưa đến ${limit}` }
}
