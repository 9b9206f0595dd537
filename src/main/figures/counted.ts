import type { CountedPeople } from '#core/contract/overview-answers.ts'
import type { CountedFigure, CountedWish, PeopleFigure } from '#core/contract/overview-calls.ts'
import { countedIn } from '#core/overview-cells.ts'
import type { CountedSide } from '#core/overview-facts.ts'
import { maskNumber } from '../db/enrolments.ts'
import { readCounts, readInForce } from '../db/overview.ts'
import { listCounted, listInForce } from '../db/overview-people.ts'
import { nameOfCommune, type Source } from './source.ts'

/** A page of the people behind a figure; the total is the figure itself. */
export async function listBehind(
  source: Source,
  { figure, after, limit }: CountedWish,
): Promise<CountedPeople> {
  const { raw, ground } = source
  const total = await totalBehind(source, figure)
  // Looking for nobody would take as long as looking at everybody.
  if (total === 0) return { rows: [], total, next: null }
  const [day = '', id = ''] = after?.split(' ') ?? []
  const place = after === null ? null : { day, id: Number(id) }
  const found =
    'inForce' in figure
      ? listInForce(raw, figure, place, limit + 1)
      : listCounted(raw, figure, place, limit + 1)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    rows: rows.map((row) => ({
      enrolmentId: row.id,
      personId: row.person_id,
      name: row.name,
      birth: { date: row.birth_date, precision: row.birth_precision },
      personalNumber: row.personal_number === null ? null : maskNumber(row.personal_number),
      ...{ scheme: row.scheme, kind: row.kind, signedOn: row.signed_on },
      communeName: nameOfCommune(ground, { code: row.commune_code, validFrom: row.commune_from }),
      ...{ collector: row.collector, occupation: row.occupation },
    })),
    total,
    next: last ? `${last.signed_on} ${last.id}` : null,
  }
}

/** How many people are behind a figure. */
export async function totalBehind({ raw, tell }: Source, figure: PeopleFigure): Promise<number> {
  if ('inForce' in figure) return readInForce(raw, figure.on)[figure.inForce]
  const side: CountedSide = figure.side?.by ?? 'day'
  const { sides } = await readCounts(raw, figure, figure.on, [side], tell)
  const isIn = keyTest(figure)
  return (sides[side] ?? []).reduce(
    (sum, cell) => (countedIn(cell) === figure.counted && isIn(cell.key) ? sum + cell.people : sum),
    0,
  )
}

function keyTest({ side, on }: CountedFigure): (key: string) => boolean {
  switch (side?.by) {
    case 'day':
      return (key) => key >= side.from && key <= side.to && key <= on
    case 'commune':
      return (key) => key === `${side.commune.code}|${side.commune.validFrom}`
    case 'collector':
      return (key) => key.startsWith(`${side.collector}|`)
    case 'occupation':
      return (key) => key === side.occupation
    case 'conference':
      return (key) => key === (side.conferenceId === 0 ? '' : String(side.conferenceId))
    case undefined:
      return (key) => key <= on
  }
}
