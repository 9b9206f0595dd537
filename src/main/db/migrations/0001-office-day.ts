import { type Kysely, sql } from 'kysely'
import { guards } from './0001-office-day-guards.ts'

/** The first schema: the office, its people, households, enrolments, conferences, periods and audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const isoDay = (column: string) =>
  `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const statements = [
  `create table office (
    id integer primary key check (id = 1), -- one store holds one office
    code text not null,
    name text not null,
    founded_on text not null ${isoDay('founded_on')}, -- picks the row of the effective-dated office list
    practice integer not null check (practice in (0, 1)),
    created_at text not null
  ) strict`,

  'create table setting (key text primary key, value text not null) strict, without rowid',

  `create table staff (
    id integer primary key,
    name text not null check (length(name) > 0),
    role text not null check (role in ('clerk', 'head')),
    pin_salt blob not null,
    pin_hash blob not null,
    active integer not null default 1 check (active in (0, 1)),
    failed_tries integer not null default 0,
    locked_until text
  ) strict`,

  `create table household (
    id integer primary key,
    commune_code text not null,
    commune_from text not null, -- codes were reused, so the start date is part of the key
    address text not null,
    phone text,
    created_at text not null
  ) strict`,

  `create table person (
    id integer primary key,
    household_id integer not null references household (id),
    relation text not null,
    position integer not null check (position > 0),
    name text not null check (length(name) > 0),
    name_fold text not null, -- no SQLite option folds đ, so the search key is stored
    name_sort text not null,
    birth_date text not null ${isoDay('birth_date')},
    birth_precision text not null check (birth_precision in ('day', 'year')),
    sex text not null check (sex in ('male', 'female')),
    personal_number text unique check (length(personal_number) = 12),
    insurance_number text unique check (length(insurance_number) = 10),
    phone text,
    email text,
    ethnicity text,
    nationality text not null,
    care_facility text,
    created_at text not null
  ) strict`,
  'create index person_household on person (household_id)',
  'create index person_name on person (name_fold)',

  `create table conference (
    id integer primary key,
    kind text not null check (kind in ('conference', 'small-group')),
    held_on text not null ${isoDay('held_on')},
    starts_at text,
    commune_code text not null,
    commune_from text not null,
    commune_name text not null, -- as it was called on the day
    place text not null,
    organisers text not null check (json_valid(organisers)),
    speakers text not null,
    attendees integer not null check (attendees >= 0),
    notes text not null,
    created_at text not null
  ) strict`,
  'create index conference_day on conference (held_on)',

  `create table enrolment (
    id integer primary key,
    draft_key text not null,
    household_id integer not null references household (id),
    person_id integer not null references person (id),
    scheme text not null check (scheme in ('bhxh-tn', 'bhyt-hgd')),
    kind text not null check (kind in ('first', 'returning', 'renewing')),
    state text not null check (state in
      ('draft', 'registered', 'paid', 'sent', 'accepted', 'returned', 'cancelled')),
    signed_on text not null ${isoDay('signed_on')},
    months integer not null check (months > 0),
    supported_months integer not null check (supported_months between 0 and months), -- for the 120-month cap
    income integer,
    method text,
    support_group text not null,
    position integer,
    valid_from text not null ${isoDay('valid_from')},
    valid_to text not null ${isoDay('valid_to')},
    gross integer not null check (gross >= 0),
    state_support integer not null check (state_support >= 0),
    local_support integer not null check (local_support >= 0),
    payer integer not null check (payer = gross - state_support - local_support),
    basis text not null check (json_valid(basis)), -- the policy rows charged by; amounts never change later
    derivation text not null check (json_valid(derivation)),
    commune_code text not null,
    commune_from text not null,
    commune_name text not null,
    collector text not null check (collector in ('post', 'service-organisation', 'office-counter')),
    occupation text not null check (occupation in
      ('trader', 'small-business', 'freelancer', 'boarding-house-owner', 'other')),
    conference_id integer references conference (id),
    cancel_reason text check ((state = 'cancelled') = (cancel_reason is not null)),
    created_by text not null,
    created_at text not null,
    unique (draft_key, person_id, scheme) -- the same form saved twice is one sign-up
  ) strict`,
  'create index enrolment_day on enrolment (signed_on, id)',
  'create index enrolment_person on enrolment (person_id, scheme)',
  'create index enrolment_household on enrolment (household_id)',
  'create index enrolment_conference on enrolment (conference_id) where conference_id is not null',
  // A person joins a scheme for the first time once in a lifetime.
  `create unique index enrolment_first on enrolment (person_id, scheme)
    where kind = 'first' and state <> 'cancelled'`,

  `create table target (
    id text primary key,
    label text not null,
    measure text not null,
    scope text not null check (scope in ('unit', 'city')),
    from_date text not null,
    to_date text not null,
    value integer not null check (value >= 0)
  ) strict`,

  `create table period (
    id integer primary key,
    kind text not null check (kind in ('launch-day', 'day', 'week', 'month', 'campaign')),
    from_date text not null ${isoDay('from_date')},
    to_date text not null ${isoDay('to_date')},
    state text not null check (state in ('open', 'closed')),
    revision integer not null check (revision >= 0),
    closed_by text,
    closed_at text,
    unique (kind, from_date, to_date)
  ) strict`,

  `create table summary_file (
    sequence integer primary key check (sequence > 0), -- one unbroken count per office
    period_id integer not null references period (id),
    revision integer not null check (revision > 0),
    file_name text not null,
    sha256 text not null unique check (length(sha256) = 64),
    previous_sha256 text,
    created_by text not null,
    approved_by text not null,
    created_at text not null,
    bytes blob not null, -- kept so that a lost stick costs nothing: the same file is written again
    written_at text, -- when the file was read back from the folder; null means not yet
    unique (period_id, revision)
  ) strict`,

  `create table audit (
    seq integer primary key,
    at text not null,
    actor text not null,
    event text not null,
    subject text not null,
    detail text not null check (json_valid(detail)),
    previous_hash text not null check (length(previous_hash) = 64),
    hash text not null unique check (length(hash) = 64)
  ) strict`,

  ...guards,
]
