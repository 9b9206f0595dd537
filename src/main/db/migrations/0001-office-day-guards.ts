/**
 * Triggers of the first schema: rows that only grow and days that are closed. They hold against any
 * tool that opens the file, not only against our screens; `insert or replace` deletes without firing
 * a delete trigger, so a row that would push another one out is refused before it is written.
 */
export const guards: string[] = [
  guard('audit', 'update'),
  guard('audit', 'delete'),
  guard('audit', 'insert', exists('audit', 'seq = new.seq or hash = new.hash')),

  guard(
    'summary_file',
    'update of sequence, period_id, revision, file_name, sha256, previous_sha256, created_by, approved_by, created_at, bytes',
  ),
  guard('summary_file', 'delete'),
  guard(
    'summary_file',
    'insert',
    exists(
      'summary_file',
      'sequence = new.sequence or sha256 = new.sha256 or (period_id = new.period_id and revision = new.revision)',
    ),
  ),

  ...closedPeriods(),
  ...closedDays('enrolment', 'signed_on'),
  ...closedDays('conference', 'held_on'),
  ...noPushingOut('conference', []),
  ...noPushingOut('enrolment', [
    'draft_key = new.draft_key and person_id = new.person_id and scheme = new.scheme',
    `person_id = new.person_id and scheme = new.scheme and kind = 'first' and new.kind = 'first'
      and state <> 'cancelled' and new.state <> 'cancelled'`,
  ]),
]

function exists(table: string, where: string): string {
  return `exists (select 1 from ${table} where ${where})`
}

/** Refuses a kind of change always, or when a condition holds. */
function guard(table: string, when: string, condition?: string): string {
  return trigger(
    `${table}_no_${when.split(' ')[0]}`,
    table,
    when,
    condition,
    `${table} is append-only`,
  )
}

function trigger(
  name: string,
  table: string,
  when: string,
  condition: string | undefined,
  message: string,
): string {
  return `create trigger ${name} before ${when} on ${table} ${condition ? `when ${condition}` : ''}
    begin select raise(abort, '${message}'); end`
}

/** A closed period keeps its days and stays closed; a further file only raises its revision. */
function closedPeriods(): string[] {
  const changed = ['id', 'kind', 'from_date', 'to_date', 'state'].map(
    (column) => `new.${column} <> old.${column}`,
  )
  const same = 'kind = new.kind and from_date = new.from_date and to_date = new.to_date'
  const lock = (verb: string, condition: string) =>
    trigger(`period_locked_${verb}`, 'period', verb, condition, 'period-closed')
  return [
    lock('delete', `old.state = 'closed'`),
    lock('update', `old.state = 'closed' and (${changed.join(' or ')})`),
    lock('insert', exists('period', `state = 'closed' and (id = new.id or (${same}))`)),
  ]
}

/** Nothing is added, changed, removed, moved in or moved out on a closed day. */
function closedDays(table: string, day: string): string[] {
  const closed = (value: string) =>
    exists(
      'period',
      `state = 'closed' and kind in ('day', 'launch-day') and ${value} between from_date and to_date`,
    )
  const lock = (name: string, when: string, value: string) =>
    trigger(`${table}_locked_${name}`, table, when, closed(value), 'period-closed')
  return [
    lock('insert', 'insert', `new.${day}`),
    lock('update', 'update', `old.${day}`),
    lock('delete', 'delete', `old.${day}`),
    lock('move', `update of ${day}`, `new.${day}`),
  ]
}

/** No row can take the place of another one: by its id, or by what else is unique. */
function noPushingOut(table: string, unique: string[]): string[] {
  const collides = ['id = new.id', ...unique].map((where) => `(${where})`).join(' or ')
  const message = `${table} row exists`
  return [
    trigger(`${table}_no_replace`, table, 'insert', exists(table, collides), message),
    trigger(
      `${table}_no_takeover`,
      table,
      'update',
      exists(table, `id <> old.id and (${collides})`),
      message,
    ),
  ]
}
