import { sql } from 'kysely'
import type { ConferenceYield, ConversionFacts, GroupYield } from '#core/conversion.ts'
import type { ConferenceKind, ConferenceState, Occupation, Organiser } from '#core/terms.ts'
import type { Db } from './kysely.ts'

type Span = { from: string; to: string }

/** How many conferences of one kind a commune has had; planned ones stand apart. Counts are people. */
export type HeldCount = {
  commune: { code: string; validFrom: string; name: string }
  kind: ConferenceKind
  held: number
  planned: number
  attendees: number
  consultations: number
}

/** Conferences of a span of days by commune and kind; cancelled ones are left out. */
export async function countConferences(db: Db, { from, to }: Span): Promise<HeldCount[]> {
  const { rows } = await sql<
    Omit<HeldCount, 'commune'> & Record<'code' | 'since' | 'name', string>
  >`
    select commune_code as code, commune_from as since, max(commune_name) as name, kind,
      sum(state in ('held', 'closed')) as held, sum(state = 'planned') as planned,
      sum(attendees) as attendees, sum(consultations) as consultations
    from conference
    where held_on between ${from} and ${to} and state <> 'cancelled'
    group by commune_code, commune_from, kind
    order by commune_code, commune_from, kind`.execute(db)
  return rows.map(({ code, since, name, ...count }) => ({
    ...count,
    commune: { code, validFrom: since, name },
  }))
}

/** A person is counted once for each source; first-time as declared and not merged away. */
const people = sql`count(distinct person_id)`
const firstTime = sql`count(distinct case when kind = 'first' and id not in (select id from again)
  then person_id end)`

/**
 * First times that a merge has shown to be later ones. Looking only at people somebody was merged into
 * leaves the rest of a city's sign-ups to the index: 0.08 s instead of 2 s.
 */
const again = sql`select id from enrolment_counted
  where first_before is not null
    and person_id in (select merged_into from person where merged_into is not null)`

const isLead = sql`(bhxh = 1 or bhyt = 1 or follow_up_on is not null)`
const hasJoined = sql`exists (select 1 from enrolment
  where enrolment.draft_key = attendee.lead_key and enrolment.state <> 'cancelled')`

/** What the held conferences of a span of days brought, by conference and by target group. */
export async function readConversion(db: Db, span: Span): Promise<ConversionFacts> {
  const conferences = await conferenceYields(db, span, ['held', 'closed'])
  return { conferences, groups: await groupYields(db, span) }
}

/** How many enrolments that hold name each conference as their source. */
export async function countAttributed(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('enrolment')
    .select(({ fn }) => ['conference_id', fn.countAll<number>().as('count')])
    .where('conference_id', 'is not', null)
    .where('state', '!=', 'cancelled')
    .groupBy('conference_id')
    .execute()
  return new Map(rows.map((row) => [row.conference_id ?? 0, row.count]))
}

const idsIn = ({ from, to }: Span, states: readonly ConferenceState[]) => sql`
  select id from conference
  where held_on between ${from} and ${to} and state in (${sql.join(states)})`

/** What conferences of a span of days brought, in some states; in the order of their days. */
export async function conferenceYields(
  db: Db,
  span: Span,
  states: readonly ConferenceState[],
): Promise<ConferenceYield[]> {
  type Row = Omit<ConferenceYield, 'commune' | 'organisers'> & {
    code: string
    since: string
    organisers: string
  }
  const { rows } = await sql<Row>`
    with held as (${idsIn(span, states)}), again as (${again}),
      signed as (select conference_id, ${people} as people, ${firstTime} as first
        from enrolment
        where conference_id in (select id from held) and state <> 'cancelled'
        group by conference_id),
      called as (select conference_id, count(*) as leads, sum(${hasJoined}) as joined
        from attendee
        where conference_id in (select id from held) and removed = 0 and ${isLead}
        group by conference_id)
    select id, kind, held_on as heldOn, place, commune_code as code, commune_from as since,
      commune_name as communeName, organisers, attendees, consultations,
      coalesce(called.leads, 0) as leads, coalesce(called.joined, 0) as joined,
      coalesce(signed.people, 0) as signUps, coalesce(signed.first, 0) as firstTime
    from conference left join signed on signed.conference_id = id
      left join called on called.conference_id = id
    where id in (select id from held)
    order by held_on, id`.execute(db)
  return rows.map(({ code, since, organisers, ...row }) => ({
    ...row,
    commune: { code, validFrom: since },
    organisers: JSON.parse(organisers) as Organiser[],
  }))
}

async function groupYields(db: Db, span: Span): Promise<GroupYield[]> {
  const { rows } = await sql<GroupYield>`
    with held as (${idsIn(span, ['held', 'closed'])}), again as (${again}),
      signed as (select occupation, ${people} as people, ${firstTime} as first
        from enrolment
        where conference_id in (select id from held) and state <> 'cancelled'
        group by occupation),
      came as (select coalesce(occupation, 'other') as occupation, count(*) as attendees,
          sum(${isLead}) as leads, sum(${isLead} and ${hasJoined}) as joined
        from attendee where conference_id in (select id from held) and removed = 0
        group by 1)
    select coalesce(came.occupation, signed.occupation) as occupation,
      coalesce(came.attendees, 0) as attendees, 0 as consultations,
      coalesce(came.leads, 0) as leads, coalesce(came.joined, 0) as joined,
      coalesce(signed.people, 0) as signUps, coalesce(signed.first, 0) as firstTime
    from came full join signed on signed.occupation = came.occupation
    order by 1`.execute(db)
  return rows.map((row) => ({ ...row, occupation: row.occupation as Occupation }))
}
