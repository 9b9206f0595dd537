import type { Priced } from './contract.ts'
import { priceHealthMember } from './contribution/health.ts'
import { priceVoluntary } from './contribution/voluntary.ts'
import { addDays, addMonths, daysBetween, type IsoDate, termEnd } from './date.ts'
import {
  type BhxhChoice,
  type BhytChoice,
  type Charge,
  decideKind,
  type PriceRequest,
} from './enrolment.ts'
import type { Policy } from './policy.ts'
import { ok, type Result } from './result.ts'

/** The province whose local support an office of Hà Nội gives. */
const province = '01'

/** What the office's book knows of a member before this sign-up; days are ISO dates. */
export type MemberHistory = {
  bhxhEnds: IsoDate | null
  bhytEnds: IsoDate | null
  /** Months of BHXH tự nguyện that already carried support, for the 120-month cap. */
  supportedMonths: number
}

/** A member about whom the book knows nothing. */
export const noHistory: MemberHistory = { bhxhEnds: null, bhytEnds: null, supportedMonths: 0 }

/** What a household's price depends on besides what is typed. */
export type PriceFacts = {
  histories: readonly MemberHistory[]
  /** Members of the household who already joined BHYT together this calendar year. */
  joinedThisYear: number
}

type PricedMember = Priced['members'][number]

/**
 * Prices every member of a sign-up on its day: BHXH tự nguyện each alone, BHYT down the household's
 * ladder in the order of the rows. A member that cannot be priced carries its problem; the totals
 * hold the others.
 */
export function priceSignUp(request: PriceRequest, facts: PriceFacts, policy: Policy): Priced {
  const { signedOn } = request
  let position = facts.joinedThisYear + 1
  const members = request.members.map((member, index): PricedMember => {
    const history = facts.histories[index] ?? noHistory
    const bhyt = member.bhyt && priceBhyt(member.bhyt, history, signedOn, position, policy)
    if (bhyt?.onLadder) position += 1
    return {
      bhxh: member.bhxh && priceBhxh(member.bhxh, history, signedOn, policy),
      bhyt: bhyt?.priced ?? null,
    }
  })
  return { members, totals: sum(members) }
}

function priceBhxh(
  choice: BhxhChoice,
  history: MemberHistory,
  signedOn: IsoDate,
  policy: Policy,
): NonNullable<PricedMember['bhxh']> {
  const charge = chargeBhxh(choice, history, signedOn, policy)
  return {
    charge: charge.ok ? charge.value : null,
    problem: charge.ok ? null : charge.problem,
    suggestedKind: suggestKind(history.bhxhEnds, signedOn),
  }
}

function chargeBhxh(
  choice: BhxhChoice,
  history: MemberHistory,
  signedOn: IsoDate,
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
  const validFrom = firstMonth(history.bhxhEnds, signedOn)
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

/** The month a payment starts with: the month of signing, or the one after what is already paid for. */
function firstMonth(paidUntil: IsoDate | null, signedOn: IsoDate): IsoDate {
  const thisMonth = `${signedOn.slice(0, 8)}01`
  const next = paidUntil === null ? thisMonth : addMonths(`${paidUntil.slice(0, 8)}01`, 1)
  return next > thisMonth ? next : thisMonth
}

function priceBhyt(
  choice: BhytChoice,
  history: MemberHistory,
  signedOn: IsoDate,
  position: number,
  policy: Policy,
): { priced: NonNullable<PricedMember['bhyt']>; onLadder: boolean } {
  const cardEnds = choice.cardEnds ?? history.bhytEnds
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
  const suggestedKind = suggestKind(cardEnds, signedOn)
  if (!priced.ok) {
    return {
      priced: { charge: null, problem: priced.problem, suggestedKind, position },
      onLadder: false,
    }
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
    priced: { charge, problem: null, suggestedKind, position: priced.value.position ?? 0 },
    onLadder: priced.value.position !== null,
  }
}

function suggestKind(ended: IsoDate | null, signedOn: IsoDate) {
  return decideKind(ended === null ? null : { daysSince: daysBetween(addDays(ended, 1), signedOn) })
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
