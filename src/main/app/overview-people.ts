import type { CountedFigure } from '#core/contract/overview-calls.ts'
import type { CallAnswer, CallInput } from '#core/contract.ts'
import { countedIn } from '#core/overview-cells.ts'
import type { CountedSide } from '#core/overview-facts.ts'
import { maskNumber } from '../db/enrolments.ts'
import { readCounts } from '../db/overview.ts'
import { listCounted } from '../db/overview-people.ts'
import { settleCounts } from '../db/overview-settle.ts'
import type { Office } from './office.ts'
import { communeName } from './registry.ts'

/** A page of the people behind a figure; the total is the figure itself. */
export async function listBehind(
  office: Office,
  { figure, after, limit }: CallInput<'overview.people'>,
): Promise<CallAnswer<'overview.people'>> {
  const { raw } = office.store
  settleCounts(raw)
  const [day = '', id = ''] = after?.split(' ') ?? []
  const found = listCounted(raw, figure, after === null ? null : { day, id: Number(id) }, limit + 1)
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
      communeName: communeName(office, { code: row.commune_code, validFrom: row.commune_from }),
      ...{ collector: row.collector, occupation: row.occupation },
    })),
    total: totalBehind(office, figure),
    next: last ? `${last.signed_on} ${last.id}` : null,
  }
}

function totalBehind(office: Office, figure: CountedFigure): number {
  const side: CountedSide = figure.side?.by ?? 'day'
  const { sides } = readCounts(office.store.raw, figure, figure.on, [side])
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
