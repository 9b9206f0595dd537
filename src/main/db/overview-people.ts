import type Database from 'better-sqlite3'
import type { CountedFigure, ForceFigure } from '#core/contract/overview-calls.ts'
import type { Collector, Occupation, Scheme } from '#core/terms.ts'
import { prepared } from './prepared.ts'

/** A line behind a figure, as the tables have it. */
export type CountedRow = {
  id: number
  person_id: number
  name: string
  birth_date: string
  birth_precision: 'day' | 'year'
  personal_number: string | null
  scheme: Scheme
  kind: string
  signed_on: string
  commune_code: string
  commune_from: string
  collector: Collector
  occupation: Occupation
}

/**
 * The part of the rows a figure is about, with the values of its place holders. Where most rows may
 * match, a `+` keeps SQLite from an index of its own making: the days are walked backwards instead.
 */
function partOf(figure: CountedFigure): { where: string; values: (string | number)[] } {
  const { counted, on, side } = figure
  const isScheme = counted === 'bhxh-tn' || counted === 'bhyt-hgd'
  const who = isScheme ? 'counted_scheme = ?' : `counted_scheme = 'any' and counted_kind = ?`
  const base = { where: `${who} and signed_on <= ?`, values: [counted, on] }
  const and = (where: string, ...values: (string | number)[]) => ({
    where: `${base.where} and ${where}`,
    values: [...base.values, ...values],
  })
  switch (side?.by) {
    case 'day':
      return and('signed_on between ? and ?', side.from, side.to)
    case 'commune':
      return and(
        '+commune_code = ? and +commune_from = ?',
        side.commune.code,
        side.commune.validFrom,
      )
    case 'collector':
      return and('+collector = ?', side.collector)
    case 'occupation':
      return and('+occupation = ?', side.occupation)
    case 'conference':
      return side.conferenceId === 0
        ? and('conference_id is null')
        : and('conference_id = ?', side.conferenceId)
    case undefined:
      return base
  }
}

const columns = `head.id, head.person_id, person.name, person.birth_date, person.birth_precision,
       person.personal_number, head.scheme, head.kind, head.signed_on, head.commune_code,
       head.commune_from, head.collector, head.occupation`

const span = 'span_id = (select id from counted_span where from_date = ? and to_date = ?)'

/** The people behind a figure, the latest sign-up first, from after a place (`day id`). */
export function listCounted(
  raw: Database.Database,
  figure: CountedFigure,
  after: { day: string; id: number } | null,
  limit: number,
): CountedRow[] {
  const { where, values } = partOf(figure)
  const place = after ? 'and (head.signed_on, head.id) < (?, ?)' : ''
  return prepared(
    raw,
    `select ${columns}
     from counted_head as head join person on person.id = head.person_id
     where ${span} and ${where} ${place}
     order by head.signed_on desc, head.id desc limit ?`,
  ).all(
    ...[figure.from, figure.to, ...values],
    ...(after ? [after.day, after.id] : []),
    limit,
  ) as CountedRow[]
}

/**
 * The people in force on a day, with the latest of the enrolments that cover it, the latest sign-up
 * first, from after a place (`day id`).
 */
export function listInForce(
  raw: Database.Database,
  { inForce, on }: ForceFigure,
  after: { day: string; id: number } | null,
  limit: number,
): CountedRow[] {
  const covers = (one: string) => `${one}.scheme = ? and ${one}.state <> 'cancelled'
       and ${one}.valid_from <= ? and ${one}.valid_to >= ?`
  const place = after ? 'and (head.signed_on, head.id) < (?, ?)' : ''
  return prepared(
    raw,
    `select ${columns}
     from enrolment as head join person on person.id = head.person_id
     where ${covers('head')} and not exists (select 1 from enrolment as later
         where later.person_id = head.person_id and ${covers('later')}
           and (later.signed_on, later.id) > (head.signed_on, head.id)) ${place}
     order by head.signed_on desc, head.id desc limit ?`,
  ).all(
    ...[inForce, on, on, inForce, on, on],
    ...(after ? [after.day, after.id] : []),
    limit,
  ) as CountedRow[]
}

/** How many enrolments there are at most. */
export function mostEnrolments(raw: Database.Database): number {
  return (
    (prepared(raw, 'select max(id) as last from enrolment').get() as { last: number | null })
      .last ?? 0
  )
}
