import type { CallAnswer, CallInput } from '#core/contract.ts'
import { addMonths } from '#core/date.ts'
import type { RetentionKind } from '#core/privacy/rules.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Db } from '../../db/kysely.ts'
import { type DueRecord, keepRecord, listDue } from '../../db/privacy-due.ts'
import { listErasures } from '../../db/privacy-erase.ts'
import type { ErasedKind } from '../../db/privacy-tables.ts'
import { type Actor, change, type Office, todayInVietnam } from '../office.ts'
import { confirmHead } from '../session.ts'
import { eraseRecords } from './erase.ts'
import { termOf } from './rules.ts'

const termKinds: Record<ErasedKind, RetentionKind> = {
  person: 'enrolment',
  attendee: 'attendee',
  sheet: 'sheet',
  'conference-file': 'conference-file',
  request: 'request',
}

/** Records whose term is over, to be looked at one by one; a kind without a term is kept. */
export async function reviewRetention(office: Office): Promise<CallAnswer<'privacy.due'>> {
  const { db } = office.store
  const due: DueRecord[] = []
  for (const kind of Object.keys(termKinds) as ErasedKind[]) {
    due.push(...(await dueOf(office, db, kind)))
  }
  return { due, destroyed: await listErasures(db) }
}

async function dueOf(office: Office, db: Db, kind: ErasedKind): Promise<DueRecord[]> {
  const { months } = await termOf(office, db, termKinds[kind])
  if (months === null) return []
  const today = todayInVietnam(office.ground.now())
  return listDue(db, kind, { cutoff: addMonths(today, -months), today })
}

/** Keeps a record whose term is over until a day, with the reason. */
export async function keepDue(
  office: Office,
  actor: Actor,
  choice: CallInput<'privacy.keep'>,
): Promise<Result<CallAnswer<'privacy.due'>>> {
  const { kind, recordId, lookAgainOn } = choice
  await change(office, actor, async (db, audit, at) => {
    await keepRecord(db, choice, { by: actor.name, at })
    const subject = kind === 'sheet' ? 'sheet' : `${kind}:${recordId}`
    await audit({ event: 'privacy.kept', subject, detail: { kind, lookAgainOn } })
  })
  return ok(await reviewRetention(office))
}

/** Destroys records whose term is over, on the word of the head. */
export async function destroyDue(
  office: Office,
  { records, reason, headId, pin }: CallInput<'privacy.destroy'>,
): Promise<Result<CallAnswer<'privacy.due'>>> {
  const head = await confirmHead(office, headId, pin)
  if (!head.ok) return head
  const { id, name, role } = head.value
  const kinds = [...new Set(records.map(({ kind }) => kind))]
  const due = new Set<string>()
  for (const kind of kinds) {
    for (const { recordId } of await dueOf(office, office.store.db, kind)) {
      due.add(`${kind} ${recordId}`)
    }
  }
  const isDue = ({ kind, recordId }: (typeof records)[number]) => due.has(`${kind} ${recordId}`)
  if (!records.every(isDue)) return fail('privacy.not-due')
  const orders = records.map((record) => ({ ...record, reason, requestId: null }))
  const erased = await eraseRecords(office, { id, name, role }, orders)
  if (!erased.ok) return erased
  return ok(await reviewRetention(office))
}
