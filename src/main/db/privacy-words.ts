import { erasedWords } from '#core/privacy/erase.ts'
import { foldKey } from '#core/text.ts'
import type { Db } from './kysely.ts'
import type { Traces } from './privacy-erase.ts'

/** Fields of a sign-up that somebody fills in their own words, as the audit names them. */
const freeFields = ['kindNote', 'returnReason', 'cancelReason']

/**
 * Blanks what was written in free words about the sign-ups of erased people: the note on the kind, why
 * it was returned or cancelled. The reason of a correction of money stays with the money. Answers the
 * lines of the audit that hold such words.
 */
export async function blankWords(db: Db, { enrolments }: Traces): Promise<number[]> {
  const all = enrolments.map(({ id }) => id)
  if (all.length === 0) return []
  const rows = await db
    .selectFrom('adjustment')
    .select('enrolment_id')
    .where('enrolment_id', 'in', all)
    .execute()
  const corrected = new Set(rows.map((row) => row.enrolment_id))
  for (const id of all) {
    const of = db.updateTable('enrolment').where('id', '=', id)
    await of.set({ kind_note: null }).where('kind_note', 'is not', null).execute()
    await of.set({ return_reason: erasedWords }).where('return_reason', 'is not', null).execute()
    if (corrected.has(id)) continue
    await of.set({ cancel_reason: erasedWords }).where('cancel_reason', 'is not', null).execute()
  }
  const subjects = all.map((id) => `enrolment:${id}`)
  return linesWhere(db, subjects, (event, detail) => {
    if (event === 'adjustment.added') return false
    const changes = Object.keys(detail.changes ?? {})
    return detail.reason !== undefined || changes.some((field) => freeFields.includes(field))
  })
}

/**
 * Takes the erased people's names off records of their household that name them as guardian. Whoever has
 * a sign-up that holds keeps theirs: it is a box of the declaration. Answers the lines of the audit.
 */
export async function blankGuardians(
  db: Db,
  { ids, householdId, names }: Traces,
): Promise<number[]> {
  const mentions = (text: string) =>
    names.some((name) => ` ${foldKey(text)} `.includes(` ${name} `))
  const rows = await db
    .selectFrom('person')
    .select(['id', 'guardian'])
    .where('household_id', '=', householdId)
    .where('id', 'not in', ids)
    .where('guardian', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('enrolment')
            .select('enrolment.id')
            .whereRef('enrolment.person_id', '=', 'person.id')
            .where('enrolment.state', '!=', 'cancelled'),
        ),
      ),
    )
    .execute()
  const found = rows.filter(({ guardian }) => mentions(guardian ?? ''))
  for (const { id } of found) {
    await db.updateTable('person').set({ guardian: null }).where('id', '=', id).execute()
  }
  const subjects = found.map(({ id }) => `person:${id}`)
  return linesWhere(db, subjects, (_event, detail) => {
    const told = foldKey(JSON.stringify(detail))
    return names.some((name) => told.includes(name))
  })
}

type Detail = { reason?: unknown; changes?: Record<string, unknown> }

async function linesWhere(
  db: Db,
  subjects: readonly string[],
  holds: (event: string, detail: Detail) => boolean,
): Promise<number[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('audit')
    .select(['seq', 'event', 'detail'])
    .where('subject', 'in', subjects)
    .orderBy('seq')
    .execute()
  return rows
    .filter(({ event, detail }) => holds(event, JSON.parse(detail) as Detail))
    .map(({ seq }) => seq)
}

/** Forgets who asked and what was written in a closed request; kind, days and outcome stay. */
export async function forgetRequest(db: Db, id: number): Promise<void> {
  const row = await db
    .selectFrom('data_request')
    .select(['extension', 'answer', 'refusal'])
    .where('id', '=', id)
    .where('state', '!=', 'open')
    .executeTakeFirst()
  if (!row) return
  const blank = (text: string | null) => (text === null ? null : erasedWords)
  await db
    .updateTable('data_request')
    .set({
      ...{ subject_name: erasedWords, contact: '', note: '', person_id: null },
      extension: blank(row.extension),
      answer: blank(row.answer),
      refusal: blank(row.refusal),
    })
    .where('id', '=', id)
    .execute()
}
