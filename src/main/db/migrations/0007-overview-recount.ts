/**
 * Counts everything from the rows in a few passes, for a book that was there before its counts. It says
 * the same as the views, which are made for a few people at a time; a test holds both together.
 */
export const recountStatements: string[] = [
  'delete from counted',
  'delete from in_force',
  `create table count_held as
    select id, person_id, scheme, signed_on, commune_code, commune_from, collector, occupation,
      conference_id, case when first_before is null then kind else 'again' end as kind,
      lag(signed_on) over (partition by person_id, scheme order by signed_on, id) as scheme_before,
      lag(signed_on) over (partition by person_id order by signed_on, id) as any_before
    from enrolment_counted where state <> 'cancelled'`,
  `create table count_first as
    select person_id, scheme, signed_on, id, scheme_before from count_held where kind = 'first'`,
  'create index count_first_of on count_first (person_id, scheme)',
  `create table count_head as
    select span.id as span_id, span.is_full, signed_on, commune_code, commune_from, collector,
      occupation, conference_id,
      case counts.name when 'scheme' then scheme else 'any' end as scheme,
      case counts.name when 'scheme' then kind else counts.name end as kind, count(*) as people
    from count_held as held
    cross join counted_span as span
      on span.from_date <= held.signed_on and span.to_date >= held.signed_on
    cross join counted_name as counts
    where case counts.name
      when 'joiner' then any_before is null or any_before < span.from_date
      when 'scheme' then scheme_before is null or scheme_before < span.from_date
      else kind = 'first' and (scheme_before is null or scheme_before < span.from_date)
        and not exists (select 1 from count_first as other
          where other.person_id = held.person_id and other.scheme <> held.scheme
            and (other.signed_on, other.id) < (held.signed_on, held.id)
            and other.signed_on >= span.from_date
            and (other.scheme_before is null or other.scheme_before < span.from_date)) end
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
  ...[
    ['day', `signed_on`, 'true'],
    ['collector', `collector || '|' || substr(signed_on, 1, 7)`, 'true'],
    ['commune', `commune_code || '|' || commune_from`, 'is_full = 1'],
    ['occupation', 'occupation', 'is_full = 1'],
    ['conference', `coalesce(conference_id, '')`, `is_full = 1 and kind = 'joiner'`],
  ].map(
    ([side, key, where]) => `insert into counted (span_id, side, scheme, kind, key, people)
      select span_id, '${side}', scheme,
        case when scheme = 'any' or '${side}' = 'collector' then kind else '' end, ${key},
        sum(people)
      from count_head where ${where} group by 1, 2, 3, 4, 5`,
  ),
  `insert into in_force (scheme, day, people)
    select scheme, day, sum(people) from force_change group by 1, 2`,
  'drop table count_head',
  'drop table count_first',
  'drop table count_held',
]
