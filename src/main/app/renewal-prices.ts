import type { IsoDate } from '#core/date.ts'
import type { PriceRequest } from '#core/enrolment.ts'
import { groupBy } from '#core/group.ts'
import type { Policy } from '#core/policy.ts'
import { priceSignUp } from '#core/pricing.ts'
import { dueSpan, type EndingTerm } from '#core/renewal.ts'
import { renewBhxh, renewBhyt } from '#core/renewal-draft.ts'
import type { StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { countJoined, listHistories, listHouseholdTerms } from '../db/renewals.ts'
import { memberHistory } from './member-history.ts'

type Histories = Map<number, StoredEnrolment[]>

/**
 * What each term costs when its whole household renews on a day, by enrolment; terms that cannot be
 * priced are left out. Households are read together, so that a page takes a handful of queries.
 */
export async function priceRenewals(
  db: Db,
  policy: Policy,
  on: IsoDate,
  due: readonly { householdId: number }[],
): Promise<{ amounts: Map<number, number>; histories: Histories }> {
  const householdIds = [...new Set(due.map((term) => term.householdId))]
  const year = on.slice(0, 4)
  const terms = await listHouseholdTerms(db, householdIds, dueSpan(on, null))
  const personIds = [...new Set(terms.map((term) => term.personId))]
  const histories = await listHistories(db, personIds)
  const joined = await countJoined(db, householdIds, year)
  const amounts = new Map<number, number>()
  for (const [householdId, own] of groupBy(terms, (term) => term.householdId)) {
    const members = [...groupBy(own, (term) => term.personId)]
    const request: PriceRequest = {
      signedOn: on,
      household: { id: householdId, commune: null },
      members: members.map(([id, ending]) => renewed(id, ending, on, policy)),
    }
    const facts = {
      histories: members.map(([id]) =>
        memberHistory(histories.get(id) ?? [], { householdId, year }),
      ),
      joinedThisYear: joined.get(householdId) ?? 0,
    }
    const priced = priceSignUp(request, facts, policy)
    for (const [index, [, ending]] of members.entries()) {
      for (const term of ending) {
        const price = priced.members[index]?.[term.scheme === 'bhxh-tn' ? 'bhxh' : 'bhyt']
        if (price?.charge) amounts.set(term.enrolmentId, price.charge.payer)
      }
    }
  }
  return { amounts, histories }
}

function renewed(
  id: number,
  ending: readonly EndingTerm[],
  on: IsoDate,
  policy: Policy,
): PriceRequest['members'][number] {
  const bhxh = ending.find((term) => term.scheme === 'bhxh-tn')
  const bhyt = ending.find((term) => term.scheme === 'bhyt-hgd')
  return {
    person: { id, personalNumber: null, insuranceNumber: null },
    bhxh: bhxh ? renewBhxh(bhxh, on, policy).choice : null,
    bhyt: bhyt ? renewBhyt(bhyt, on, policy).choice : null,
  }
}
