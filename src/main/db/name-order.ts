import type Database from 'better-sqlite3'
import { prepared } from './prepared.ts'

/**
 * The Vietnamese order of people as numbers. Everybody has a `place`, and places rise in the order of
 * `name_sort`; the full-text index uses them as row numbers, so it answers any match in name order
 * without sorting, from any point on. A newcomer takes a place halfway between two neighbours; where
 * no number is free, the people around move apart (list labelling by density, after Bender et al.).
 */

/** Distance between neighbours when there is room for everybody. */
const gap = 4096
const firstPlace = 2 ** 40

/** A range of 2^i numbers may hold (2 / crowding)^i people before a larger range has to move apart. */
const crowding = 1.2

/**
 * A free place for a person by sort key. `onMove` is told of everybody who moves apart for it, before
 * the move (`place` is the old one).
 */
export function freePlace(
  raw: Database.Database,
  person: { id: number; sort: string },
  onMove: (moved: { id: number; place: number }[]) => void,
): number {
  const between = neighbours(raw, person)
  const found = halfway(between)
  if (found !== null) return found
  moveApart(raw, between.before ?? firstPlace, onMove)
  const place = halfway(neighbours(raw, person))
  if (place === null) throw new Error('no place became free')
  return place
}

/** Gives everybody a place, all equally far apart. Index entries by place are not true any more then. */
export function placeEverybody(raw: Database.Database): void {
  raw
    .prepare(
      `update person set place = cast(? as integer) + ordered.number * cast(? as integer)
       from (select id, row_number() over (order by name_sort, id) as number from person
             where merged_into is null) as ordered
       where ordered.id = person.id`,
    )
    .run(firstPlace, gap)
}

type Between = { before: number | null; after: number | null }

function halfway({ before, after }: Between): number | null {
  if (before === null) return after === null ? firstPlace : after - gap
  if (after === null) return before + gap
  return after - before > 1 ? Math.floor((before + after) / 2) : null
}

function neighbours(raw: Database.Database, { id, sort }: { id: number; sort: string }): Between {
  const one = (sql: string, ...values: unknown[]) =>
    prepared(raw, sql)
      .pluck()
      .get(...values) as number | null | undefined
  const named = 'select place from person where place is not null and name_sort'
  const lowest = one(`${named} = ? order by place limit 1`, sort)
  let before: number | null
  if (lowest == null) {
    before = one(`${named} < ? order by name_sort desc, place desc limit 1`, sort) ?? null
  } else {
    // Namesakes come in any order, so a newcomer goes among them at a point that spreads them evenly.
    const highest = one(`${named} = ? order by place desc limit 1`, sort) ?? lowest
    const share = (Math.imul(id, 0x9e3779b1) >>> 0) / 2 ** 32
    const point = lowest + Math.floor(share * (highest - lowest + 1))
    before = one('select max(place) from person where place <= ?', point) ?? null
  }
  const after =
    before === null
      ? one('select min(place) from person')
      : one('select min(place) from person where place > ?', before)
  return { before, after: after ?? null }
}

function moveApart(
  raw: Database.Database,
  around: number,
  onMove: (moved: { id: number; place: number }[]) => void,
): void {
  const within = 'from person where place >= ? and place < ?'
  for (let i = 4; ; i += 1) {
    const size = 2 ** i
    const low = Math.floor(around / size) * size
    const people = raw
      .prepare(`select count(*) ${within}`)
      .pluck()
      .get(low, low + size) as number
    if (people + 1 > (2 / crowding) ** i) continue
    const moved = raw.prepare(`select id, place ${within} order by place`).all(low, low + size) as {
      id: number
      place: number
    }[]
    onMove(moved)
    const move = prepared(raw, 'update person set place = ? where id = ?')
    for (const [index, { id }] of moved.entries()) {
      move.run(Math.floor(low + (index * size) / people), id)
    }
    return
  }
}
