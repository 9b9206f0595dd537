import type Database from 'better-sqlite3'
import type { IsoDate } from '#core/date.ts'
import type {
  ConferenceCount,
  ConferenceName,
  CountedCell,
  CountedSide,
  SpanCounts,
} from '#core/overview-facts.ts'
import type { ConferenceKind, Scheme } from '#core/terms.ts'
import { prepared } from './prepared.ts'

type Span = { from: IsoDate; to: IsoDate }

/** Whether the book holds sign-ups later than a day; then its running counts know too much. */
function isBookLater(raw: Database.Database, on: IsoDate): boolean {
  const last = prepared(raw, 'select max(signed_on) as day from enrolment').get() as {
    day: string | null
  }
  return last.day !== null && last.day > on
}

/**
 * The counts of a span up to a day. For a day before the last sign-up, the later ones are taken off the
 * running counts, or the earlier ones are counted from their rows, whichever are fewer.
 */
export function readCounts(
  raw: Database.Database,
  span: Span,
  on: IsoDate,
  sides: readonly CountedSide[],
): SpanCounts {
  const id = spanId(raw, span)
  const days = { from: span.from, to: span.to }
  if (id === null) return { ...days, sides: Object.fromEntries(sides.map((side) => [side, []])) }
  const found = new Map(sides.map((side) => [side, readCells(raw, id, side)]))
  if (on < span.to && isBookLater(raw, on)) turnBack(raw, id, on, found)
  return { ...days, sides: Object.fromEntries(found) }
}

function spanId(raw: Database.Database, { from, to }: Span): number | null {
  const known = prepared(raw, 'select id from counted_span where from_date = ? and to_date = ?')
  return (known.get(from, to) as { id: number } | undefined)?.id ?? null
}

/** Reads cells as bare lists: as objects ten thousand of them would take half the time there is. */
function readCells(raw: Database.Database, id: number, side: CountedSide): CountedCell[] {
  const rows = prepared(
    raw,
    'select scheme, kind, key, people from counted where span_id = ? and side = ? and people <> 0',
  )
    .raw()
    .all(id, side) as [CountedCell['scheme'], string, string, number][]
  return rows.map(([scheme, kind, key, people]) => ({ scheme, kind, key, people }))
}

/** Makes the counts of a span say what they said on a day; a day is its own key and needs no row. */
function turnBack(
  raw: Database.Database,
  id: number,
  on: IsoDate,
  found: Map<CountedSide, CountedCell[]>,
): void {
  const days = found.get('day') ?? readCells(raw, id, 'day')
  const early = days.filter(({ key }) => key <= on)
  const sum = (cells: readonly CountedCell[]) => cells.reduce((n, { people }) => n + people, 0)
  const isFew = sum(early) * 2 <= sum(days)
  const sides = [...found.keys()].filter((side) => side !== 'day')
  const grouped = sides.length === 0 ? [] : groupCells(raw, id, on, sides, isFew ? '<=' : '>')
  for (const side of sides) {
    const cells = grouped.filter((cell) => cell.side === side).map(({ side: _side, ...one }) => one)
    found.set(side, isFew ? cells : without(found.get(side) ?? [], cells))
  }
  if (found.has('day')) found.set('day', early)
}

function groupCells(
  raw: Database.Database,
  id: number,
  on: IsoDate,
  sides: readonly CountedSide[],
  which: '<=' | '>',
): (CountedCell & { side: CountedSide })[] {
  return prepared(
    raw,
    `select side, scheme, kind, key, count(*) as people from counted_cell
     where span_id = ? and side in (select value from json_each(?)) and signed_on ${which} ?
     group by 1, 2, 3, 4`,
  ).all(id, JSON.stringify(sides), on) as (CountedCell & { side: CountedSide })[]
}

function without(cells: readonly CountedCell[], gone: readonly CountedCell[]): CountedCell[] {
  const nameOf = ({ scheme, kind, key }: CountedCell) => `${scheme} ${kind} ${key}`
  const less = new Map(gone.map((cell) => [nameOf(cell), cell.people]))
  return cells
    .map((cell) => ({ ...cell, people: cell.people - (less.get(nameOf(cell)) ?? 0) }))
    .filter(({ people }) => people !== 0)
}

/** People in force on a day for each scheme, each once however many terms of theirs overlap. */
export function readInForce(raw: Database.Database, on: IsoDate): Record<Scheme, number> {
  const rows = prepared(
    raw,
    'select scheme, sum(people) as people from in_force where day <= ? group by scheme',
  ).all(on) as { scheme: Scheme; people: number }[]
  const of = (scheme: Scheme) => rows.find((row) => row.scheme === scheme)?.people ?? 0
  return { 'bhxh-tn': of('bhxh-tn'), 'bhyt-hgd': of('bhyt-hgd') }
}

/** Conferences held (or closed) in a span of days: number, day, kind, commune and attendees. */
export function readHeld(raw: Database.Database, { from, to }: Span): ConferenceCount[] {
  const rows = prepared(
    raw,
    `select id, held_on, kind, commune_code, commune_from, attendees from conference
     where held_on between ? and ? and state in ('held', 'closed')`,
  )
    .raw()
    .all(from, to) as [number, string, ConferenceKind, string, string, number][]
  return rows.map(([id, day, kind, code, validFrom, attendees]) => ({
    ...{ id, day, kind, attendees },
    commune: { code, validFrom },
  }))
}

/** What one recognises held (or closed) conferences by; others are left out. */
export function nameConferences(
  raw: Database.Database,
  ids: readonly number[],
): Omit<ConferenceName, 'joiners'>[] {
  return prepared(
    raw,
    `select id, held_on as heldOn, place, commune_name as communeName, attendees from conference
     where id in (select value from json_each(?)) and state in ('held', 'closed')`,
  ).all(JSON.stringify(ids)) as Omit<ConferenceName, 'joiners'>[]
}
