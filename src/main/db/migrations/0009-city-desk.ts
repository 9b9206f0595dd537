import { type Kysely, sql } from 'kysely'

/** The city's desk: files received from the units, their figures, known keys, and signed answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const isoDay = (column: string) =>
  `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const signed = (column: string) => `${column} integer not null`
const amount = (column: string) => `${column} integer not null check (${column} >= 0)`

const guard = (table: string, verb: string, when = '') =>
  `create trigger ${table}_no_${verb.split(' ')[0]} before ${verb} on ${table} ${when}
    begin select raise(abort, '${table} is append-only'); end`

const statements = [
  `create table received_file (
    id integer primary key,
    unit_code text not null,
    unit_name text not null, -- as the file said
    period_kind text not null check (period_kind in ('launch-day', 'day', 'week', 'month', 'campaign')),
    from_date text not null ${isoDay('from_date')},
    to_date text not null ${isoDay('to_date')},
    sequence integer not null check (sequence > 0),
    revision integer not null check (revision > 0),
    previous_sha256 text,
    sha256 text not null unique check (length(sha256) = 64),
    state text not null check (state in ('received', 'accepted', 'returned', 'outdated')),
    signer text not null,
    fingerprint text not null,
    signed_at text not null,
    ${amount('joiners')},
    ${amount('first_time')},
    ${amount('households')},
    ${amount('conferences')},
    ${amount('conference_guests')},
    ${amount('small_groups')},
    ${amount('small_group_guests')},
    findings text not null check (json_valid(findings)), -- what stood out when it came
    received_at text not null,
    received_by text not null,
    unique (unit_code, sequence),
    unique (unit_code, period_kind, from_date, to_date, revision)
  ) strict`,
  'create index received_file_days on received_file (from_date, to_date)',

  // Apart from the row, so that lists of files do not read through them.
  `create table received_bytes (
    file_id integer primary key references received_file (id),
    bytes blob not null -- the file as it came, for whoever checks it again
  ) strict`,

  `create table received_cell (
    file_id integer not null references received_file (id),
    place integer not null,
    scheme text not null,
    kind text not null,
    commune_code text not null,
    commune_from text not null,
    commune_name text not null,
    collector text not null,
    occupation text not null,
    sex text not null,
    age_band text not null,
    support text not null,
    ${['persons', 'months', 'gross', 'state', 'local', 'payer'].map(amount).join(', ')},
    primary key (file_id, place)
  ) strict, without rowid`,

  `create table received_adjustment (
    file_id integer not null references received_file (id),
    place integer not null,
    why text not null,
    signed_on text not null ${isoDay('signed_on')},
    scheme text not null,
    kind text not null,
    commune_code text not null,
    commune_from text not null,
    commune_name text not null,
    collector text not null,
    occupation text not null,
    sex text not null,
    age_band text not null,
    support text not null,
    ${amount('entries')},
    ${['months', 'gross', 'state', 'local', 'payer'].map(signed).join(', ')},
    primary key (file_id, place)
  ) strict, without rowid`,

  // Cells and adjustments added up, for totals over many files.
  `create table received_sum (
    file_id integer not null references received_file (id),
    scheme text not null,
    kind text not null,
    ${amount('persons')},
    ${['months', 'gross', 'state', 'local', 'payer'].map(signed).join(', ')},
    primary key (file_id, scheme, kind)
  ) strict, without rowid`,

  `create table received_conference (
    file_id integer not null references received_file (id),
    place integer not null,
    kind text not null,
    held_on text not null ${isoDay('held_on')},
    commune_code text not null,
    commune_from text not null,
    commune_name text not null,
    venue text not null,
    ${amount('attendees')},
    ${amount('bhxh')},
    ${amount('bhyt')},
    primary key (file_id, place)
  ) strict, without rowid`,

  `create table unit_key (
    unit_code text not null,
    fingerprint text not null,
    signer text not null,
    first_seen_at text not null,
    primary key (unit_code, fingerprint)
  ) strict, without rowid`,

  `create table city_reply (
    file_id integer primary key references received_file (id), -- a file is answered once
    verdict text not null check (verdict in ('accepted', 'returned')),
    reasons text not null check (json_valid(reasons)),
    file_name text not null,
    sha256 text not null unique check (length(sha256) = 64),
    bytes blob not null, -- kept so that a lost stick costs nothing: the same answer is written again
    issued_at text not null,
    issued_by text not null
  ) strict`,

  guard('received_file', 'delete'),
  guard(
    'received_file',
    'update',
    `when old.state <> 'received' or new.state not in ('accepted', 'returned')
      or new.id <> old.id or new.sha256 <> old.sha256 or new.unit_code <> old.unit_code
      or new.sequence <> old.sequence or new.revision <> old.revision
      or new.from_date <> old.from_date or new.to_date <> old.to_date
      or new.joiners <> old.joiners or new.first_time <> old.first_time
      or new.conferences <> old.conferences`,
  ),
  ...[
    'received_bytes',
    'received_cell',
    'received_sum',
    'received_conference',
    'city_reply',
  ].flatMap((table) => [guard(table, 'delete'), guard(table, 'update')]),
  guard('unit_key', 'delete'),
]
