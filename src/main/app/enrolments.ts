import type { CallAnswer, EnrolmentRow, Priced } from '#core/contract.ts'
import type { PriceRequest } from '#core/enrolment.ts'
import { noHistory, priceSignUp } from '#core/pricing.ts'
import { ok, type Result } from '#core/result.ts'
import { countBhytMembers } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { type EnrolmentFilter, listEnrolments } from '../db/register.ts'
import { stepEnrolments } from './enrolment-life.ts'
import { readMemberHistory } from './member-history.ts'
import type { Actor, Office } from './office.ts'
import { policyOf } from './office-policy.ts'

/** The live amounts of a sign-up, from what is typed and what the book knows of its members. */
export async function priceHousehold(
  office: Office,
  request: PriceRequest,
): Promise<Result<Priced>> {
  return ok(await priceWith(office.store.db, office, request))
}

/** Prices a sign-up inside a transaction or outside one. */
export async function priceWith(db: Db, office: Office, request: PriceRequest): Promise<Priced> {
  const { household, signedOn } = request
  const year = signedOn.slice(0, 4)
  const ladder = { householdId: household.id, year }
  const histories = await Promise.all(
    request.members.map(({ person }) =>
      person.id === null ? noHistory : readMemberHistory(db, person.id, ladder),
    ),
  )
  const joinedThisYear = household.id === null ? 0 : await countBhytMembers(db, household.id, year)
  return priceSignUp(request, { histories, joinedThisYear }, policyOf(office))
}

/** The register of enrolments, newest first. */
export async function listRegister(
  office: Office,
  filter: EnrolmentFilter,
): Promise<{ rows: EnrolmentRow[]; total: number }> {
  return listEnrolments(office.store.db, filter)
}

/** Cancels an enrolment with a reason; a closed day refuses it (`period.closed`). */
export async function cancelSignUp(
  office: Office,
  actor: Actor,
  id: number,
  reason: string,
): Promise<Result<CallAnswer<'enrolment.cancel'>>> {
  const cancelled = await stepEnrolments(office, actor, [id], { to: 'cancelled', reason })
  return cancelled.ok ? ok({ id }) : cancelled
}
