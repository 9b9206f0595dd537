import { changesBetween } from '#core/audit.ts'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { explainKind } from '#core/kind.ts'
import { mergedPerson } from '#core/merge.ts'
import type { Policy } from '#core/policy.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { ParticipationKind, PaymentMethod } from '#core/terms.ts'
import { listHistory, type StoredEnrolment } from '../db/enrolments.ts'
import type { Db } from '../db/kysely.ts'
import { listNotFirst, redirectPerson, sharedForm } from '../db/merge.ts'
import { changePerson, readPerson } from '../db/people.ts'
import { isDayClosed } from '../db/periods.ts'
import { type Actor, change, type Office } from './office.ts'

type Done = CallAnswer<'person.merge'>

/**
 * Brings two entries of one person together under the kept one: both histories, both sets of numbers,
 * and a redirect from the dropped id. Amounts and days stay as signed; of two first times in a scheme
 * only the earlier is counted from now on. The audit holds both entries as they were.
 */
export async function mergePeople(
  office: Office,
  actor: Actor,
  order: CallInput<'person.merge'>,
): Promise<Result<Done>> {
  if (order.keep === order.drop) return fail('person.merge-self')
  return change(office, actor, async (db, audit) => {
    const keep = await readPerson(db, order.keep)
    if (!keep) return fail('person.unknown', { id: order.keep })
    const drop = await readPerson(db, order.drop)
    if (!drop) return fail('person.unknown', { id: order.drop })
    const shared = await sharedForm(db, keep.id, drop.id)
    if (shared) return fail('person.merge-same-form', { date: formatDate(shared) })
    const moved = await redirectPerson(db, keep.id, drop.id)
    const next = mergedPerson(keep, drop)
    const changes = changesBetween(keep, next)
    if (Object.keys(changes).length > 0) {
      await changePerson(db, keep.id, next, keep)
      await audit({ event: 'person.changed', subject: `person:${keep.id}`, detail: { changes } })
    }
    const notFirst = await listNotFirst(db, keep.id)
    await audit({
      event: 'person.merged',
      subject: `person:${drop.id}`,
      detail: {
        keep: keep.id,
        why: order.why,
        kept: keep,
        dropped: drop,
        notFirst: notFirst.map(({ id }) => id),
      },
    })
    for (const id of moved) {
      const detail = { from: drop.id, to: keep.id }
      await audit({ event: 'enrolment.moved', subject: `enrolment:${id}`, detail })
    }
    return ok({ keptId: keep.id, moved: moved.length, notFirst: await describe(db, notFirst) })
  })
}

async function describe(
  db: Db,
  notFirst: Awaited<ReturnType<typeof listNotFirst>>,
): Promise<Done['notFirst']> {
  const described: Done['notFirst'] = []
  for (const { id, scheme, signed_on } of notFirst) {
    const closed = await isDayClosed(db, signed_on)
    described.push({ enrolmentId: id, scheme, signedOn: signed_on, closed })
  }
  return described
}

/**
 * What an enrolment counts as that was signed as a first time although an earlier one of the same
 * person turned up: going on or coming back, by the rules of its day and the history before it.
 */
export async function kindCounted(
  db: Db,
  policy: Policy,
  row: StoredEnrolment,
): Promise<ParticipationKind> {
  const before = (await listHistory(db, row.person_id)).filter(
    (other) =>
      other.scheme === row.scheme &&
      (other.signed_on < row.signed_on || (other.signed_on === row.signed_on && other.id < row.id)),
  )
  const longest = before.sort((a, b) => (a.valid_to < b.valid_to ? 1 : -1))[0]
  if (!longest) return row.kind
  const said = explainKind(
    {
      scheme: row.scheme,
      last: {
        validTo: longest.valid_to,
        signedOn: longest.signed_on,
        method: longest.method as PaymentMethod | null,
      },
      declared: row.declared_until,
      signedOn: row.signed_on,
      method: row.method as PaymentMethod | null,
    },
    policy,
  )
  return said.kind
}
