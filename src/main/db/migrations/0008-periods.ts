import { type Kysely, sql } from 'kysely'

/**
 * Periods with a life of their own: every kind locks its days, two people can open one again until the
 * city has accepted it, what is found later is an adjustment, and the city's answers are kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await lockEveryKind(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const isoDay = (column: string) =>
  `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/**
 * Until now a closed day or launch day locked its rows, and a closed week, month or campaign did not.
 * The same triggers now ask for any closed period; each keeps the columns and the message it had.
 */
async function lockEveryKind(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger'
      and sql like ${"%kind in ('day', 'launch-day')%"}`.execute(db)
  for (const trigger of rows) {
    const wider = trigger.sql.replace(/\s+and kind in \('day', 'launch-day'\)/g, '')
    await sql.raw(`drop trigger ${trigger.name}`).execute(db)
    await sql.raw(wider).execute(db)
  }
}

const closed = (day: string) =>
  `exists (select 1 from period where state = 'closed' and ${day} between from_date and to_date)`

/** The city's last word on the newest file of a period, by the time the city gave it. */
const acceptedPeriod = (id: string) => `'accepted' = (select verdict from reply_received
  join summary_file on summary_file.sequence = reply_received.sequence
  where summary_file.period_id = ${id}
    and summary_file.revision = (select revision from period where id = ${id})
  order by reply_received.issued_at desc, reply_received.id desc limit 1)`

const refuse = (name: string, when: string, condition: string, message: string) =>
  `create trigger ${name} before ${when} ${condition ? `when ${condition}` : ''}
    begin select raise(abort, '${message}'); end`

const growsOnly = (table: string, same: string) => [
  refuse(`${table}_no_update`, `update on ${table}`, '', `${table} is append-only`),
  refuse(`${table}_no_delete`, `delete on ${table}`, '', `${table} is append-only`),
  refuse(
    `${table}_no_insert`,
    `insert on ${table}`,
    `exists (select 1 from ${table} where id = new.id or ${same})`,
    `${table} is append-only`,
  ),
]

const reopened = `exists (select 1 from reopening
  where period_id = old.id and revision = old.revision)`

/** What a summary counts of a sign-up but for whose it is, which may follow a merge. */
const counted = [
  ...['id', 'draft_key', 'household_id', 'scheme', 'kind', 'kind_reason', 'kind_note'],
  ...['declared_until', 'signed_on', 'months', 'supported_months', 'income', 'method'],
  ...['support_group', 'position', 'valid_from', 'valid_to', 'gross', 'state_support'],
  ...['local_support', 'payer', 'basis', 'derivation', 'commune_code', 'commune_from'],
  ...['commune_name', 'collector', 'occupation', 'conference_id', 'created_by', 'created_at'],
].join(', ')

const periodGuards = [
  'drop trigger period_locked_update',
  // A period that was ever closed keeps its days; it opens only by a recorded reopening.
  refuse(
    'period_locked_update',
    'update on period',
    `old.revision > 0 and (new.id <> old.id or new.kind <> old.kind
      or new.from_date <> old.from_date or new.to_date <> old.to_date
      or new.revision not between old.revision and old.revision + 1
      or (old.state = 'closed' and new.state <> 'closed'
        and (new.revision <> old.revision or not ${reopened}))
      or (old.state = 'open' and new.state = 'closed' and new.revision = old.revision))`,
    'period-closed',
  ),
  refuse(
    'period_accepted_update',
    'update on period',
    `(new.state <> old.state or new.revision <> old.revision) and old.state = 'closed'
      and ${acceptedPeriod('old.id')}`,
    'period-accepted',
  ),
  'drop trigger period_locked_delete',
  refuse('period_locked_delete', 'delete on period', 'old.revision > 0', 'period-closed'),
  'drop trigger period_locked_insert',
  refuse(
    'period_locked_insert',
    'insert on period',
    `exists (select 1 from period where revision > 0 and (id = new.id or
      (kind = new.kind and from_date = new.from_date and to_date = new.to_date)))`,
    'period-closed',
  ),
  refuse(
    'reopening_of_closed',
    'insert on reopening',
    `not exists (select 1 from period where id = new.period_id and state = 'closed'
      and revision = new.revision) or ${acceptedPeriod('new.period_id')}`,
    'period-not-reopenable',
  ),
]

const adjustmentGuards = [
  refuse('adjustment_locked', 'insert on adjustment', closed('new.made_on'), 'period-closed'),
  refuse(
    'adjustment_of_open_day',
    'insert on adjustment',
    `not exists (select 1 from enrolment where id = new.enrolment_id
      and ${closed('enrolment.signed_on')})`,
    'day-open',
  ),
  // A sign-up of a closed day is cancelled only together with the adjustment that takes its money back.
  'drop trigger enrolment_locked_cancel',
  refuse(
    'enrolment_locked_cancel',
    'update of state on enrolment',
    `(old.state = 'cancelled') <> (new.state = 'cancelled') and ${closed('old.signed_on')}
      and not (new.state = 'cancelled' and exists
        (select 1 from adjustment where enrolment_id = old.id and why = 'cancelled'))`,
    'period-closed',
  ),
  // The reason comes with the cancelling, so it is guarded there and not among what was counted.
  'drop trigger enrolment_locked_update',
  refuse(
    'enrolment_locked_update',
    `update of ${counted} on enrolment`,
    closed('old.signed_on'),
    'period-closed',
  ),
  refuse(
    'enrolment_locked_reason',
    'update of cancel_reason on enrolment',
    `${closed('old.signed_on')} and not (old.state <> 'cancelled' and new.state = 'cancelled')`,
    'period-closed',
  ),
]

const statements = [
  // Summaries are counted from these two alone; the rows of the tables are wide.
  `create index enrolment_summary on enrolment (signed_on, id, person_id, scheme, kind, state,
    household_id, commune_code, commune_from, commune_name, collector, occupation, support_group,
    months, gross, state_support, local_support, payer, conference_id)`,
  'drop index enrolment_day',
  'create index person_trait on person (id, sex, birth_date)',
  'create index audit_at on audit (at)', // a clock set back shows against the latest moment known
  `create index period_closed on period (to_date, from_date) where state = 'closed'`,

  `create table reopening ( -- who opened a closed period again, and why
    id integer primary key,
    period_id integer not null references period (id),
    revision integer not null check (revision > 0), -- the closed revision that was opened
    reason text not null check (length(reason) between 1 and 300),
    asked_by integer not null references staff (id),
    approved_by integer not null references staff (id) check (approved_by <> asked_by),
    at text not null,
    unique (period_id, revision)
  ) strict`,
  ...growsOnly('reopening', '(period_id = new.period_id and revision = new.revision)'),

  `create table adjustment ( -- found after the day was closed: months and money, never a head
    id integer primary key,
    enrolment_id integer not null references enrolment (id),
    why text not null check (why in ('cancelled', 'corrected')),
    made_on text not null ${isoDay('made_on')}, -- the open day whose period carries it
    months integer not null,
    gross integer not null,
    state_support integer not null,
    local_support integer not null,
    payer integer not null check (payer = gross - state_support - local_support),
    reason text not null check (length(reason) between 1 and 500),
    created_by text not null,
    created_at text not null,
    check (why = 'corrected' or max(months, gross, state_support, local_support, payer) <= 0)
  ) strict`,
  'create index adjustment_day on adjustment (made_on, id)',
  'create index adjustment_enrolment on adjustment (enrolment_id)',
  `create unique index adjustment_cancelled on adjustment (enrolment_id) where why = 'cancelled'`,
  ...growsOnly(
    'adjustment',
    `(why = 'cancelled' and new.why = 'cancelled' and enrolment_id = new.enrolment_id)`,
  ),

  `create table reply_received ( -- the city's answers that were opened here, byte for byte
    id integer primary key,
    sequence integer not null references summary_file (sequence),
    verdict text not null check (verdict in ('accepted', 'returned')),
    reasons text not null check (json_valid(reasons)),
    city_code text not null,
    signer text not null,
    issued_at text not null,
    issued_by text not null,
    received_at text not null,
    received_by text not null,
    sha256 text not null unique check (length(sha256) = 64),
    bytes blob not null
  ) strict`,
  'create index reply_received_file on reply_received (sequence, issued_at)',
  ...growsOnly('reply_received', 'sha256 = new.sha256'),

  ...periodGuards,
  ...adjustmentGuards,
]
