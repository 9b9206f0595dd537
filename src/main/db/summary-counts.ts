import { sql } from 'kysely'
import { SummarySupport } from '#core/summary.ts'
import { ageBandStarts } from '#core/summary-facts.ts'
import type { Target } from '#core/target.ts'
import type { Collector, Occupation, ParticipationKind, Scheme, Sex } from '#core/terms.ts'
import type { Db } from './kysely.ts'

type Span = { from: string; to: string }

/** A sign-up that holds, or that was taken back only after its day was closed. */
const held = sql`(state <> 'cancelled'
  or enrolment.id in (select enrolment_id from adjustment where why = 'cancelled'))`

/** Everything below reads this one index, never the wide rows of the table. */
const source = sql`enrolment indexed by enrolment_summary`

const inSpan = ({ from, to }: Span) => sql`signed_on between ${from} and ${to} and ${held}`

/** People of a span: how many have one sign-up a scheme, and the ids of those to look at one by one. */
export type CountedPeople = { joiners: number; firstTime: number; special: number[] }

/**
 * Counts the people of a span. Special are those with several sign-ups for one scheme in it, and those
 * others were merged into, whose kinds depend on their history.
 */
export async function countPeople(db: Db, span: Span): Promise<CountedPeople> {
  const { rows } = await sql<{ special: number; people: number; first: number }>`
    select iif(bhxh < 2 and bhyt < 2 and person_id not in
        (select merged_into from person where merged_into is not null), 0, person_id) as special,
      count(*) as people, sum(first) as first
    from (select person_id, sum(scheme = 'bhxh-tn') as bhxh, sum(scheme = 'bhyt-hgd') as bhyt,
        max(kind = 'first') as first
      from ${source} where ${inSpan(span)} group by person_id)
    group by special`.execute(db)
  const plain = rows.find(({ special }) => special === 0)
  return {
    joiners: plain?.people ?? 0,
    firstTime: plain?.first ?? 0,
    special: rows.map(({ special }) => special).filter((id) => id !== 0),
  }
}

/** How many households signed up in a span. */
export async function countHouseholds(db: Db, span: Span): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct household_id) as n
    from ${source} where ${inSpan(span)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** A cell as the store counts it; `band` is the place of the age band. */
export type CountedCell = {
  scheme: Scheme
  kind: ParticipationKind
  commune_code: string
  commune_from: string
  commune_name: string
  collector: Collector
  occupation: Occupation
  sex: Sex
  band: number
  support_group: SummarySupport
  persons: number
  months: number
  gross: number
  state: number
  local: number
  payer: number
}

const age = sql`(substr(signed_on, 1, 4) - substr(birth_date, 1, 4)
  - (substr(signed_on, 6) < substr(birth_date, 6)))`

const band = sql.join(
  ageBandStarts.map((start) => sql`(${age} >= ${sql.lit(start)})`),
  sql` + `,
)

const others = (special: readonly number[]) =>
  special.length === 0
    ? sql`1`
    : sql`person_id not in (select value from json_each(${JSON.stringify(special)}))`

/** The cells of everybody in a span but the special people. */
export async function countCells(
  db: Db,
  span: Span,
  special: readonly number[],
): Promise<CountedCell[]> {
  const { rows } = await sql<CountedCell>`
    select scheme, kind, enrolment.commune_code, enrolment.commune_from, commune_name, collector,
      occupation, sex, ${band} as band, support_group, count(*) as persons, sum(months) as months,
      sum(gross) as gross, sum(state_support) as state, sum(local_support) as local,
      sum(payer) as payer
    from ${source} cross join person indexed by person_trait on person.id = person_id
    where ${inSpan(span)} and ${others(special)}
    group by scheme, kind, enrolment.commune_code, enrolment.commune_from, commune_name, collector,
      occupation, sex, band, support_group`.execute(db)
  return rows.map((row) => ({ ...row, support_group: SummarySupport.parse(row.support_group) }))
}

/** Persons who signed up through a conference, by scheme, but the special people. */
export async function countConferenceSignUps(
  db: Db,
  span: Span,
  special: readonly number[],
): Promise<{ conferenceId: number; scheme: Scheme; persons: number }[]> {
  const { rows } = await sql<{ conferenceId: number; scheme: Scheme; persons: number }>`
    select conference_id as conferenceId, scheme, count(*) as persons from ${source}
    where ${inSpan(span)} and conference_id is not null and ${others(special)}
    group by conference_id, scheme`.execute(db)
  return rows
}

/** Sign-ups of a span that were cancelled while their day was open, by scheme and kind. */
export async function countCancelled(
  db: Db,
  { from, to }: Span,
): Promise<{ scheme: Scheme; kind: ParticipationKind; signUps: number; payer: number }[]> {
  const { rows } = await sql<{
    scheme: Scheme
    kind: ParticipationKind
    signUps: number
    payer: number
  }>`select scheme, kind, count(*) as signUps, sum(payer) as payer from ${source}
    where signed_on between ${from} and ${to} and state = 'cancelled'
      and enrolment.id not in (select enrolment_id from adjustment where why = 'cancelled')
    group by scheme, kind order by scheme, kind`.execute(db)
  return rows
}

/** What a target about people comes to in a span: each person once. */
export async function countTarget(db: Db, measure: Target['measure'], span: Span): Promise<number> {
  const scheme = measure === 'bhxh-tn-persons' ? 'bhxh-tn' : 'bhyt-hgd'
  const wanted =
    measure === 'joiners'
      ? sql`1`
      : measure === 'first-time-persons'
        ? sql`kind = 'first' and not ${preceded(span)}`
        : sql`scheme = ${scheme}`
  const { rows } = await sql<{ n: number }>`select count(distinct person_id) as n
    from ${source} where ${inSpan(span)} and ${wanted}`.execute(db)
  return rows[0]?.n ?? 0
}

/** How many conferences were held in a span. */
export async function countHeld(db: Db, { from, to }: Span): Promise<number> {
  const row = await db
    .selectFrom('conference')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('kind', '=', 'conference')
    .where('state', 'in', ['held', 'closed'])
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .executeTakeFirstOrThrow()
  return row.n
}

/** A first time that does not count: one before it in the span, or another first time of one merged. */
const preceded = ({ from }: Span) => sql`exists (
  select 1 from enrolment as earlier where earlier.person_id = enrolment.person_id
    and earlier.scheme = enrolment.scheme
    and (earlier.signed_on, earlier.id) < (enrolment.signed_on, enrolment.id)
    and (earlier.state <> 'cancelled'
      or earlier.id in (select enrolment_id from adjustment where why = 'cancelled'))
    and (earlier.signed_on >= ${from} or (earlier.kind = 'first' and earlier.state <> 'cancelled'
      and exists (select 1 from person where merged_into = enrolment.person_id))))`

/** The held sign-ups of some people in a span, as facts for counting one by one. */
export async function listFactsOf(db: Db, span: Span, people: readonly number[]) {
  return db
    .selectFrom('enrolment_counted as enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .selectAll('enrolment')
    .select(['person.sex', 'person.birth_date'])
    .where(
      'enrolment.person_id',
      'in',
      sql<number>`(select value from json_each(${JSON.stringify(people)}))`,
    )
    .where('enrolment.signed_on', '>=', span.from)
    .where('enrolment.signed_on', '<=', span.to)
    .where(sql<boolean>`(enrolment.state <> 'cancelled'
      or enrolment.id in (select enrolment_id from adjustment where why = 'cancelled'))`)
    .orderBy('enrolment.id')
    .execute()
}
