import type { CollectorHead } from '#core/forms/record.ts'
import { nationalHeading } from './blocks.ts'
import { fieldRow } from './fields.ts'
import type { Paper } from './paper.ts'
import { type Row, type Table, tableRow } from './table.ts'

/**
 * The four lines about the collecting organisation at the top left of a list, over the `left` part of
 * the width, with the national heading beside them where the form has it.
 */
export function drawCollectorHead(
  paper: Paper,
  head: CollectorHead,
  { left, national }: { left: number; national: boolean },
): void {
  const { area } = paper
  const top = paper.y
  const middle = area.left + (area.right - area.left) * left
  paper.area = { ...area, right: middle }
  const lines = [
    { label: 'Tên tổ chức:', value: head.organisation },
    { label: 'Mã tổ chức:', value: head.organisationCode },
    { label: 'Họ và tên nhân viên thu:', value: head.collectorName },
    { label: 'Mã nhân viên thu:', value: head.collectorCode },
  ]
  for (const field of lines) fieldRow(paper, [field], { size: 11, lead: 15 })
  paper.area = area
  if (!national) return
  const bottom = paper.y
  paper.y = top
  nationalHeading(paper, (middle + area.right) / 2 + 8, { first: 12, second: 13 })
  paper.y = Math.max(bottom, paper.y)
}

/** The sum of one column over rows; null when no row has a value there. */
export function sum<T>(rows: readonly T[], of: (row: T) => number | null): number | null {
  const values = rows.map(of).filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0)
}

/** How a result is handed over, in the words of the lists. */
export function deliveryWords(delivery: 'electronic' | 'paper' | null): string | null {
  if (delivery === null) return null
  return delivery === 'electronic' ? 'bản điện tử' : 'bản giấy'
}

/** A group of a list: its number and title, the rows under `.1 Người tham gia`, and their sums. */
type ListGroup = {
  number: string
  title: string
  total: string
  rows: (string | null)[][]
  sums: (string | null)[]
}

/** The rows of groups that may hold amounts: those of people and of sums. */
export function rowsOf(groups: readonly ListGroup[]): Row[] {
  return groups.flatMap(({ rows, sums }) => [
    ...rows.map((cells) => ({ cells })),
    { cells: sums, bold: true },
  ])
}

/**
 * Draws the groups `I Tăng` and `II Giảm` of a list of QĐ 490 with their sub-headings, an empty row
 * where a group has nobody, and their totals.
 */
export function drawGroups(
  table: Table,
  groups: readonly ListGroup[],
  { subTitles, keep }: { subTitles: string[]; keep: number },
): void {
  const blank = { cells: [] }
  for (const [g, { number, title, total, rows, sums }] of groups.entries()) {
    tableRow(table, { cells: [number, title], bold: true })
    for (const [i, subTitle] of subTitles.entries()) {
      tableRow(table, { cells: [`${number}.${i + 1}`, subTitle] })
      const own = i === 0 ? rows : []
      for (const cells of own) tableRow(table, { cells })
      if (own.length === 0) tableRow(table, blank)
    }
    const cells = [null, total, ...sums.slice(2)]
    tableRow(table, { cells, bold: true }, g === groups.length - 1 ? keep : 0)
  }
}
