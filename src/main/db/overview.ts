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
  const id = spanId(raw, span)
  const read = cellReader(raw, on)
  const found = sides.map((side) => [side, id === null ? [] : read(id, side)] as const)
  return { from: span.from, to: span.to, sides: Object.fromEntries(found) }
}

function spanId(raw: Database.Database, { from, to }: Span): number | null {
  const known = prepared(raw, 'select id from counted_span where from_date = ? and to_date = ?')
  return (known.get(from, to) as { id: number } | undefined)?.id ?? null
}

/** Reads cells as bare lists: as objects ten thousand of them would take half the time there is. */
function cellReader(raw: Database.Database, on: IsoDate) {
  const later = isBookLater(raw, on)
  const statement = later
    ? `select scheme, kind, key, count(*) from counted_cell
       where span_id = ? and side = ? and signed_on <= ? group by 1, 2, 3`
    : 'select scheme, kind, key, people from counted where span_id = ? and side = ? and people <> 0'
  return (id: number, side: CountedSide): CountedCell[] => {
    const rows = prepared(raw, statement)
      .raw()
      .all(id, side, ...(later ? [on] : [])) as [CountedCell['scheme'], string, string, number][]
    return rows.map(([scheme, kind, key, people]) => ({ scheme, kind, key, people }))
  }
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

/** Conferences held (or closed) in a span of days: day, kind and commune. */
export function readHeld(raw: Database.Database, { from, to }: Span): ConferenceCount[] {
  const rows = prepared(
    raw,
    `select held_on, kind, commune_code, commune_from, attendees from conference
     where held_on between ? and ? and state in ('held', 'closed')`,
  )
    .raw()
    .all(from, to) as [string, ConferenceKind, string, string, number][]
  return rows.map(([day, kind, code, validFrom, attendees]) => ({
    ...{ day, kind, attendees },
    commune: { code, validFrom },
  }))
}

const named = `conference.id, held_on as heldOn, place, commune_name as communeName, attendees`
const isHeld = `conference.state in ('held', 'closed')`
const some = 12

/**
 * The conferences of a span that stand out – most and fewest people who joined through them – and how
 * many people joined through none.
 */
export function rankConferences(
  raw: Database.Database,
  span: Span,
  on: IsoDate,
): { ranked: ConferenceName[]; without: number } {
  const id = spanId(raw, span) ?? 0
  const later = isBookLater(raw, on)
  const joined = later
    ? `select key, count(*) as people from counted_cell
       where span_id = ? and side = 'conference' and signed_on <= ? group by key`
    : `select key, people from counted where span_id = ? and side = 'conference'
       and scheme = 'any' and kind = 'joiner' and people > 0`
  const values = later ? [id, on] : [id]
  const list = (order: string) =>
    prepared(
      raw,
      `select ${named}, people as joiners from (${joined}) as joined
       cross join conference on conference.id = cast(joined.key as integer)
       where joined.key <> '' and ${isHeld} order by people ${order}, conference.id limit ${some}`,
    ).all(...values) as ConferenceName[]
  const none = prepared(
    raw,
    `select ${named}, 0 as joiners from conference
     where held_on between ? and ? and ${isHeld}
       and id not in (select cast(key as integer) from (${joined}) where key <> '')
     order by id desc limit ${some}`,
  ).all(span.from, on < span.to ? on : span.to, ...values) as ConferenceName[]
  const all = [...list('desc'), ...none, ...list('asc')]
  const without = prepared(raw, `select people from (${joined}) where key = ''`)
  const { people } = (without.get(...values) as { people: number } | undefined) ?? { people: 0 }
  return { ranked: [...new Map(all.map((one) => [one.id, one])).values()], without: people }
}
