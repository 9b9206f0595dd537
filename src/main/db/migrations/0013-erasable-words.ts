import { type Kysely, sql } from 'kysely'

/**
 * What somebody wrote in their own words about a sign-up can be erased with its person, also once its
 * day is closed, because no summary counts it; and requests of people can be destroyed after their term.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const dayClosed = `exists (select 1 from period where state = 'closed'
  and old.signed_on between from_date and to_date)`
const isErased = `exists (select 1 from person where id = old.person_id and erased_at is not null)`

/** As it was, but for the note on the kind. */
const counted = [
  ...['id', 'draft_key', 'household_id', 'scheme', 'kind', 'kind_reason', 'declared_until'],
  ...['signed_on', 'months', 'supported_months', 'income', 'method', 'support_group', 'position'],
  ...['valid_from', 'valid_to', 'gross', 'state_support', 'local_support', 'payer', 'basis'],
  ...['derivation', 'commune_code', 'commune_from', 'commune_name', 'collector', 'occupation'],
  ...['conference_id', 'created_by', 'created_at'],
].join(', ')

const lock = (name: string, columns: string, more = '') => [
  `create trigger ${name} before update of ${columns} on enrolment when ${dayClosed} ${more}
    begin select raise(abort, 'period-closed'); end`,
]

const words = [
  'drop trigger enrolment_locked_update',
  'drop trigger enrolment_locked_reason',
  ...lock('enrolment_locked_update', counted),
  ...lock('enrolment_locked_note', 'kind_note', `and not (new.kind_note is null and ${isErased})`),
  ...lock(
    'enrolment_locked_reason',
    'cancel_reason',
    `and not (old.state <> 'cancelled' and new.state = 'cancelled')
      and not (new.cancel_reason = '(đã xóa)' and ${isErased})`,
  ),
]

const refuse = (name: string, when: string, condition = '') =>
  `create trigger ${name} before ${when} on erasure ${condition}
    begin select raise(abort, 'erasure is append-only'); end`

/** SQLite cannot widen a check, so the table is made again; nothing points at it. */
const erasure = [
  `create table erasure_new (
    id integer primary key autoincrement,
    kind text not null check (kind in ('person', 'attendee', 'sheet', 'conference-file', 'request')),
    record_id text not null,
    made_at text not null,
    reason text not null check (length(reason) > 0),
    request_id integer references data_request (id),
    decided_by text not null,
    erased_at text not null
  ) strict`,
  `insert into erasure_new
    select id, kind, record_id, made_at, reason, request_id, decided_by, erased_at from erasure`,
  'drop table erasure',
  'alter table erasure_new rename to erasure',
  'create unique index erasure_of on erasure (kind, record_id, made_at)',
  refuse('erasure_no_update', 'update'),
  refuse('erasure_no_delete', 'delete'),
  refuse('erasure_no_replace', 'insert', 'when exists (select 1 from erasure where id = new.id)'),
]

const statements = [...words, ...erasure]
