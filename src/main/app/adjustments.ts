import { type AdjustmentDraft, addAmounts, differenceOf } from '#core/adjustment.ts'
import type { AdjustmentCard, CallAnswer } from '#core/contract.ts'
import { addDays, formatDate } from '#core/date.ts'
import { nextSteps } from '#core/enrolment-life.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { addAdjustment, listAdjustments, sumAdjustments } from '../db/adjustments.ts'
import { writeFields } from '../db/enrolment-life.ts'
import { readEnrolment, type StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { isDayClosed } from '../db/periods.ts'
import { type Actor, change, type Office, todayInVietnam } from './office.ts'

/**
 * Records what was found out about a sign-up of a closed day, on the first open day from today on. It
 * changes money and months, never a head-count; cancelling takes back everything that is left.
 */
export async function adjustSignUp(
  office: Office,
  actor: Actor,
  id: number,
  draft: AdjustmentDraft,
): Promise<Result<CallAnswer<'adjustment.add'>>> {
  return change(office, actor, async (db, audit, at) => {
    const row = await readEnrolment(db, id)
    if (!row) return fail('enrolment.unknown', { id })
    const allowed = await checkAdjustable(db, row, draft)
    if (!allowed.ok) return allowed
    const { state_support: state, local_support: local, months, gross, payer } = row
    const signed = { months, gross, state, local, payer }
    const made = differenceOf(id, draft, addAmounts(signed, await sumAdjustments(db, id)))
    if (!made.ok) return made
    const madeOn = await firstOpenDay(db, todayInVietnam(office.ground.now()))
    const reason = cleanText(draft.reason)
    const written = { ...made.value, enrolmentId: id, why: draft.why, madeOn, reason }
    const adjustment = await addAdjustment(db, { ...written, createdBy: actor.name }, at)
    await audit({
      event: 'adjustment.added',
      subject: `enrolment:${id}`,
      detail: { adjustment, why: draft.why, madeOn, reason, ...made.value },
    })
    if (draft.why === 'cancelled') {
      await writeFields(db, id, { state: 'cancelled', cancelReason: reason })
      await audit({ event: 'enrolment.cancelled', subject: `enrolment:${id}`, detail: { reason } })
    }
    return ok({ id: adjustment, madeOn })
  })
}

async function checkAdjustable(
  db: Db,
  { id, state, signed_on: signedOn }: StoredEnrolment,
  draft: AdjustmentDraft,
): Promise<Result<true>> {
  if (!(await isDayClosed(db, signedOn)))
    return fail('adjustment.day-open', { id, date: formatDate(signedOn) })
  if (state === 'cancelled') return fail('adjustment.already-cancelled', { id })
  if (draft.why === 'cancelled' && !nextSteps(state).includes('cancelled'))
    return fail('adjustment.not-cancellable', { id })
  return ok(true)
}

async function firstOpenDay(db: Db, from: string): Promise<string> {
  let day = from
  while (await isDayClosed(db, day)) day = addDays(day, 1)
  return day
}

/** The adjustments that the periods of a span of days carry, with the person's name. */
export async function listAdjusted(
  office: Office,
  span: { from: string; to: string },
): Promise<AdjustmentCard[]> {
  const rows = await listAdjustments(office.store.db, span.from, span.to)
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    name: row.name,
    scheme: row.scheme,
    why: row.why,
    signedOn: row.signed_on,
    madeOn: row.made_on,
    months: row.months,
    gross: row.gross,
    state: row.state_support,
    local: row.local_support,
    payer: row.payer,
    reason: row.reason,
    createdBy: row.created_by,
  }))
}
