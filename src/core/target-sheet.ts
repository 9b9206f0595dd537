import { type IsoDate, isIsoDate, parseDate } from './date.ts'
import type { CommuneRef } from './household.ts'
import type { ProblemCode } from './messages.ts'
import { fail, ok, type Problem, type Result } from './result.ts'
import {
  checkEntry,
  keyOfEntry,
  type Plan,
  PlanEntry,
  type PlanGround,
  type PlanPart,
  putEntry,
} from './target-plan.ts'
import { cleanText, foldKey } from './text.ts'

/** A cell of a table that was read: text, a number, or nothing. */
type Cell = string | number | null

/** What a file would do to the plan: rows by what becomes of them, and the refused ones with the reason. */
export type PlanImport = {
  after: Plan
  added: number
  changed: number
  same: number
  refused: { row: number; problem: Problem }[]
}

/** A file of targets as it was read: the rows of a table, or what a JSON file says; nothing checked yet. */
export type PlanFile = { sha256: string } & ({ rows: Cell[][] } | { json: unknown })

/** The columns of a table of targets; every row fills those of its kind. */
export const planColumns = [
  ...['Loại', 'Mã', 'Tên', 'Chỉ số', 'Phạm vi', 'Từ ngày', 'Đến ngày', 'Số', 'Đợt', 'Mã xã'],
  ...['Tổ chức', 'Tăng mới', 'Ngày ra quân', 'Lao động', 'BHYT nơi khác', 'BHXH nơi khác'],
  'Nguồn',
] as const
type ColumnName = (typeof planColumns)[number]

const parts: Record<string, PlanPart> = {
  dot: 'campaigns',
  'chi tieu': 'targets',
  giao: 'assignments',
  'dia ban': 'sizes',
  'bao phu': 'coverage',
}

const words: Partial<Record<ColumnName, Record<string, string>>> = {
  'Chỉ số': {
    'nguoi tham gia': 'joiners',
    'lan dau': 'first-time-persons',
    'hoi nghi': 'conferences',
    'bhxh tn': 'bhxh-tn-persons',
    'bhyt hgd': 'bhyt-hgd-persons',
    bhyt: 'bhyt',
    bhxh: 'bhxh',
  },
  'Phạm vi': { '': 'unit', 'don vi': 'unit', 'thanh pho': 'city' },
  'Tổ chức': {
    'buu dien': 'post',
    'to chuc khac': 'service-organisation',
    'tai quay': 'office-counter',
  },
}

/** What a table needs besides its rows: the plan, today, and the communes of the area by code. */
export type SheetGround = PlanGround & {
  today: IsoDate
  communeOf: (code: string, on: IsoDate) => CommuneRef | null
}

class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** As many rows as a plan for every commune and measure of some years needs. */
const mostRows = 5000

/** Reads the rows of a table, the first of which names its columns, against the plan there is. */
export function importTable(
  rows: readonly (readonly Cell[])[],
  ground: SheetGround,
): Result<PlanImport> {
  const [head = [], ...body] = rows
  if (body.length > mostRows) return fail('target.file-too-long', { most: mostRows })
  const names = head.map((cell) => foldKey(String(cell ?? '')).trim())
  const at = new Map(planColumns.map((name) => [name, names.indexOf(foldKey(name))]))
  for (const needed of ['Loại', 'Số'] as const)
    if ((at.get(needed) ?? -1) < 0) return fail('target.file-columns', { column: needed })
  const read = body.map((row, index) => {
    const cell = (name: ColumnName): string => {
      const column = at.get(name) ?? -1
      return column < 0 ? '' : cleanText(String(row[column] ?? ''))
    }
    const isEmpty = row.every((each) => each === null || String(each).trim() === '')
    return { number: index + 2, isEmpty, read: () => readRow(cell, index + 2, ground) }
  })
  return ok(
    take(
      read.filter(({ isEmpty }) => !isEmpty),
      ground,
    ),
  )
}

/** Reads entries as JSON: a list of them, each with its part and row. */
export function importEntries(json: unknown, ground: SheetGround): Result<PlanImport> {
  if (!Array.isArray(json)) return fail('target.file-unreadable')
  if (json.length > mostRows) return fail('target.file-too-long', { most: mostRows })
  const read = json.map((item: unknown, index) => ({
    number: index + 1,
    read: () => {
      const parsed = PlanEntry.safeParse(item)
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      const column = issue?.path.join('.') || 'part'
      throw refuse('target.row-cell', {
        row: index + 1,
        column,
        text: JSON.stringify(item).slice(0, 60),
      })
    },
  }))
  return ok(take(read, ground))
}

const refuse = (code: ProblemCode, values: Record<string, string | number>) =>
  new Refused(fail(code, values).problem)

function take(
  rows: readonly { number: number; read: () => PlanEntry }[],
  ground: SheetGround,
): PlanImport {
  const made: PlanImport = { after: ground.plan, added: 0, changed: 0, same: 0, refused: [] }
  const seen = new Set<string>()
  for (const { number, read } of rows) {
    try {
      const entry = read()
      const key = `${entry.part} ${keyOfEntry(entry)}`
      if (seen.has(key)) throw refuse('target.row-twice', { row: number, key: keyOfEntry(entry) })
      const checked = checkEntry(entry, { ...ground, plan: made.after })
      if (!checked.ok) throw new Refused(checked.problem)
      seen.add(key)
      note(made, entry)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      made.refused.push({ row: number, problem: error.problem })
    }
  }
  return made
}

function note(made: PlanImport, entry: PlanEntry): void {
  const rows: unknown[] = made.after[entry.part]
  const known = rows.find(
    (row) => keyOfEntry({ part: entry.part, row } as PlanEntry) === keyOfEntry(entry),
  )
  // Compared key by key, for a row of a file need not name them in our order.
  if (known !== undefined && isSame(known, entry.row)) {
    made.same += 1
    return
  }
  made[known === undefined ? 'added' : 'changed'] += 1
  made.after = putEntry(made.after, entry)
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame(one[key], other[key]))
}

type Read = (name: ColumnName) => string

function readRow(cell: Read, row: number, ground: SheetGround): PlanEntry {
  const wrong = (column: ColumnName) =>
    refuse('target.row-cell', { row, column, text: cell(column).slice(0, 60) })
  const part = parts[foldKey(cell('Loại'))]
  if (!part) throw wrong('Loại')
  const raw = fieldsOf(part, reader(cell, wrong, ground))
  const parsed = PlanEntry.safeParse({ part, row: raw })
  if (parsed.success) return parsed.data
  const path = String(parsed.error.issues[0]?.path.at(-1) ?? '')
  throw wrong(path === 'id' ? 'Mã' : path === 'source' ? 'Nguồn' : 'Tên')
}

/** Reads single cells: days, whole numbers (below zero too, the plan refuses them), and words. */
function reader(cell: Read, wrong: (column: ColumnName) => Refused, ground: SheetGround) {
  const day = (name: ColumnName): IsoDate => {
    const text = cell(name)
    if (isIsoDate(text)) return text
    const read = parseDate(text, { today: ground.today })
    if (!read.ok) throw wrong(name)
    return read.value.date
  }
  const number = (name: ColumnName, tenths = false): number => {
    const text = cell(name).replace(/\s/g, '')
    const pattern = tenths ? /^-?\d{1,3}([.,]\d)?$/ : /^-?(\d{1,9}|\d{1,3}(\.\d{3}){1,2})$/
    if (!pattern.test(text)) throw wrong(name)
    return tenths
      ? Math.round(Number(text.replace(',', '.')) * 10)
      : Number(text.replaceAll('.', ''))
  }
  const word = (name: ColumnName): string => {
    const text = cell(name)
    const known = words[name]
    const value = known?.[foldKey(text)] ?? Object.values(known ?? {}).find((each) => each === text)
    if (value === undefined) throw wrong(name)
    return value
  }
  const commune = (): CommuneRef | null => {
    const code = cell('Mã xã')
    if (code === '') return null
    return ground.communeOf(code.padStart(5, '0'), day('Từ ngày')) ?? { code, validFrom: '' }
  }
  const maybe = <T>(name: ColumnName, read: () => T): T | null =>
    cell(name) === '' ? null : read()
  return { cell, day, number, word, commune, maybe }
}

function fieldsOf(part: PlanPart, read: ReturnType<typeof reader>): Record<string, unknown> {
  const { cell, day, number, word, maybe } = read
  const span = () => ({ from: day('Từ ngày'), to: day('Đến ngày') })
  const source = cell('Nguồn')
  switch (part) {
    case 'campaigns':
      return {
        id: cell('Mã'),
        name: cell('Tên'),
        launchDay: day('Ngày ra quân'),
        ...span(),
        source,
      }
    case 'targets': {
      const what = { label: cell('Tên'), measure: word('Chỉ số'), scope: word('Phạm vi') }
      const campaignId = cell('Đợt') || null
      return { id: cell('Mã'), ...what, ...span(), value: number('Số'), campaignId }
    }
    case 'assignments': {
      const whose = { commune: read.commune(), collector: maybe('Tổ chức', () => word('Tổ chức')) }
      const newPeople = maybe('Tăng mới', () => number('Tăng mới'))
      const what = { measure: word('Chỉ số'), value: number('Số'), newPeople }
      return { id: cell('Mã'), ...whose, ...span(), ...what }
    }
    case 'sizes':
      return {
        from: day('Từ ngày'),
        population: number('Số'),
        labourForce: number('Lao động'),
        bhytElsewhere: maybe('BHYT nơi khác', () => number('BHYT nơi khác')),
        bhxhElsewhere: maybe('BHXH nơi khác', () => number('BHXH nơi khác')),
        source,
      }
    case 'coverage': {
      const measure = word('Chỉ số').replace('-persons', '')
      return { measure, from: day('Từ ngày'), permille: number('Số', true), source }
    }
  }
}
