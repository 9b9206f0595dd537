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

/** Hears how far a long counting is; awaited, so that others can be told. */
export type CountTold = (done: number, total: number) => Promise<void> | void

/**
 * The counts of a span up to a day. For a day before the last sign-up, the later ones are taken off the
 * running counts, or the earlier ones are counted from their rows, whichever are fewer.
 */
export async function readCounts(
  raw: Database.Database,
  span: Span,
  on: IsoDate,
  sides: readonly CountedSide[],
  tell: CountTold = () => {},
): Promise<SpanCounts> {
  const id = spanId(raw, span)
  const days = { from: span.from, to: span.to }
  if (id === null) return { ...days, sides: Object.fromEntries(sides.map((side) => [side, []])) }
  const found = new Map(sides.map((side) => [side, readCells(raw, id, side)]))
  if (on < span.to && isBookLater(raw, on)) await turnBack(raw, { id, on, tell }, found)
  return { ...days, sides: Object.fromEntries(found) }
}

/** How many counted people `readCounts` has to group for a day; none when the running counts say it. */
export function peopleToGroup(raw: Database.Database, span: Span, on: IsoDate): number {
  const id = spanId(raw, span)
  if (id === null || on >= span.to || !isBookLater(raw, on)) return 0
  const days = readCells(raw, id, 'day')
  const early = sum(days.filter(({ key }) => key <= on))
  return Math.min(early, sum(days) - early)
}

/** How often people are counted on some days of a span: as joiners, as first-time persons, by scheme. */
export function peopleCounted(raw: Database.Database, span: Span, days: Span): number {
  const id = spanId(raw, span)
  if (id === null) return 0
  return sum(readCells(raw, id, 'day').filter(({ key }) => key >= days.from && key <= days.to))
}

const sum = (cells: readonly CountedCell[]) => cells.reduce((n, { people }) => n + people, 0)

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

type Back = { id: number; on: IsoDate; tell: CountTold }

/** Makes the counts of a span say what they said on a day; a day is its own key and needs no row. */
async function turnBack(
  raw: Database.Database,
  back: Back,
  found: Map<CountedSide, CountedCell[]>,
): Promise<void> {
  const days = found.get('day') ?? readCells(raw, back.id, 'day')
  const early = days.filter(({ key }) => key <= back.on)
  const isFew = sum(early) * 2 <= sum(days)
  const sides = [...found.keys()].filter((side) => side !== 'day')
  const counted = isFew ? early : days.filter(({ key }) => key > back.on)
  const grouped = sides.length === 0 ? null : await groupDays(raw, back, sides, counted)
  for (const side of sides) {
    const cells = grouped?.get(side) ?? []
    found.set(side, isFew ? cells : without(found.get(side) ?? [], cells))
  }
  if (found.has('day')) found.set('day', early)
}

/** About how many people are grouped by one statement, so that there is something to tell between. */
const groupedAtOnce = 5000

/** Groups the rows of some days, a few days at a time. */
async function groupDays(
  raw: Database.Database,
  { id, tell }: Back,
  sides: readonly CountedSide[],
  days: readonly CountedCell[],
): Promise<Map<CountedSide, CountedCell[]>> {
  const [found, total] = [new Map<string, CountedCell & { side: CountedSide }>(), sum(days)]
  let done = 0
  for (const { first, last, people } of spansOfDays(days)) {
    await tell(done, total)
    for (const cell of groupCells(raw, id, sides, { first, last })) {
      const name = `${cell.side} ${nameOf(cell)}`
      const known = found.get(name)
      if (known) known.people += cell.people
      else found.set(name, cell)
    }
    done += people
  }
  const bySide = new Map<CountedSide, CountedCell[]>(sides.map((side) => [side, []]))
  for (const { side, ...cell } of found.values()) bySide.get(side)?.push(cell)
  return bySide
}

/** Days in order, cut into spans of about as many people each. */
function spansOfDays(
  days: readonly CountedCell[],
): { first: IsoDate; last: IsoDate; people: number }[] {
  const spans: { first: IsoDate; last: IsoDate; people: number }[] = []
  for (const { key: day, people } of days.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const span = spans.at(-1)
    if (span && (span.last === day || span.people < groupedAtOnce)) {
      span.last = day
      span.people += people
    } else spans.push({ first: day, last: day, people })
  }
  return spans
}

function groupCells(
  raw: Database.Database,
  id: number,
  sides: readonly CountedSide[],
  { first, last }: { first: IsoDate; last: IsoDate },
): (CountedCell & { side: CountedSide })[] {
  return prepared(
    raw,
    `select side, scheme, kind, cast(key as text) as key, count(*) as people from counted_cell
     where span_id = ? and side in (select value from json_each(?)) and signed_on between ? and ?
     group by 1, 2, 3, 4`,
  ).all(id, JSON.stringify(sides), first, last) as (CountedCell & { side: CountedSide })[]
}

const nameOf = ({ scheme, kind, key }: CountedCell) => `${scheme} ${kind} ${key}`

function without(cells: readonly CountedCell[], gone: readonly CountedCell[]): CountedCell[] {
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
  return rows.map(([id, day, kind, code, validFrom, attendees]) => {
    const commune = { code, validFrom }
    return { id, day, kind, commune, attendees }
  })
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
