import type { Priced } from './contract.ts'
import { priceHealthMember } from './contribution/health.ts'
import { priceVoluntary } from './contribution/voluntary.ts'
import { type IsoDate, termEnd } from './date.ts'
import type { BhxhChoice, BhytChoice, Charge, PriceRequest } from './enrolment.ts'
import { explainKind, judgeKind, type KindSaid, monthAfter, type PastTerm } from './kind.ts'
import { province } from './office-policy.ts'
import type { Policy } from './policy.ts'
import { ok, type Result } from './result.ts'

/** What the office's book knows of a member before this sign-up. */
export type MemberHistory = {
  bhxh: PastTerm | null
  bhyt: PastTerm | null
  /** Months of BHXH tự nguyện that already carried support, for the 120-month cap. */
  supportedMonths: number
  /** The place on the household's ladder that the member already has this calendar year. */
  ladderPlace: number | null
}

/** A member about whom the book knows nothing. */
export const noHistory: MemberHistory = {
  bhxh: null,
  bhyt: null,
  supportedMonths: 0,
  ladderPlace: null,
}

/** What a household's price depends on besides what is typed. */
export type PriceFacts = {
  histories: readonly MemberHistory[]
  /** Members of the household who already joined BHYT together this calendar year. */
  joinedThisYear: number
}

type PricedMember = Priced['members'][number]

/**
 * Prices every member of a sign-up on its day: BHXH tự nguyện each alone, BHYT down the household's
 * ladder in the order of the rows; who has a place from an earlier term of the year keeps it. A
 * member that cannot be priced carries its problem; the totals hold the others.
 */
export function priceSignUp(request: PriceRequest, facts: PriceFacts, policy: Policy): Priced {
  const { signedOn } = request
  let next = facts.joinedThisYear + 1
  const members = request.members.map((member, index): PricedMember => {
    const history = facts.histories[index] ?? noHistory
    const place = history.ladderPlace ?? next
    const bhyt = member.bhyt && priceBhyt(member.bhyt, history, signedOn, place, policy)
    if (bhyt?.onLadder && history.ladderPlace === null) next += 1
    return {
      bhxh: member.bhxh && priceBhxh(member.bhxh, history, signedOn, policy),
      bhyt: bhyt?.priced ?? null,
    }
  })
  return { members, totals: sum(members) }
}

/** What the screen shows about a kind: what the rules say and why, and what is kept with the choice. */
function kindShown(chosen: BhxhChoice['kind'], said: KindSaid) {
  const { reason, needsNote } = judgeKind(chosen, said)
  return {
    suggestedKind: said.kind,
    suggestedReason: said.reason,
    kindReason: reason,
    kindNeedsNote: needsNote,
  }
}

function priceBhxh(
  choice: BhxhChoice,
  history: MemberHistory,
  signedOn: IsoDate,
  policy: Policy,
): NonNullable<PricedMember['bhxh']> {
  const declared = choice.declaredUntil ?? null
  const said = explainKind(
    { scheme: 'bhxh-tn', last: history.bhxh, declared, signedOn, method: choice.method },
    policy,
  )
  const charge = chargeBhxh(choice, history, { signedOn, said }, policy)
  return {
    charge: charge.ok ? charge.value : null,
    problem: charge.ok ? null : charge.problem,
    ...kindShown(choice.kind, said),
  }
}

function chargeBhxh(
  choice: BhxhChoice,
  history: MemberHistory,
  { signedOn, said }: { signedOn: IsoDate; said: KindSaid },
  policy: Policy,
): Result<Charge> {
  const priced = priceVoluntary(
    {
      date: signedOn,
      method: choice.method,
      income: choice.income,
      groups: [choice.group],
      province,
      supportedMonths: history.supportedMonths,
    },
    policy,
  )
  if (!priced.ok) return priced
  const { months, supportedMonths, gross, state, local, payer } = priced.value
  const { basis, derivation, notices } = priced.value
  const goesOn = said.kind === 'renewing' && choice.kind === 'renewing'
  const validFrom = firstMonth(paidUntil(choice, history), goesOn, signedOn)
  const validTo = termEnd(validFrom, months)
  return ok({
    months,
    supportedMonths,
    gross,
    state,
    local,
    payer,
    validFrom,
    validTo,
    basis,
    derivation,
    notices,
  })
}

function paidUntil(choice: BhxhChoice, history: MemberHistory): IsoDate | null {
  const ends = [history.bhxh?.validTo, choice.declaredUntil].flatMap((end) => end ?? [])
  return ends.sort().at(-1) ?? null
}

/**
 * The month a payment starts with: the one after what is paid for, when that lies ahead or may still
 * be paid for (L41 Điều 36); otherwise the month of signing.
 */
function firstMonth(paid: IsoDate | null, goesOn: boolean, signedOn: IsoDate): IsoDate {
  const thisMonth = `${signedOn.slice(0, 8)}01`
  const next = paid === null ? thisMonth : monthAfter(paid)
  return goesOn || next > thisMonth ? next : thisMonth
}

function priceBhyt(
  choice: BhytChoice,
  history: MemberHistory,
  signedOn: IsoDate,
  position: number,
  policy: Policy,
): { priced: NonNullable<PricedMember['bhyt']>; onLadder: boolean } {
  const cardEnds = choice.cardEnds ?? history.bhyt?.validTo ?? null
  const priced = priceHealthMember(
    {
      position,
      months: choice.months,
      supports: choice.support === 'none' ? [] : [choice.support],
      first: choice.kind === 'first',
      cardEnds: choice.kind === 'first' ? null : cardEnds,
    },
    { date: signedOn, province },
    policy,
  )
  const said = explainKind(
    {
      scheme: 'bhyt-hgd',
      last: history.bhyt,
      declared: choice.cardEnds,
      signedOn,
      method: null,
    },
    policy,
  )
  const kind = kindShown(choice.kind, said)
  if (!priced.ok) {
    return { priced: { charge: null, problem: priced.problem, position, ...kind }, onLadder: false }
  }
  const { months, gross, state, local, payer, validFrom, validTo } = priced.value
  const { basis, derivation, notices } = priced.value
  const charge = {
    months,
    supportedMonths: 0,
    gross,
    state,
    local,
    payer,
    validFrom,
    validTo,
    basis,
    derivation,
    notices,
  }
  return {
    priced: { charge, problem: null, position: priced.value.position ?? 0, ...kind },
    onLadder: priced.value.position !== null,
  }
}

function sum(members: readonly PricedMember[]): Priced['totals'] {
  const charges = members.flatMap((member) =>
    [member.bhxh?.charge ?? [], member.bhyt?.charge ?? []].flat(),
  )
  const total = (figure: 'gross' | 'state' | 'local' | 'payer') =>
    charges.reduce((amount, charge) => amount + charge[figure], 0)
  return {
    gross: total('gross'),
    state: total('state'),
    local: total('local'),
    payer: total('payer'),
  }
}
