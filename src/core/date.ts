import { fail, ok, type Result } from './result.ts'

/** A calendar day as `YYYY-MM-DD`; plain string order is date order. */
export type IsoDate = string

/** How much of a date is known: the whole day, or only the year (written as its 1 January). */
export type DatePrecision = 'day' | 'year'

/** A date read from what a person typed. */
export type ParsedDate = { date: IsoDate; precision: DatePrecision }

/** How to read a typed date: `past` refuses the future, `allowYear` takes a bare year. */
export type DateReading = { today: IsoDate; past?: boolean; allowYear?: boolean }

const firstYear = 1900
const lastYear = 2199

const split = (iso: IsoDate): [number, number, number] => [
  Number(iso.slice(0, 4)),
  Number(iso.slice(5, 7)),
  Number(iso.slice(8, 10)),
]

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The date of a year, month (1–12) and day, or null when the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Whether a value is a date of the calendar written `YYYY-MM-DD`. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  return dateOf(...split(value)) !== null
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; no time zone is involved. */
function dayNumber(iso: IsoDate): number {
  const [year, month, day] = split(iso)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function fromDayNumber(days: number): IsoDate {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const doe = shifted - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1, 2)}`
}

/** The day `days` later (earlier when negative). */
export function addDays(iso: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(iso) + days)
}

/** The same day `months` later; the last day of the month where that day is missing there. */
export function addMonths(iso: IsoDate, months: number): IsoDate {
  const [year, month, day] = split(iso)
  const index = year * 12 + month - 1 + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}`
}

/** The last day of a term of `months` that starts on `from`: 12 months from 16/12/2024 end on 15/12/2025. */
export function termEnd(from: IsoDate, months: number): IsoDate {
  const next = addMonths(from, months)
  // No corresponding day: the month's own last day ends the term (Bộ luật Dân sự 2015, Điều 148).
  return next.slice(8) === from.slice(8) ? addDays(next, -1) : next
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Whole months completed from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -monthsBetween(to, from)
  const [fromYear, fromMonth] = split(from)
  const [toYear, toMonth] = split(to)
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth
  return addMonths(from, months) <= to ? months : months - 1
}

/** Order of two dates for sorting: negative, zero or positive. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `dd/MM/yyyy`, or the bare year when only that is known. */
export function formatDate(iso: IsoDate, precision: DatePrecision = 'day'): string {
  const [year, month, day] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)]
  return precision === 'year' ? year : `${day}/${month}/${year}`
}

const weekdays = [
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'Chủ nhật',
] as const

/** The Vietnamese name of the weekday, to echo beside a typed date. */
export function weekdayName(iso: IsoDate): string {
  const index = (((dayNumber(iso) + 3) % 7) + 7) % 7
  return weekdays[index] as string
}

/** Day, month and year as typed; `year` keeps its digits because two digits mean "guess the century". */
type Parts = { day: number; month: number; year: string }

const layouts = [
  /^(?<day>\d{1,2})\s*(?<sep>[/.-])\s*(?<month>\d{1,2})\s*\k<sep>\s*(?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4})([/-])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?:ngày )?(?<day>\d{1,2}) tháng (?<month>\d{1,2}) năm (?<year>\d{4})$/,
]

// Full-width digits and no-break spaces come from pasted tables; NFKC also composes NFD letters.
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(thứ (hai|ba|tư|năm|sáu|bảy)|chủ nhật), ?/, '')

function readParts(text: string): Parts | null {
  for (const layout of layouts) {
    const found = layout.exec(text)?.groups
    if (found?.day && found.month && found.year)
      return { day: Number(found.day), month: Number(found.month), year: found.year }
  }
  return null
}

/** The dates a day, month and year of two or four digits can mean. */
function candidates({ day, month, year }: Parts, today: IsoDate): IsoDate[] {
  const century = Number(today.slice(0, 2)) * 100
  const years =
    year.length === 4
      ? [Number(year)]
      : [century - 100, century, century + 100].map((base) => base + Number(year))
  return years.flatMap((each) => dateOf(each, month, day) ?? [])
}

function nearest(dates: IsoDate[], today: IsoDate): IsoDate {
  const away = (date: IsoDate): number => Math.abs(daysBetween(today, date))
  return dates.reduce((best, date) => (away(date) < away(best) ? date : best))
}

/**
 * Reads a date as clerks type it: `6/11/90`, `06-11-1990`, `6.11.1990`, `061190`, `06111990`,
 * `ngày 6 tháng 11 năm 1990`, and `1990` with `allowYear`. Day comes first, always; a day that does
 * not exist is refused. A two-digit year means the nearest date, not in the future with `past`.
 */
export function parseDate(text: string, reading: DateReading): Result<ParsedDate> {
  const shown = text.trim().slice(0, 40)
  const tidied = tidy(text)
  if (tidied === '') return fail('date.empty')
  if (/^\d{4}$/.test(tidied)) return parseYear(tidied, reading)
  const parts = readParts(tidied)
  if (!parts) return fail('date.unreadable', { text: shown })
  const possible = candidates(parts, reading.today)
  if (possible.length === 0) return fail('date.impossible', { text: shown })
  const allowed = reading.past ? possible.filter((date) => date <= reading.today) : possible
  if (allowed.length === 0) return fail('date.future', { text: shown })
  return inRange({ date: nearest(allowed, reading.today), precision: 'day' }, shown)
}

/**
 * Reads a month as clerks type it: `6/2025`, `06-2025`, `tháng 6 năm 2025`, or any day of it. Answers
 * the last day of the month.
 */
export function parseMonth(text: string, reading: DateReading): Result<IsoDate> {
  const typed = /^(?:tháng )?(\d{1,2})(?: ?[/.-] ?| năm | )(\d{4})$/.exec(tidy(text))
  if (!typed) {
    const day = parseDate(text, { ...reading, allowYear: false })
    return day.ok ? ok(monthEnd(day.value.date)) : day
  }
  const shown = text.trim().slice(0, 40)
  const first = dateOf(Number(typed[2]), Number(typed[1]), 1)
  if (!first) return fail('date.impossible', { text: shown })
  if (reading.past && first > reading.today) return fail('date.future', { text: shown })
  const read = inRange({ date: first, precision: 'day' }, shown)
  return read.ok ? ok(monthEnd(first)) : read
}

const monthEnd = (date: IsoDate): IsoDate => addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1)

function parseYear(year: string, { today, past, allowYear }: DateReading): Result<ParsedDate> {
  if (!allowYear) return fail('date.year-only', { text: year })
  const date = `${year}-01-01`
  if (past && date > today) return fail('date.future', { text: year })
  return inRange({ date, precision: 'year' }, year)
}

function inRange(parsed: ParsedDate, shown: string): Result<ParsedDate> {
  const year = Number(parsed.date.slice(0, 4))
  if (year < firstYear || year > lastYear) return fail('date.out-of-range', { text: shown })
  return ok(parsed)
}
