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
export function isBookLater(raw: Database.Database, on: IsoDate): boolean {
  const last = prepared(raw, 'select max(signed_on) as day from enrolment').get() as {
    day: string | null
  }
  return last.day !== null && last.day > on
}

/**
 * The counts of a span up to a day: from the running counts, or, for a day before the last sign-up,
 * from the rows they are counted from.
 */
export function readCounts(
  raw: Database.Database,
  span: Span,
  on: IsoDate,
  sides: readonly CountedSide[],
): SpanCounts {
  const known = prepared(raw, 'select id from counted_span where from_date = ? and to_date = ?')
  const found = known.get(span.from, span.to) as { id: number } | undefined
  const cells = found ? readCells(raw, found.id, on, sides) : []
  return { from: span.from, to: span.to, cells }
}

// A conference is looked at for who joined through it; its split by kind is never shown.
const sideFilter = `side = ? and (side <> 'conference' or scheme = 'any')`

function readCells(
  raw: Database.Database,
  spanId: number,
  on: IsoDate,
  sides: readonly CountedSide[],
): CountedCell[] {
  const later = isBookLater(raw, on)
  const sql = later
    ? `select side, scheme, kind, key, count(*) as people from counted_cell
       where span_id = ? and ${sideFilter} and signed_on <= ? group by 1, 2, 3, 4`
    : `select side, scheme, kind, key, people from counted
       where span_id = ? and ${sideFilter} and people <> 0`
  const statement = prepared(raw, sql)
  return sides.flatMap(
    (side) => statement.all(...[spanId, side], ...(later ? [on] : [])) as CountedCell[],
  )
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

/** Conferences held (or closed) in a span of days, by day, kind and commune. */
export function readHeld(raw: Database.Database, { from, to }: Span): ConferenceCount[] {
  const rows = prepared(
    raw,
    `select held_on as day, kind, commune_code as code, commune_from as since,
       count(*) as conferences, sum(attendees) as attendees
     from conference where held_on between ? and ? and state in ('held', 'closed')
     group by 1, 2, 3, 4`,
  ).all(from, to) as {
    day: string
    kind: ConferenceKind
    code: string
    since: string
    conferences: number
    attendees: number
  }[]
  return rows.map(({ code, since, ...row }) => ({ ...row, commune: { code, validFrom: since } }))
}

/** Number and attendees of every conference held in a span of days. */
export function listHeld(
  raw: Database.Database,
  { from, to }: Span,
): { id: number; attendees: number }[] {
  return prepared(
    raw,
    `select id, attendees from conference
     where held_on between ? and ? and state in ('held', 'closed')`,
  ).all(from, to) as { id: number; attendees: number }[]
}

/** What one recognises some conferences by. */
export function nameConferences(raw: Database.Database, ids: readonly number[]): ConferenceName[] {
  const one = prepared(
    raw,
    `select id, held_on as heldOn, place, commune_name as communeName, attendees
     from conference where id = ?`,
  )
  return ids.map((id) => one.get(id) as ConferenceName)
}
