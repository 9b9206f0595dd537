import { recountStatements } from './0007-overview-recount.ts'

/**
 * Running counts of the overview. Whoever is about to change an enrolment lets go of what its person
 * counts for and notes the person; `settleCounts` counts the noted people again. Both read the same
 * view, so that a count can only ever be what its rows say.
 */

/** An enrolment of the same person that was signed before, seen from `held`. */
const before = (scheme: string) => `(select max(earlier.signed_on) from enrolment as earlier
  where earlier.person_id = held.person_id and earlier.state <> 'cancelled' ${scheme}
    and (earlier.signed_on, earlier.id) < (held.signed_on, held.id))`

/**
 * Enrolments that hold, with the day the person signed for the scheme, and for anything, before. The
 * kind of a first time that an earlier one took the place of is `again`; rules decide what that is.
 */
const heldView = `create view enrolment_held as
  select held.id, held.person_id, held.household_id, held.scheme, held.signed_on,
    case when held.first_before is null then held.kind else 'again' end as kind,
    held.commune_code, held.commune_from, held.collector, held.occupation, held.conference_id,
    ${before('and earlier.scheme = held.scheme')} as scheme_before,
    ${before('')} as any_before
  from enrolment_counted as held where held.state <> 'cancelled'`

/** Somebody who already joined the other scheme for the first time in the span is one person still. */
const firstElsewhere = `exists (select 1 from enrolment_counted as other
  where other.person_id = held.person_id and other.scheme <> held.scheme
    and other.state <> 'cancelled' and other.kind = 'first' and other.first_before is null
    and other.signed_on >= span.from_date
    and (other.signed_on, other.id) < (held.signed_on, held.id)
    and not exists (select 1 from enrolment as earlier
      where earlier.person_id = other.person_id and earlier.scheme = other.scheme
        and earlier.state <> 'cancelled' and earlier.signed_on >= span.from_date
        and (earlier.signed_on, earlier.id) < (other.signed_on, other.id)))`

/** One line for every enrolment that counts its person in a span: for its scheme, as a joiner, as a first. */
const headView = `create view counted_head as
  select span.id as span_id, span.is_full, held.*,
    case counts.name when 'scheme' then held.scheme else 'any' end as counted_scheme,
    case counts.name when 'scheme' then held.kind else counts.name end as counted_kind
  from enrolment_held as held
  join counted_span as span on span.from_date <= held.signed_on and span.to_date >= held.signed_on
  join counted_name as counts
  where case counts.name
    when 'joiner' then held.any_before is null or held.any_before < span.from_date
    when 'scheme' then held.scheme_before is null or held.scheme_before < span.from_date
    else held.kind = 'first' and (held.scheme_before is null or held.scheme_before < span.from_date)
      and not ${firstElsewhere} end`

const cellView = `create view counted_cell as
  select head.span_id, side.name as side, head.counted_scheme as scheme,
    case when head.counted_scheme = 'any' or side.name = 'collector' then head.counted_kind
      else '' end as kind,
    case side.name
      when 'day' then head.signed_on
      when 'commune' then head.commune_code || '|' || head.commune_from
      when 'collector' then head.collector || '|' || substr(head.signed_on, 1, 7)
      when 'occupation' then head.occupation
      else coalesce(head.conference_id, '') end as key,
    head.person_id, head.signed_on
  from counted_head as head
  cross join counted_side as side on head.is_full = 1 or side.is_always = 1
  where side.name <> 'conference' or head.counted_kind = 'joiner'`

/**
 * When a person begins and ceases to be in force: every day is covered by the enrolment that began
 * first, so that overlapping terms count once.
 */
const forceView = `create view force_change as
  select person_id, scheme, case step.name when 1 then began else date(valid_to, '+1 day') end as day,
    step.name as people
  from (
    select person_id, scheme, valid_to, max(valid_from, coalesce(date((
      select max(earlier.valid_to) from enrolment as earlier
        where earlier.person_id = one.person_id and earlier.scheme = one.scheme
          and earlier.state <> 'cancelled'
          and (earlier.valid_from, earlier.id) < (one.valid_from, one.id)
      ), '+1 day'), valid_from)) as began
    from enrolment as one where state <> 'cancelled'
  ) join (select 1 as name union all select -1) as step
  where began <= valid_to`

const cell = 'span_id, side, scheme, kind, key'

/** Adds (or takes back) what some people count for. */
const addCells = (whose: string, sign: '' | '-') => `insert into counted (${cell}, people)
  select ${cell}, ${sign}count(*) from counted_cell where ${whose} group by 1, 2, 3, 4, 5
  on conflict (${cell}) do update set people = people + excluded.people;`

const addForce = (whose: string, sign: '' | '-') => `insert into in_force (scheme, day, people)
  select scheme, day, ${sign}sum(people) from force_change where ${whose} group by 1, 2
  on conflict (scheme, day) do update set people = people + excluded.people;`

const letGo = (person: string) => {
  const whose = `person_id = ${person}
    and not exists (select 1 from count_todo where person_id = ${person})`
  return `${addCells(whose, '-')} ${addForce(whose, '-')}
    insert into count_todo (person_id) select ${person} where ${person} is not null
      on conflict (person_id) do nothing;`
}

/** The month, quarter and year of a day: they are counted from the first sign-up in them. */
const spansOf = (day: string): string => {
  const span = (first: string, length: string, full: 0 | 1) =>
    `select ${first} as from_date, date(${first}, '${length}', '-1 day') as to_date,
      ${full} as is_full`
  const quarter = `printf('%s-%02d-01', substr(${day}, 1, 4),
    (cast(substr(${day}, 6, 2) as integer) - 1) / 3 * 3 + 1)`
  return [
    span(`substr(${day}, 1, 7) || '-01'`, '+1 month', 0),
    span(quarter, '+3 months', 0),
    span(`substr(${day}, 1, 4) || '-01-01'`, '+1 year', 1),
  ].join(' union all ')
}

const openSpans = (day: string) => `insert into counted_span (from_date, to_date, is_full)
  select * from (${spansOf(day)}) where not exists (select 1 from counted_span as known
    where known.from_date = substr(${day}, 1, 7) || '-01'
      and known.to_date = date(substr(${day}, 1, 7) || '-01', '+1 month', '-1 day'))
  on conflict (from_date, to_date) do nothing;`

/** The spans that the enrolments there are fall into. */
const spanView = `create view enrolment_span as
  with days as (select distinct signed_on as day from enrolment)
  ${spansOf('day')
    .split(' union all ')
    .map((span) => `${span} from days`)
    .join(' union ')}`

const planSpan = (
  table: string,
  when: string,
) => `create trigger ${table}_span_${when.split(' ')[0]}
  after ${when} on ${table} begin
    insert into counted_span (from_date, to_date, is_full) values (new.from_date, new.to_date, 1)
      on conflict (from_date, to_date) do update set is_full = 1 where is_full = 0;
  end`

const changed = ['person_id', 'scheme', 'kind', 'signed_on', 'commune_code', 'commune_from']
  .concat(['collector', 'occupation', 'conference_id', 'valid_from', 'valid_to'])
  .map((column) => `old.${column} is not new.${column}`)
  .concat(`(old.state = 'cancelled') <> (new.state = 'cancelled')`)
  .join(' or ')

/** Stands for everybody in `count_todo` while the whole book is counted: spans wait for that. */
const everybody = 0

const notWaiting = 'person_id not in (select person_id from count_todo)'

/** Tables, views and triggers of the counts, filled from the enrolments that are there. */
export const counters: string[] = [
  `create table counted_span (
    id integer primary key,
    from_date text not null,
    to_date text not null check (to_date >= from_date),
    is_full integer not null check (is_full in (0, 1)), -- by commune, group and conference too
    unique (from_date, to_date)
  ) strict`,
  `create table counted_name (name text primary key) strict, without rowid`,
  `insert into counted_name values ('scheme'), ('joiner'), ('first')`,
  `create table counted_side (
    name text primary key,
    is_always integer not null check (is_always in (0, 1))
  ) strict, without rowid`,
  `insert into counted_side values ('day', 1), ('collector', 1), ('commune', 0),
    ('occupation', 0), ('conference', 0)`,
  `create table counted (
    span_id integer not null references counted_span (id),
    side text not null,
    scheme text not null,
    kind text not null,
    key text not null,
    people integer not null,
    primary key (span_id, side, scheme, kind, key)
  ) strict, without rowid`,
  `create table in_force ( -- people who begin (+) and cease (-) to be in force on a day
    scheme text not null,
    day text not null,
    people integer not null,
    primary key (scheme, day)
  ) strict, without rowid`,
  'create table count_todo (person_id integer primary key) strict',

  heldView,
  headView,
  cellView,
  forceView,
  spanView,

  `insert into counted_span (from_date, to_date, is_full)
    select distinct from_date, to_date, 1 from target`,
  `insert into counted_span (from_date, to_date, is_full)
    select from_date, to_date, is_full from enrolment_span where true
    on conflict (from_date, to_date) do nothing`,
  ...recountStatements,

  `create trigger counted_span_added after insert on counted_span
    when not exists (select 1 from count_todo where person_id = ${everybody}) begin ${addCells(`span_id = new.id and ${notWaiting}`, '')} end`,
  `create trigger counted_span_filled after update of is_full on counted_span begin
    delete from counted where span_id = new.id;
    ${addCells(`span_id = new.id and ${notWaiting}`, '')}
  end`,
  `create trigger counted_span_dropped before delete on counted_span
    begin delete from counted where span_id = old.id; end`,
  ...['target', 'campaign', 'assignment'].flatMap((table) => [
    planSpan(table, 'insert'),
    planSpan(table, 'update of from_date, to_date'),
  ]),

  `create trigger enrolment_uncounts_insert before insert on enrolment begin
    ${openSpans('new.signed_on')} ${letGo('new.person_id')}
  end`,
  `create trigger enrolment_uncounts_update before update on enrolment when ${changed} begin
    ${openSpans('new.signed_on')} ${letGo('old.person_id')} ${letGo('new.person_id')}
  end`,
  `create trigger enrolment_uncounts_delete before delete on enrolment
    begin ${letGo('old.person_id')} end`,
  // Whoever has somebody merged into them may have two first times, of which one counts.
  `create trigger person_uncounts before update of merged_into on person
    when old.merged_into is not new.merged_into begin
    ${letGo('old.id')} ${letGo('old.merged_into')} ${letGo('new.merged_into')}
  end`,
]
