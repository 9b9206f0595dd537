import { parseDate } from './date.ts'
import { termTexts } from './messages/ui-terms.ts'
import { longestName } from './person.ts'
import { parsePhone } from './phone.ts'
import { at, fail, ok, type Problem, type Result } from './result.ts'
import { type Attendee, type AttendeeDraft, checkAttendee, type RosterFacts } from './roster.ts'
import { Occupation } from './terms.ts'
import { cleanText, foldKey } from './text.ts'

/** A row of a sheet that was not taken, with its number (from 1), its name as pasted and why. */
export type RefusedRow = { line: number; name: string; problem: Problem }

/**
 * What a pasted sheet comes to: the rows taken, the ones refused, and how many phones are left out for
 * want of consent.
 */
export type RosterPlan = { rows: AttendeeDraft[]; refused: RefusedRow[]; phonesLeft: number }

type Column =
  | 'name'
  | 'birthYear'
  | 'address'
  | 'phone'
  | 'occupation'
  | 'interest'
  | 'bhxh'
  | 'bhyt'
  | 'consent'
  | 'followUpOn'
  | 'note'

/** The columns of a sheet without a heading. */
const usual: Column[] = [
  ...(['name', 'birthYear', 'address', 'phone', 'occupation', 'interest'] as const),
  ...(['consent', 'followUpOn', 'note'] as const),
]

/** Headings by what they begin with or hold, folded; the first that fits counts. */
const headings: [RegExp, Column][] = [
  [/ho va ten|^ho ten|^ten|^name/, 'name'],
  [/nam sinh|ngay sinh|birth/, 'birthYear'],
  [/dia chi|thon|to dan pho|address/, 'address'],
  [/dien thoai|^sdt|phone/, 'phone'],
  [/nhom|nghe|group|occupation/, 'occupation'],
  [/dong y|consent/, 'consent'],
  [/hen|follow/, 'followUpOn'],
  [/ghi chu|note/, 'note'],
  [/bhxh/, 'bhxh'],
  [/bhyt/, 'bhyt'],
  [/quan tam|interest/, 'interest'],
]

const columnOf = (heading: string): Column | null =>
  headings.find(([pattern]) => pattern.test(foldKey(heading)))?.[1] ?? null

/** Longest text that is read: a sheet of 2,000 rows has room in it. */
export const longestPaste = 1_000_000

/**
 * Reads rows copied from a spreadsheet. The dry run and the real one are this same function: every row
 * is either taken or refused with its reason, and rows that are on the roster already are refused.
 */
export function planRoster(text: string, facts: RosterFacts, today: string): Result<RosterPlan> {
  const lines = splitRows(text)
  const [first] = lines
  if (!first) return fail('roster.paste-empty')
  const heading = first.cells.map(columnOf)
  const hasHeading = heading.includes('name')
  const columns = hasHeading ? heading : usual
  const plan: RosterPlan = { rows: [], refused: [], phonesLeft: 0 }
  const others = [...facts.others]
  for (const { line, cells } of hasHeading ? lines.slice(1) : lines) {
    const values = valuesOf(columns, cells)
    const read = readRow(values, today)
    const checked = read.ok ? checkAttendee(read.value, { ...facts, others }) : read
    if (checked.ok) {
      plan.rows.push(checked.value)
      if (values.phone?.trim() && !checked.value.consent) plan.phonesLeft += 1
      others.push({ ...checked.value, id: -plan.rows.length } as Attendee)
    } else plan.refused.push({ line, name: cleanText(values.name ?? ''), problem: checked.problem })
  }
  return ok(plan)
}

type Values = Partial<Record<Column, string>>

function valuesOf(columns: readonly (Column | null)[], cells: readonly string[]): Values {
  const values: Values = {}
  for (const [index, column] of columns.entries()) {
    if (column) values[column] = cells[index] ?? ''
  }
  return values
}

/** Rows and cells of copied text; a cell in quotes may hold tabs and line ends. Empty rows go. */
function splitRows(text: string): { line: number; cells: string[] }[] {
  const rows: string[][] = [['']]
  let quoted = false
  const add = (char: string) => {
    const row = rows.at(-1) as string[]
    row[row.length - 1] += char
  }
  const tidied = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let i = 0; i < tidied.length; i += 1) {
    const char = tidied[i] as string
    const cell = rows.at(-1)?.at(-1) ?? ''
    if (quoted) {
      if (char !== '"') add(char)
      else if (tidied[i + 1] === '"') {
        add('"')
        i += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === '\t') rows.at(-1)?.push('')
    else if (char === '\n') rows.push([''])
    else add(char)
  }
  return rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function readRow(values: Values, today: string): Result<AttendeeDraft> {
  const name = cleanText(values.name ?? '')
  if (name === '') return fail('roster.no-name', {}, ['name'])
  if (name.length > longestName) return fail('roster.too-long', { max: longestName }, ['name'])
  const address = cleanText(values.address ?? '')
  const note = cleanText(values.note ?? '')
  if (address.length > longestName || note.length > 500) {
    return fail('roster.too-long', { max: address.length > longestName ? longestName : 500 })
  }
  const birthYear = optional(values.birthYear, (cell) => readYear(cell, today))
  if (!birthYear.ok) return birthYear
  const consent = readYes(values.consent ?? '')
  if (!consent.ok) return consent
  const phone = optional(values.phone, readPhone)
  if (!phone.ok) return phone
  const occupation = optional(values.occupation, readOccupation)
  if (!occupation.ok) return occupation
  const interest = readInterest(values)
  if (!interest.ok) return interest
  const followUpOn = optional(values.followUpOn, (cell) => readDay(cell, today))
  if (!followUpOn.ok) return followUpOn
  return ok({
    id: null,
    name,
    birthYear: birthYear.value,
    address,
    // Who did not agree to be kept in the book is called by nobody.
    phone: consent.value ? phone.value : null,
    occupation: occupation.value,
    ...interest.value,
    consent: consent.value,
    followUpOn: followUpOn.value,
    note,
  })
}

function optional<T>(cell: string | undefined, read: (cell: string) => Result<T>) {
  const text = cleanText(cell ?? '')
  return text === '' ? ok(null) : read(text)
}

function readPhone(cell: string): Result<string> {
  const read = parsePhone(cell)
  return read.ok ? ok(read.value) : { ok: false, problem: at(read.problem, 'phone') }
}

function readYear(cell: string, today: string): Result<number> {
  const read = parseDate(cell, { today, past: true, allowYear: true })
  if (!read.ok) return { ok: false, problem: at(read.problem, 'birthYear') }
  const year = Number(read.value.date.slice(0, 4))
  return year < 1900 ? fail('roster.not-born', { year }, ['birthYear']) : ok(year)
}

function readDay(cell: string, today: string): Result<string> {
  const read = parseDate(cell, { today })
  return read.ok ? ok(read.value.date) : { ok: false, problem: at(read.problem, 'followUpOn') }
}

const yes = new Set(['x', 'co', 'dong y', 'yes', 'y', '1', 'true', 'v', '✓', '✔'])
const no = new Set(['', 'khong', 'khong dong y', 'no', 'n', '0', 'false', '-'])

function readYes(cell: string): Result<boolean> {
  const key = foldKey(cell)
  if (yes.has(key)) return ok(true)
  return no.has(key) ? ok(false) : fail('roster.no-yes', { text: cleanText(cell).slice(0, 20) })
}

function readOccupation(cell: string): Result<Occupation> {
  const key = foldKey(cell)
  const found = Occupation.options.find(
    (each) =>
      each === key || Object.values(termTexts.occupation[each]).some((n) => foldKey(n) === key),
  )
  return found
    ? ok(found)
    : fail('roster.unknown-group', { text: cell.slice(0, 30) }, ['occupation'])
}

function readInterest(values: Values): Result<{ bhxh: boolean; bhyt: boolean }> {
  const both = foldKey(values.interest ?? '')
  const bhxh = readYes(values.bhxh ?? '')
  if (!bhxh.ok) return bhxh
  const bhyt = readYes(values.bhyt ?? '')
  if (!bhyt.ok) return bhyt
  const all = /^ca hai|^both/.test(both)
  return ok({
    bhxh: bhxh.value || all || both.includes('bhxh'),
    bhyt: bhyt.value || all || both.includes('bhyt'),
  })
}
