import { changesBetween } from '#core/audit.ts'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { mergedPerson } from '#core/merge.ts'
import { fail, ok, type Result } from '#core/result.ts'
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
