import { type Kysely, sql } from 'kysely'

/**
 * Personal data: proof of consent, wordings shown to people, requests of people about their data,
 * what was erased and why, breaches; and the one way a line of the audit may lose its values.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const isoDay = (column: string) =>
  `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const growsOnly = (table: string, key = 'id') => [
  `create trigger ${table}_no_update before update on ${table}
    begin select raise(abort, '${table} is append-only'); end`,
  `create trigger ${table}_no_delete before delete on ${table}
    begin select raise(abort, '${table} is append-only'); end`,
  `create trigger ${table}_no_replace before insert on ${table}
    when exists (select 1 from ${table} where ${key} = new.${key})
    begin select raise(abort, '${table} is append-only'); end`,
]

/** A line of the audit keeps everything but its values, and those only go for the mark of an erasure. */
const audit = [
  'drop trigger audit_no_update',
  `create trigger audit_no_update before update on audit
    when new.detail <> '{"erased":true}' or
      (new.seq, new.at, new.actor, new.event, new.subject, new.previous_hash, new.hash) is not
      (old.seq, old.at, old.actor, old.event, old.subject, old.previous_hash, old.hash)
    begin select raise(abort, 'audit is append-only'); end`,
]

const calls = [
  'drop trigger renewal_call_no_update',
  `create trigger renewal_call_no_update before update on renewal_call
    when new.note <> '' or
      (new.id, new.enrolment_id, new.called_at, new.called_by, new.outcome, new.next_on) is not
      (old.id, old.enrolment_id, old.called_at, old.called_by, old.outcome, old.next_on)
    begin select raise(abort, 'renewal_call is append-only'); end`,
]

const person = [
  'alter table person add column erased_at text',
  `create trigger person_stays_erased before update of name, birth_date, personal_number,
      insurance_number, phone, email, erased_at on person
    when old.erased_at is not null
    begin select raise(abort, 'person is erased'); end`,
]

const attendee = [
  'alter table attendee add column consent_at text',
  'alter table attendee add column consent_by text',
  'alter table attendee add column consent_wording text', // a version in privacy_wording or as shipped
  'alter table attendee add column withdrawn_at text',
  `create trigger attendee_stays_withdrawn before update of name, address, phone, consent on attendee
    when old.withdrawn_at is not null
    begin select raise(abort, 'consent was withdrawn'); end`,
]

const statements = [
  ...audit,
  ...calls,
  ...person,
  ...attendee,

  `create table privacy_wording ( -- what the head wrote for people to read; never changed, only followed
    version text primary key check (length(version) between 1 and 40),
    regime text not null,
    kind text not null check (kind in ('notice', 'consent')),
    content text not null check (json_valid(content)),
    since text not null,
    written_by text not null
  ) strict, without rowid`,
  ...growsOnly('privacy_wording', 'version'),

  `create table data_request (
    id integer primary key autoincrement,
    kind text not null check (kind in
      ('view', 'correct', 'supply', 'withdraw', 'restrict', 'object', 'delete')),
    received_on text not null ${isoDay('received_on')},
    subject_name text not null,
    contact text not null,
    person_id integer references person (id),
    third_party integer not null check (third_party in (0, 1)),
    note text not null,
    state text not null default 'open' check (state in ('open', 'done', 'refused')),
    answered_on text ${isoDay('answered_on')},
    extension text, -- why more time was needed; there is one extension
    answer text,
    refusal text,
    closed_on text ${isoDay('closed_on')},
    taken_by text not null,
    taken_at text not null,
    check ((state = 'open') = (closed_on is null)),
    check ((state = 'refused') = (refusal is not null))
  ) strict`,
  'create index data_request_open on data_request (state, received_on)',

  `create table erasure ( -- the record of destruction: numbers and reasons, nothing of a person
    id integer primary key autoincrement,
    kind text not null check (kind in ('person', 'attendee', 'sheet', 'conference-file')),
    record_id text not null,
    made_at text not null, -- when the record was made: ids can come again after a restore
    reason text not null check (length(reason) > 0),
    request_id integer references data_request (id),
    decided_by text not null,
    erased_at text not null
  ) strict`,
  'create unique index erasure_of on erasure (kind, record_id, made_at)',
  ...growsOnly('erasure'),

  `create table retention_choice ( -- a record the head looked at and keeps for now
    kind text not null,
    record_id text not null,
    reason text not null check (length(reason) > 0),
    look_again_on text not null ${isoDay('look_again_on')},
    decided_by text not null,
    decided_at text not null,
    primary key (kind, record_id)
  ) strict, without rowid`,

  `create table breach (
    id integer primary key autoincrement,
    found_at text not null,
    report_by text not null,
    reported_at text,
    content text not null check (json_valid(content)),
    affected text not null check (json_valid(affected)),
    written_by text not null,
    written_at text not null
  ) strict`,
]
