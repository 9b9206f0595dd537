import { addDays, type IsoDate } from '../date.ts'
import { groupBy } from '../group.ts'
import type { Places } from '../units.ts'
import { type Deadline, dueOn } from './deadlines.ts'
import type { Span } from './merge.ts'
import { isInForce, type ReceivedFile, slotOf } from './received.ts'
import { reportingOn } from './roll-up.ts'

/**
 * One day of one unit: `received` and in time, `late`, `replaced` (a later sending counts), `returned`
 * (a new sending is awaited), `covered` (only by the file of a longer period), `missing`, `awaited`
 * (not due yet), `off` (no file is expected).
 */
export const dayMarks = [
  'received',
  'late',
  'replaced',
  'returned',
  'covered',
  'missing',
  'awaited',
  'off',
] as const
export type DayMark = (typeof dayMarks)[number]

/** A cell: its mark, the file behind it and whether the city has accepted that file. */
export type DayCell = { day: IsoDate; mark: DayMark; fileId: number | null; accepted: boolean }

/** The days of one unit. */
export type UnitDays = { unit: { code: string; name: string }; cells: DayCell[] }

/**
 * What the marks go by: who reports, on which days a file is expected (as on every day some unit sent
 * one for), deadlines, and today.
 */
export type MatrixRules = {
  places: Places
  deadlines: readonly Deadline[]
  expects: (day: IsoDate) => boolean
  today: IsoDate
}

/**
 * Every unit by every day of a span, in the order of the office list; units that sent files are there
 * even when the list does not know them on those days.
 */
export function dayMatrix(
  files: readonly ReceivedFile[],
  span: Span,
  rules: MatrixRules,
): UnitDays[] {
  const days = daysOf(span)
  const units = new Map<string, string>()
  for (const day of [span.from, span.to])
    for (const { code, name } of reportingOn(rules.places, day)) units.set(code, name)
  for (const { unit } of files) if (!units.has(unit.code)) units.set(unit.code, unit.name)
  const reported = new Set(files.filter(isDayFile).map(({ period }) => period.from))
  const expects = (day: IsoDate) => rules.expects(day) || reported.has(day)
  const byUnit = groupBy(newestOf(files), ({ unit }) => unit.code)
  return [...units].map(([code, name]) => {
    const own = byUnit.get(code) ?? []
    return {
      unit: { code, name },
      cells: days.map((day) => cellOf(code, own, day, { ...rules, expects })),
    }
  })
}

function daysOf({ from, to }: Span): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The newest sending of every period, whatever became of it. */
function newestOf(files: readonly ReceivedFile[]): ReceivedFile[] {
  const newest = new Map<string, ReceivedFile>()
  for (const file of files) {
    const known = newest.get(slotOf(file))
    if (!known || known.revision < file.revision) newest.set(slotOf(file), file)
  }
  return [...newest.values()]
}

const isDayFile = ({ period }: ReceivedFile): boolean =>
  period.kind === 'day' || period.kind === 'launch-day'

function cellOf(
  code: string,
  own: readonly ReceivedFile[],
  day: IsoDate,
  rules: MatrixRules,
): DayCell {
  const here = own.filter(({ period }) => day >= period.from && day <= period.to)
  const daily = here.filter(isDayFile)
  const file = daily.find(isInForce) ?? daily[0]
  if (file) {
    const accepted = file.state === 'accepted'
    return { day, mark: markOf(file, rules.deadlines), fileId: file.id, accepted }
  }
  const longer = here.find(isInForce)
  if (longer)
    return { day, mark: 'covered', fileId: longer.id, accepted: longer.state === 'accepted' }
  return { day, mark: withoutFile(code, day, rules), fileId: null, accepted: false }
}

function markOf(file: ReceivedFile, deadlines: readonly Deadline[]): DayMark {
  if (file.state === 'returned') return 'returned'
  if (file.revision > 1) return 'replaced'
  const due = dueOn(deadlines, file.period)
  return due !== null && file.receivedOn > due ? 'late' : 'received'
}

/** A file is expected on the days the rules name, from every unit there is that day. */
function withoutFile(code: string, day: IsoDate, rules: MatrixRules): DayMark {
  const { expects, places, deadlines, today } = rules
  if (day > today || !expects(day)) return 'off'
  if (!reportingOn(places, day).some((office) => office.code === code)) return 'off'
  const due = dueOn(deadlines, { kind: 'day', to: day })
  return due !== null && today <= due ? 'awaited' : 'missing'
}
