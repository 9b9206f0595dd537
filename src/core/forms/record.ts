import type { Problem } from '../result.ts'

/**
 * What every paper carries besides its content: the office's own record number, where and when it
 * is signed (ISO day), the watermark of a practice office, the line that asks to compare an
 * unconfirmed layout with the official form, and what the QR square in the corner says (`tie`, to
 * find the conference or record again when the paper comes back).
 */
export type PaperMarks = {
  recordNumber: string | null
  signedPlace: string | null
  signedOn: string | null
  practice: boolean
  checkAgainstOfficial: boolean
  tie?: string | undefined
  /** What stands beside that square for people: the office and the conference. */
  tieWords?: string | undefined
}

/** A place by its administrative names; the district is gone since 1/7/2025. */
export type Place = { commune: string | null; district: string | null; province: string | null }

/** The names of a place from small to large, or null when nothing is known. */
export function placeNames(place: Place): string | null {
  return [place.commune, place.district, place.province].filter(Boolean).join(', ') || null
}

/** Who makes a list at a collecting point; the collector is the person, the organisation the employer. */
export type CollectorHead = {
  organisation: string | null
  organisationCode: string | null
  collectorName: string | null
  collectorCode: string | null
}

/** The office at the top left of its own papers. */
export type OfficeHead = { name: string; unitCode: string }

/** A box that must be filled: its printed number, its Vietnamese name, and where its value comes from. */
export type Box<R> = {
  box: string
  field: string
  path: (string | number)[]
  value: (record: R) => unknown
  asked?: (record: R) => boolean
}

/** What a form must have filled: a problem for each box left empty, in the order of the paper. */
export type BoxCheck<R> = (record: R) => Problem[]

/** Checks single boxes. */
export function needs<R>(boxes: readonly Box<R>[]): BoxCheck<R> {
  return (record) =>
    boxes
      .filter((box) => box.asked?.(record) ?? true)
      .filter((box) => isBlank(box.value(record)))
      .map(({ box, field, path }) => ({ code: 'forms.missing-box', values: { box, field }, path }))
}

/** Checks the columns of a list, row by row; `key` is where the rows are in the record. */
export function needsColumns<R, T>(
  key: keyof R & string,
  rows: (record: R) => readonly T[],
  columns: readonly { column: string; field: string; path: string; value: (row: T) => unknown }[],
): BoxCheck<R> {
  return (record) =>
    rows(record).flatMap((row, i) =>
      columns
        .filter(({ value }) => isBlank(value(row)))
        .map(
          ({ column, field, path }): Problem => ({
            code: 'forms.missing-cell',
            values: { column, row: i + 1, field },
            path: [key, i, path],
          }),
        ),
    )
}

/** Several checks one after the other. */
export function all<R>(...checks: BoxCheck<R>[]): BoxCheck<R> {
  return (record) => checks.flatMap((check) => check(record))
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && !value.trim())
}
