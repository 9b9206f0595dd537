import { coarserBirth, erasedWords } from '#core/privacy/erase.ts'
import { foldKey, sortKey } from '#core/text.ts'
import type { Db } from './kysely.ts'
import type { ErasedKind } from './privacy-tables.ts'

/** A person with those merged in, the days they signed, and what decides about erasing them. */
export type Traces = {
  ids: number[]
  householdId: number
  createdAt: string
  numbers: string[]
  names: string[]
  enrolments: { id: number; state: string; signedOn: string; validTo: string; draftKey: string }[]
}

/** Everything that hangs on a person, or null when there is nobody, or nobody any more. */
export async function readTraces(db: Db, id: number): Promise<Traces | null> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into', '=', id)]))
    .where('erased_at', 'is', null)
    .execute()
  const person = rows.find((row) => row.id === id && row.merged_into === null)
  if (!person) return null
  const ids = rows.map((row) => row.id)
  const merged = await db
    .selectFrom('merged_number')
    .select('number')
    .where('person_id', '=', id)
    .execute()
  const enrolments = await db
    .selectFrom('enrolment')
    .select(['id', 'state', 'signed_on', 'valid_to', 'draft_key'])
    .where('person_id', 'in', ids)
    .execute()
  const own = rows.flatMap((row) => [row.personal_number, row.insurance_number, row.phone])
  return {
    ids,
    householdId: person.household_id,
    createdAt: person.created_at,
    numbers: [...own, ...merged.map(({ number }) => number)].filter((one) => one !== null),
    names: rows.map((row) => row.name_fold),
    enrolments: enrolments.map((row) => ({
      id: row.id,
      state: row.state,
      signedOn: row.signed_on,
      validTo: row.valid_to,
      draftKey: row.draft_key,
    })),
  }
}

/** Overwrites whatever tells who the people were; sex, age band, counts and money stay. */
export async function overwritePeople(db: Db, traces: Traces, at: string): Promise<void> {
  const { ids, enrolments } = traces
  const days = enrolments.map(({ signedOn }) => signedOn)
  const people = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
  for (const { id, birth_date } of people) {
    await db
      .updateTable('person')
      .set({
        name: erasedWords,
        name_fold: foldKey(erasedWords),
        name_sort: sortKey(erasedWords),
        birth_date: coarserBirth(birth_date, days),
        birth_precision: 'year',
        ...{ personal_number: null, insurance_number: null, phone: null, email: null },
        ...{ ethnicity: null, care_facility: null, guardian: null, delivery: null },
        ...{ birth_commune: null, birth_district: null, birth_province: null },
        erased_at: at,
      })
      .where('id', '=', id)
      .execute()
  }
  await db.deleteFrom('merged_number').where('person_id', 'in', ids).execute()
  await db.deleteFrom('person_verdict').where('person_id', 'in', ids).execute()
  if (enrolments.length === 0) return
  await db
    .updateTable('renewal_call')
    .set({ note: '' })
    .where(
      'enrolment_id',
      'in',
      enrolments.map(({ id }) => id),
    )
    .where('note', '!=', '')
    .execute()
}

/** Overwrites address and phone of a household nobody is left in; says whether it did. */
export async function overwriteEmptyHousehold(db: Db, id: number): Promise<boolean> {
  const left = await db
    .selectFrom('person')
    .select('id')
    .where('household_id', '=', id)
    .where('erased_at', 'is', null)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (left) return false
  await db
    .updateTable('household')
    .set({ address: erasedWords, address_fold: foldKey(erasedWords), phone: null })
    .where('id', '=', id)
    .execute()
  return true
}

/** Drops drafts and saved searches that name the people by number or name. */
export async function dropMentions(db: Db, { numbers, names }: Traces): Promise<void> {
  const mentions = (text: string) =>
    numbers.some((one) => text.includes(one)) || names.some((one) => foldKey(text).includes(one))
  const drafts = await db.selectFrom('sheet').select(['key', 'title', 'content']).execute()
  for (const { key, title, content } of drafts) {
    if (mentions(title) || mentions(content))
      await db.deleteFrom('sheet').where('key', '=', key).execute()
  }
  const filters = await db.selectFrom('saved_filter').select(['name', 'filter']).execute()
  for (const { name, filter } of filters) {
    if (mentions(name) || mentions(filter))
      await db.deleteFrom('saved_filter').where('name', '=', name).execute()
  }
}

/** The attendees whose sign-ups are among these keys. */
export async function attendeesOfKeys(db: Db, keys: readonly string[]): Promise<number[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('attendee')
    .select('id')
    .where('lead_key', 'in', keys)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets who an attendee was; the row stays for the counts of the conference. */
export async function forgetAttendee(db: Db, id: number, at: string): Promise<void> {
  await db
    .updateTable('attendee')
    .set({
      ...{ name: erasedWords, name_fold: foldKey(erasedWords), birth_year: null, address: '' },
      ...{ phone: null, note: '', follow_up_on: null, consent: 0, withdrawn_at: at },
    })
    .where('id', '=', id)
    .execute()
}

/** Forgets a photo or scan, its bytes and its name. */
export async function dropConferenceFile(db: Db, id: number): Promise<void> {
  await db.deleteFrom('conference_file').where('id', '=', id).execute()
}

/** The numbers of the lines of the chain about some records. */
export async function linesAbout(db: Db, subjects: readonly string[]): Promise<number[]> {
  const rows = await db
    .selectFrom('audit')
    .select('seq')
    .where('subject', 'in', subjects)
    .where('event', 'not like', 'privacy.%')
    .orderBy('seq')
    .execute()
  return rows.map(({ seq }) => seq)
}

/** A line of the record of destruction; `madeAt` is when the record was made. */
export type ErasureRow = {
  kind: ErasedKind
  recordId: string
  madeAt: string
  reason: string
  requestId: number | null
  decidedBy: string
  erasedAt: string
}

/** Adds a line to the record of destruction and answers its number. */
export async function addErasure(db: Db, row: ErasureRow): Promise<number> {
  const { id } = await db
    .insertInto('erasure')
    .values({
      ...{ kind: row.kind, record_id: row.recordId, made_at: row.madeAt, reason: row.reason },
      ...{ request_id: row.requestId, decided_by: row.decidedBy, erased_at: row.erasedAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The record of destruction, the newest first. */
export async function listErasures(db: Db): Promise<(ErasureRow & { id: number })[]> {
  const rows = await db.selectFrom('erasure').selectAll().orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, recordId: row.record_id, madeAt: row.made_at },
    ...{ reason: row.reason, requestId: row.request_id, decidedBy: row.decided_by },
    erasedAt: row.erased_at,
  }))
}

/** When a record was made, or null when there is none of that number left to erase. */
export async function madeAtOf(db: Db, kind: ErasedKind, recordId: string): Promise<string | null> {
  if (kind === 'sheet') {
    const row = await db
      .selectFrom('sheet')
      .select('kept_at')
      .where('key', '=', recordId)
      .executeTakeFirst()
    return row?.kept_at ?? null
  }
  const id = Number(recordId)
  if (kind === 'person') return (await readTraces(db, id))?.createdAt ?? null
  if (kind === 'attendee') {
    const row = await db
      .selectFrom('attendee')
      .select('added_at')
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return row?.added_at ?? null
  }
  if (kind === 'request') {
    const row = await db
      .selectFrom('data_request')
      .select('taken_at')
      .where('id', '=', id)
      .where('state', '!=', 'open')
      .where('subject_name', '!=', erasedWords)
      .executeTakeFirst()
    return row?.taken_at ?? null
  }
  const row = await db
    .selectFrom('conference_file')
    .select('added_at')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.added_at ?? null
}
