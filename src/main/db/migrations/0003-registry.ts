import { type Kysely, sql } from 'kysely'
import { foldKey } from '#core/text.ts'

/**
 * The registry: people in Vietnamese order with a full-text index in that order, what duplicates are
 * found by, merged people, and saved filters.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  const { rows } = await sql<{ id: number; address: string }>`
    select id, address from household`.execute(db)
  for (const { id, address } of rows) {
    await sql`update household set address_fold = ${foldKey(address)} where id = ${id}`.execute(db)
  }
}

const note = (person: string, renamed: string) => `insert into search_todo (person_id, renamed)
  select ${person}, ${renamed} where ${person} is not null
  on conflict (person_id) do update set renamed = max(renamed, excluded.renamed);`

const noteMembers = (household: string) => `insert into search_todo (person_id, renamed)
  select id, 0 from person where household_id = ${household} on conflict (person_id) do nothing;`

/** Writes down whose index entry is no longer true, whoever changes a row; see search-index.ts. */
const watchers = [
  `create trigger person_search_added after insert on person begin ${note('new.id', '1')} end`,
  `create trigger person_search_changed
    after update of name, name_sort, personal_number, insurance_number, phone, household_id,
      merged_into on person
    begin
      ${note('new.id', 'old.name_sort <> new.name_sort')}
      ${note('new.merged_into', '0')}
    end`,
  `create trigger household_search_changed
    after update of address, phone, commune_code, commune_from on household
    begin ${noteMembers('new.id')} end`,
  `create trigger enrolment_search_added after insert on enrolment
    begin ${note('new.person_id', '0')} end`,
  `create trigger enrolment_search_changed
    after update of person_id, scheme, kind, collector, state, signed_on, commune_code,
      commune_from, conference_id on enrolment
    begin ${note('old.person_id', '0')} ${note('new.person_id', '0')} end`,
  `create trigger enrolment_search_removed after delete on enrolment
    begin ${note('old.person_id', '0')} end`,
]

/** What a summary counts but for whose it is: that may follow a merge, on a closed day too. */
const counted = [
  ...['id', 'draft_key', 'household_id', 'scheme', 'kind', 'kind_reason', 'kind_note'],
  ...['declared_until', 'signed_on', 'months', 'supported_months', 'income', 'method'],
  ...['support_group', 'position', 'valid_from', 'valid_to', 'gross', 'state_support'],
  ...['local_support', 'payer', 'basis', 'derivation', 'commune_code', 'commune_from'],
  ...['commune_name', 'collector', 'occupation', 'conference_id', 'cancel_reason', 'created_by'],
  'created_at',
].join(', ')

const dayClosed = `exists (select 1 from period where state = 'closed'
  and kind in ('day', 'launch-day') and old.signed_on between from_date and to_date)`

const hasMerged = (person: string) => `exists (select 1 from person where merged_into = ${person})`

/** Two people found to be one: their enrolments come together, nothing else about them changes. */
const merging = [
  'drop trigger enrolment_locked_update',
  `create trigger enrolment_locked_update before update of ${counted} on enrolment
    when ${dayClosed} begin select raise(abort, 'period-closed'); end`,
  `create trigger enrolment_moved before update of person_id on enrolment
    when new.person_id <> old.person_id and not exists
      (select 1 from person where id = old.person_id and merged_into = new.person_id)
    begin
      select raise(abort, 'period-closed') where ${dayClosed};
      select raise(abort, 'not-merged');
    end`,

  // Somebody merged may have signed twice as a first-time joiner; the view below counts the earlier.
  'drop index enrolment_first',
  `create index enrolment_first on enrolment (person_id, scheme, signed_on, id)
    where kind = 'first' and state <> 'cancelled'`,
  'drop trigger enrolment_no_takeover',
  `create trigger enrolment_no_takeover before update on enrolment
    when exists (select 1 from enrolment where id <> old.id and (id = new.id
      or (draft_key = new.draft_key and person_id = new.person_id and scheme = new.scheme)
      or (person_id = new.person_id and scheme = new.scheme and kind = 'first'
        and new.kind = 'first' and state <> 'cancelled' and new.state <> 'cancelled'
        and not ${hasMerged('new.person_id')})))
    begin select raise(abort, 'enrolment row exists'); end`,
  `create view enrolment_counted as
    select enrolment.*, case when kind = 'first' and state <> 'cancelled'
        and ${hasMerged('enrolment.person_id')} then
      (select earlier.id from enrolment as earlier
        where earlier.person_id = enrolment.person_id and earlier.scheme = enrolment.scheme
          and earlier.kind = 'first' and earlier.state <> 'cancelled'
          and (earlier.signed_on, earlier.id) < (enrolment.signed_on, enrolment.id)
        order by earlier.signed_on, earlier.id limit 1) end as first_before
    from enrolment`,

  `create table merged_number ( -- numbers of people merged into another one still find that one
    number text primary key check (length(number) in (10, 12)),
    person_id integer not null references person (id)
  ) strict, without rowid`,
  'create index merged_number_person on merged_number (person_id)',
]

const statements = [
  'alter table person add column place integer', // its number in Vietnamese order, see name-order.ts
  'alter table person add column merged_into integer references person (id)',
  `alter table household add column address_fold text not null default ''`,
  'create index person_place on person (place)',
  'create index person_order on person (name_sort, place)',
  'drop index person_name',
  'create index person_name_birth on person (name_fold, birth_date)',
  'create index person_birth_name on person (birth_date, name_fold)',
  'create index person_phone on person (phone) where phone is not null',
  'create index person_merged on person (merged_into) where merged_into is not null',
  'create index household_phone on household (phone) where phone is not null',
  'create index household_address on household (commune_code, address_fold)',
  // A line of the registry and what it is found by are read from this index alone.
  `create index enrolment_line on enrolment (person_id, signed_on, scheme, kind, state, collector,
    conference_id, commune_code, commune_from, valid_to)`,
  'drop index enrolment_person',

  `create virtual table person_search using fts5 (
    terms, content = '', contentless_delete = 1, detail = none,
    tokenize = "ascii tokenchars '@#~=:-.'"
  )`,
  `create table search_todo (
    person_id integer primary key,
    renamed integer not null check (renamed in (0, 1))
  ) strict`,
  'insert into search_todo (person_id, renamed) select id, 1 from person',
  ...watchers,
  ...merging,

  `create table person_verdict ( -- two people who were looked at and are not one
    person_id integer not null references person (id),
    other text not null, -- the other one by id, or what was typed of them
    decided_by text not null,
    decided_at text not null,
    primary key (person_id, other)
  ) strict, without rowid`,

  `create table saved_filter (
    name text primary key check (length(name) between 1 and 60),
    filter text not null check (json_valid(filter)),
    saved_by text not null,
    saved_at text not null
  ) strict, without rowid`,
]
