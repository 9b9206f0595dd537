import { type Kysely, sql } from 'kysely'
import { counters } from './0007-overview-counters.ts'

/** The plan of the office – campaigns, targets, assigned numbers, coverage – and running counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const isoDay = (column: string) =>
  `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const measures = `('joiners', 'first-time-persons', 'conferences', 'bhxh-tn-persons',
  'bhyt-hgd-persons')`

const statements = [
  `create table campaign (
    id text primary key check (length(id) between 1 and 60),
    name text not null check (length(name) between 1 and 200),
    launch_day text not null ${isoDay('launch_day')},
    from_date text not null ${isoDay('from_date')},
    to_date text not null ${isoDay('to_date')},
    source text not null,
    check (from_date <= launch_day and launch_day <= to_date)
  ) strict, without rowid`,
  'alter table target add column campaign_id text references campaign (id)',

  `create table assignment ( -- the part of a target that a commune or a collecting organisation has
    id text primary key check (length(id) between 1 and 60),
    measure text not null check (measure in ${measures}),
    commune_code text,
    commune_from text,
    collector text check (collector in ('post', 'service-organisation', 'office-counter')),
    from_date text not null ${isoDay('from_date')},
    to_date text not null ${isoDay('to_date')},
    value integer not null check (value > 0),
    new_people integer check (new_people between 0 and value), -- of which newly added
    check ((commune_code is null) = (commune_from is null)),
    check ((commune_code is null) <> (collector is null)),
    check (from_date <= to_date)
  ) strict, without rowid`,

  `create table area_size ( -- the area of the office from a day on, as the head entered it
    from_date text primary key ${isoDay('from_date')},
    population integer not null check (population > 0),
    labour_force integer not null check (labour_force between 1 and population),
    bhyt_elsewhere integer check (bhyt_elsewhere >= 0), -- insured outside this book
    bhxh_elsewhere integer check (bhxh_elsewhere >= 0),
    source text not null
  ) strict, without rowid`,

  `create table coverage_target (
    measure text not null check (measure in ('bhyt', 'bhxh', 'bhxh-tn')),
    from_date text not null ${isoDay('from_date')},
    permille integer not null check (permille between 1 and 1000),
    source text not null,
    primary key (measure, from_date)
  ) strict, without rowid`,

  `create table plan_import ( -- the plan as it was before a file was taken in, for undo
    id integer primary key,
    file_name text not null,
    sha256 text not null check (length(sha256) = 64),
    before text not null check (json_valid(before)),
    after text not null check (json_valid(after)),
    imported_by text not null,
    imported_at text not null,
    undone_at text
  ) strict`,

  `create index conference_counted on conference (held_on, state, kind, commune_code, commune_from,
    attendees)`,

  ...counters,
]
