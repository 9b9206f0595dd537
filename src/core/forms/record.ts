import type { Problem } from '../result.ts'

/**
 * What every paper carries besides its content: the office's own record number, where and when it
 * is signed (ISO day), the watermark of a practice office, and the line that asks to compare an
 * unconfirmed layout with the official form.
 */
export type PaperMarks = {
  recordNumber: string | null
  signedPlace: string | null
  signedOn: string | null
  practice: boolean
  checkAgainstOfficial: boolean
}

/** A place by its administrative names; the district is gone since 1/7/2025. */
export type Place = { commune: string | null; district: string | null; province: string | null }

/** The names of a place from small to large, or null when nothing is known. */
export function placeNames(place: Place): string | null {
  return [place.commune, place.district, place.province].filter(Boolean).join(', ') || null
}

/** A box that must be filled: its printed number, its Vietnamese name, and where its value comes from. */
export type Box<R> = {
  box: string
  field: string
  path: (string | number)[]
  value: (record: R) => unknown
  asked?: (record: R) => boolean
}

/** One problem for each box that should be filled and is not, in the order of the paper. */
export function emptyBoxes<R>(record: R, boxes: readonly Box<R>[]): Problem[] {
  return boxes
    .filter((box) => box.asked?.(record) ?? true)
    .filter((box) => isBlank(box.value(record)))
    .map(({ box, field, path }) => ({ code: 'forms.missing-box', values: { box, field }, path }))
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && !value.trim())
}
