import type { CallAnswer, EnrolmentRow, Priced } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { PriceRequest } from '#core/enrolment.ts'
import { type MemberHistory, noHistory, priceSignUp } from '#core/pricing.ts'
import { fail, ok, type Result } from '#core/result.ts'
import {
  cancelEnrolment,
  countBhytMembers,
  type EnrolmentFilter,
  listEnrolments,
  listHistory,
  readEnrolment,
} from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { isDayClosed } from '../db/periods.ts'
import { type Actor, change, type Office } from './office.ts'

/** The live amounts of a sign-up, from what is typed and what the book knows of its members. */
export async function priceHousehold(
  office: Office,
  request: PriceRequest,
): Promise<Result<Priced>> {
  return ok(await priceWith(office.store.db, office, request))
}

/** Prices a sign-up inside a transaction or outside one. */
export async function priceWith(db: Db, office: Office, request: PriceRequest): Promise<Priced> {
  const histories = await Promise.all(
    request.members.map(({ person }) =>
      person.id === null ? noHistory : readMemberHistory(db, person.id),
    ),
  )
  const { household, signedOn } = request
  const joinedThisYear =
    household.id === null ? 0 : await countBhytMembers(db, household.id, signedOn.slice(0, 4))
  return priceSignUp(request, { histories, joinedThisYear }, office.ground.policy)
}

async function readMemberHistory(db: Db, personId: number): Promise<MemberHistory> {
  const history = await listHistory(db, personId)
  const latest = (scheme: string) =>
    history
      .filter((enrolment) => enrolment.scheme === scheme)
      .map((enrolment) => enrolment.valid_to)
      .sort()
      .at(-1) ?? null
  const supportedMonths = history.reduce((sum, enrolment) => sum + enrolment.supported_months, 0)
  return { bhxhEnds: latest('bhxh-tn'), bhytEnds: latest('bhyt-hgd'), supportedMonths }
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
  return change(office, actor, async (db, audit) => {
    const enrolment = await readEnrolment(db, id)
    if (!enrolment) return fail('enrolment.unknown', { id })
    if (enrolment.state === 'cancelled') return fail('enrolment.already-cancelled', { id })
    if (await isDayClosed(db, enrolment.signed_on)) {
      return fail('period.closed', { date: formatDate(enrolment.signed_on) })
    }
    await cancelEnrolment(db, id, reason)
    await audit({ event: 'enrolment.cancelled', subject: `enrolment:${id}`, detail: { reason } })
    return ok({ id })
  })
}
