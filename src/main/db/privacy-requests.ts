import type { Updateable } from 'kysely'
import type { RequestDraft, RequestStep } from '#core/privacy/records.ts'
import type { Db } from './kysely.ts'
import type { PrivacyTables } from './privacy-tables.ts'

type Row = Updateable<PrivacyTables['data_request']>

/** A request as stored, without its deadlines. */
export type StoredRequest = RequestDraft & {
  id: number
  state: 'open' | 'done' | 'refused'
  answeredOn: string | null
  extension: string | null
  answer: string | null
  refusal: string | null
  closedOn: string | null
  takenBy: string
}

/** Notes a request that came in and answers its number. */
export async function addRequest(
  db: Db,
  draft: RequestDraft,
  taken: { by: string; at: string },
): Promise<number> {
  const { id } = await db
    .insertInto('data_request')
    .values({
      ...{ kind: draft.kind, contact: draft.contact, note: draft.note },
      ...{ received_on: draft.receivedOn, subject_name: draft.subjectName },
      ...{ person_id: draft.personId, third_party: Number(draft.thirdParty) },
      ...{ taken_by: taken.by, taken_at: taken.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a step of a request down on its day. */
export async function stepRequest(
  db: Db,
  id: number,
  step: RequestStep,
  today: string,
): Promise<void> {
  const values: Omit<Row, 'id'> =
    step.step === 'answer'
      ? { answered_on: today }
      : step.step === 'extend'
        ? { extension: step.reason }
        : step.step === 'done'
          ? { state: 'done', answer: step.answer, closed_on: today }
          : { state: 'refused', refusal: step.reason, closed_on: today }
  await db.updateTable('data_request').set(values).where('id', '=', id).execute()
}

/** Every request, in the order they came. */
export async function listRequests(db: Db): Promise<StoredRequest[]> {
  const rows = await db.selectFrom('data_request').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, state: row.state, contact: row.contact, note: row.note },
    ...{ receivedOn: row.received_on, subjectName: row.subject_name, personId: row.person_id },
    ...{ thirdParty: row.third_party === 1, answeredOn: row.answered_on },
    ...{ extension: row.extension, answer: row.answer, refusal: row.refusal },
    ...{ closedOn: row.closed_on, takenBy: row.taken_by },
  }))
}
