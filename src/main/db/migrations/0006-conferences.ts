import { type Kysely, sql } from 'kysely'

/**
 * The life of a conference: planned, held, closed or cancelled; what was asked, handed out and written
 * down; who came and when to call them again; photos and scans.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of columns) await sql.raw(statement).execute(db)
  await listSpeakers(db)
  for (const statement of [...guards, ...tables]) await sql.raw(statement).execute(db)
}

const isoDay = (column: string) =>
  `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const states = `('planned', 'held', 'closed', 'cancelled')`
const occupations = `('trader', 'small-business', 'freelancer', 'boarding-house-owner', 'other')`

/** What a summary counts or names; the paperwork of a conference may still be finished afterwards. */
const counted = [
  ...['id', 'draft_key', 'kind', 'held_on', 'starts_at', 'ends_at', 'commune_code', 'commune_from'],
  ...['commune_name', 'place', 'organisers', 'speakers', 'target_groups', 'invited', 'attendees'],
  ...['consultations', 'notes', 'created_at'],
].join(', ')

const counts = (row: string) => `(${row}.state in ('held', 'closed'))`
const dayClosed = `exists (select 1 from period where state = 'closed'
  and kind in ('day', 'launch-day') and old.held_on between from_date and to_date)`
const exists = (where: string) => `exists (select 1 from conference where ${where})`

/** The lock on closed days goes first: old rows of such days get their state as well. */
const columns = [
  'drop trigger conference_locked_update',
  `alter table conference add column state text not null default 'held' check (state in ${states})`,
  `alter table conference add column previous_state text check (previous_state in ${states})`,
  'alter table conference add column draft_key text',
  'alter table conference add column ends_at text check (ends_at > starts_at)',
  `alter table conference add column target_groups text not null default '[]'
    check (json_valid(target_groups))`,
  'alter table conference add column invited integer check (invited >= 0)',
  `alter table conference add column consultations integer not null default 0
    check (consultations >= 0)`,
  ...['questions', 'materials', 'chair', 'secretary', 'minutes'].map(
    (column) => `alter table conference add column ${column} text not null default ''`,
  ),
  `update conference set state = 'cancelled', previous_state = 'held'
    where cancel_reason is not null`,
]

/** Speakers were one line of text, set apart by semicolons. */
async function listSpeakers(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    id: number
    speakers: string
  }>`select id, speakers from conference`.execute(db)
  for (const { id, speakers } of rows) {
    const names = speakers
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean)
    await sql`update conference set speakers = ${JSON.stringify(names)} where id = ${id}`.execute(
      db,
    )
  }
}

const forward = `(old.state, new.state) in (values ('planned', 'held'), ('planned', 'cancelled'),
  ('held', 'closed'), ('held', 'cancelled'), ('closed', 'held'))`

const guards = [
  'create unique index conference_draft on conference (draft_key) where draft_key is not null',
  'drop trigger conference_no_replace',
  `create trigger conference_no_replace before insert on conference
    when ${exists('id = new.id or draft_key = new.draft_key')}
    begin select raise(abort, 'conference row exists'); end`,
  'drop trigger conference_no_takeover',
  `create trigger conference_no_takeover before update on conference
    when ${exists('id <> old.id and (id = new.id or draft_key = new.draft_key)')}
    begin select raise(abort, 'conference row exists'); end`,

  `create trigger conference_locked_update before update of ${counted} on conference
    when ${dayClosed} and (${counts('old')} or ${counts('new')})
    begin select raise(abort, 'period-closed'); end`,
  `create trigger conference_locked_state before update of state on conference
    when ${counts('old')} <> ${counts('new')} and ${dayClosed}
    begin select raise(abort, 'period-closed'); end`,

  `create trigger conference_born before insert on conference
    when new.state not in ('planned', 'held') or new.cancel_reason is not null
    begin select raise(abort, 'illegal-step'); end`,
  `create trigger conference_step before update of state, cancel_reason on conference
    begin
      select raise(abort, 'illegal-step')
        where new.state <> old.state and not (${forward} or new.state is old.previous_state);
      select raise(abort, 'step-without-data')
        where (new.state = 'cancelled') <> (coalesce(new.cancel_reason, '') <> '');
    end`,
  `create trigger conference_stepped after update of state on conference
    when new.state <> old.state
    begin
      update conference set previous_state = case when ${forward} then old.state end
        where id = new.id;
    end`,
]

const tables = [
  // Carries what is counted of a conference, so that its people are counted in the index alone.
  'drop index enrolment_conference',
  `create index enrolment_conference on enrolment
    (conference_id, state, person_id, kind, occupation) where conference_id is not null`,

  `create table attendee (
    id integer primary key autoincrement, -- the audit names a person by it, also after a paste was undone
    conference_id integer not null references conference (id),
    name text not null check (length(name) between 1 and 300),
    name_fold text not null,
    birth_year integer check (birth_year between 1900 and 2100),
    address text not null,
    phone text,
    occupation text check (occupation in ${occupations}),
    bhxh integer not null check (bhxh in (0, 1)),
    bhyt integer not null check (bhyt in (0, 1)),
    consent integer not null check (consent in (0, 1)),
    follow_up_on text ${isoDay('follow_up_on')},
    outcome text check (outcome in ('will-join', 'thinking', 'refused', 'no-answer')),
    note text not null,
    lead_key text unique, -- the draft key of the sign-up made from this lead
    removed integer not null default 0 check (removed in (0, 1)),
    added_by text not null,
    added_at text not null,
    check (consent = 1 or phone is null)
  ) strict`,
  'create index attendee_conference on attendee (conference_id, id)',
  `create index attendee_due on attendee (follow_up_on)
    where follow_up_on is not null and removed = 0`,

  `create table conference_file (
    id integer primary key autoincrement,
    conference_id integer not null references conference (id),
    name text not null check (length(name) between 1 and 300),
    kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf')),
    size integer not null check (size between 1 and 10485760 and size = length(bytes)),
    sha256 text not null check (length(sha256) = 64),
    thumbnail blob check (length(thumbnail) <= 65536),
    removed integer not null default 0 check (removed in (0, 1)),
    added_by text not null,
    added_at text not null,
    bytes blob not null -- last, so that lists of files do not read through it
  ) strict`,
  'create index conference_file_of on conference_file (conference_id, id)',
  `create trigger conference_file_kept before update of bytes, size, sha256, kind, conference_id
    on conference_file begin select raise(abort, 'conference_file is append-only'); end`,
]
