import { sql } from 'kysely'
import { erasedWords } from '#core/privacy/erase.ts'
import type { BreachCount, BreachDraft } from '#core/privacy/records.ts'
import type { Db } from './kysely.ts'
import type { ErasedKind } from './privacy-tables.ts'

/** A record whose term is over: what it is called, and the ISO day its term is counted from. */
export type DueRecord = { kind: ErasedKind; recordId: string; name: string; since: string }

/** How many records of one kind a review shows at a time. */
const most = 500

/** Records of a kind whose term began on or before a day and that nobody chose to keep past `today`. */
export async function listDue(
  db: Db,
  kind: ErasedKind,
  { cutoff, today }: { cutoff: string; today: string },
): Promise<DueRecord[]> {
  const rows = await due[kind](cutoff, today).execute(db)
  return rows.rows.map(({ id, name, since }) => ({
    ...{ kind, name, recordId: String(id) },
    since: since.slice(0, 10),
  }))
}

type Found = { id: number | string; name: string; since: string }

const notKept = (kind: ErasedKind, id: string, today: string) => sql`not exists (
  select 1 from retention_choice where kind = ${kind} and record_id = cast(${sql.ref(id)} as text)
    and look_again_on > ${today})`

const due: Record<ErasedKind, (cutoff: string, today: string) => ReturnType<typeof sql<Found>>> = {
  person: (
    cutoff,
    today,
  ) => sql<Found>`select person.id, person.name, max(enrolment.valid_to) as since
    from enrolment join person on person.id = enrolment.person_id
    where enrolment.state <> 'cancelled' and person.erased_at is null
      and ${notKept('person', 'person.id', today)}
    group by person.id having max(enrolment.valid_to) <= ${cutoff}
    order by since, person.id limit ${most}`,
  attendee: (cutoff, today) => sql<Found>`select id, name, added_at as since from attendee
    where withdrawn_at is null and substr(added_at, 1, 10) <= ${cutoff}
      and ${notKept('attendee', 'attendee.id', today)}
    order by added_at, id limit ${most}`,
  sheet: (cutoff, today) => sql<Found>`select key as id, title as name, kept_at as since from sheet
    where substr(kept_at, 1, 10) <= ${cutoff} and ${notKept('sheet', 'sheet.key', today)}
    order by kept_at, key limit ${most}`,
  'conference-file': (cutoff, today) => sql<Found>`select id, name, added_at as since
    from conference_file where substr(added_at, 1, 10) <= ${cutoff}
      and ${notKept('conference-file', 'conference_file.id', today)}
    order by added_at, id limit ${most}`,
  request: (cutoff, today) => sql<Found>`select id, subject_name as name, closed_on as since
    from data_request where state <> 'open' and closed_on <= ${cutoff}
      and subject_name <> ${erasedWords} and ${notKept('request', 'data_request.id', today)}
    order by closed_on, id limit ${most}`,
}

/** Notes that the head looked at a record and keeps it until a day. */
export async function keepRecord(
  db: Db,
  choice: { kind: ErasedKind; recordId: string; reason: string; lookAgainOn: string },
  decided: { by: string; at: string },
): Promise<void> {
  const values = {
    reason: choice.reason,
    look_again_on: choice.lookAgainOn,
    decided_by: decided.by,
    decided_at: decided.at,
  }
  await db
    .insertInto('retention_choice')
    .values({ kind: choice.kind, record_id: choice.recordId, ...values })
    .onConflict((conflict) => conflict.columns(['kind', 'record_id']).doUpdateSet(values))
    .execute()
}

type BreachScope = Pick<BreachDraft, 'from' | 'to' | 'communeCode' | 'communeFrom'>

/** How many people a breach touches, and of how many the store holds each kind of data. */
export async function countBreach(
  db: Db,
  { from, to, communeCode, communeFrom }: BreachScope,
): Promise<BreachCount> {
  const { rows } = await sql<Record<string, number>>`select count(*) as people,
      count(name) as name, count(birth_date) as birth, count(personal_number) as personalNumber,
      count(insurance_number) as insuranceNumber, count(coalesce(phone, house_phone)) as phone,
      count(address) as address, count(ethnicity) as ethnicity,
      coalesce(sum(poor), 0) as support
    from (select person.*, household.phone as house_phone, household.address,
        exists (select 1 from enrolment where person_id = person.id
          and support_group in ('poor', 'near-poor')) as poor
      from person join household on household.id = person.household_id
      where person.merged_into is null and person.erased_at is null
        and (${communeCode} is null or household.commune_code = ${communeCode})
        and (${communeFrom} is null or household.commune_from = ${communeFrom})
        and ((${from} is null and ${to} is null) or exists (select 1 from enrolment
          where person_id = person.id and (${from} is null or signed_on >= ${from})
            and (${to} is null or signed_on <= ${to}))))`.execute(db)
  const { people = 0, ...fields } = rows[0] ?? {}
  return { people, fields: fields as BreachCount['fields'] }
}
