import { addDays, isIsoDate } from '#core/date.ts'
import { parseInto } from './xml-in.ts'
import type { ZipIn } from './zip-in.ts'

/** Which cell formats show a day, by the number that cells carry. */
export async function readDayFormats(zip: ZipIn, part: string | null): Promise<boolean[]> {
  const days: boolean[] = []
  if (part === null || !zip.has(part)) return days
  const own = new Map<number, boolean>()
  let inCells = false
  await parseInto(zip, part, {
    open: ({ name, attributes: { numFmtId, formatCode } }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), showsDay(formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(numFmtId ?? 0)
      days.push(own.get(id) ?? isDayFormat(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return days
}

/** Days among the formats that every program knows by number (ECMA-376 part 1, 18.8.30). */
function isDayFormat(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

/** Whether a format code has a day or a year in it, besides quoted words, colours and conditions. */
function showsDay(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''))
}

/** The day of a serial number, its hours left off; null when it is no day of the years 1900 to 9999. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial)
  if (!(days >= 1 && days <= 2_958_465)) return null
  // Day 60 is the 29 February 1900 that never was; the days before it count from one day later.
  const start = from1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30'
  const day = addDays(start, days)
  return isIsoDate(day) ? day : null
}
