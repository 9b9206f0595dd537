import type { ExportOrder } from '#core/city/export.ts'
import { personsOf, type Totals } from '#core/city/merge.ts'
import type { CityStand } from '#core/city/standing.ts'
import { termTexts } from '#core/messages/ui-terms.ts'
import { mergedConferences, mergedRows } from '../db/city-cells.ts'
import type { Store } from '../db/open.ts'
import { writeParquet } from '../sheets/parquet.ts'
import { type Cell, type Column, type Sheet, writeCsv, writeWorkbook } from '../sheets/workbook.ts'
import { codedRow, type OutRow, parquetColumns, sheetColumns, wordedRow } from './merged-columns.ts'

/**
 * Writes the merged data of a stand and answers how many rows of detail there are. `step` hears how many
 * files are done. Throws the system's error when the disk does not take it.
 */
export async function writeMerged(
  raw: Store['raw'],
  { stand, format, path, heading }: ExportOrder,
  step: (done: number) => void,
): Promise<number> {
  let rows = 0
  const counted = function* <T>(make: (row: OutRow) => T): Generator<T> {
    for (const row of detail(raw, stand, step)) {
      rows += 1
      yield make(row)
    }
  }
  if (format === 'parquet') await writeParquet(path, parquetColumns, counted(codedRow))
  const sheet: Sheet = {
    name: 'Chi tiết',
    columns: sheetColumns,
    rows: { [Symbol.iterator]: () => counted(wordedRow) },
  }
  if (format === 'csv') await writeCsv(path, sheet)
  if (format === 'xlsx') {
    await writeWorkbook(path, [unitSheet(stand, heading), sheet, conferenceSheet(raw, stand)])
  }
  return rows
}

function* detail(
  raw: Store['raw'],
  { chosen }: CityStand,
  step: (done: number) => void,
): Generator<OutRow> {
  for (const [index, { id, unit }] of chosen.entries()) {
    for (const row of mergedRows(raw, [id])) yield { ...row, heir: unit }
    step(index + 1)
  }
}

const integer = (title: string, width = 12): Column => ({ title, width, type: 'integer' })
const money = (title: string): Column => ({ title, width: 18, type: 'money' })
const words = (title: string, width: number): Column => ({ title, width, type: 'text' })

function unitSheet({ units, totals, targets }: CityStand, heading: readonly string[]): Sheet {
  const ofUnits = units[0]?.targets ?? []
  const achieved = targets.map(({ label, achieved, value }) => `${label}: ${achieved} / ${value}`)
  return {
    name: 'Tổng hợp',
    heading: [...heading, ...achieved],
    columns: [
      ...[words('Mã đơn vị', 14), words('Đơn vị', 32), integer('Số tệp'), integer('Ngày chưa có')],
      ...[integer('Người tham gia'), integer('Lần đầu'), integer('Số hộ')],
      ...[integer('BHXH tự nguyện'), integer('BHYT hộ gia đình')],
      ...[integer('Hội nghị'), integer('Người dự'), integer('Nhóm nhỏ'), integer('Người nghe')],
      ...[
        money('Mức đóng'),
        money('NSNN hỗ trợ'),
        money('Địa phương hỗ trợ'),
        money('Người dân nộp'),
      ],
      ...ofUnits.flatMap(({ label }) => [integer(label, 22), integer('Chỉ tiêu')]),
    ],
    rows: units.map((unit) => [
      ...[unit.unit.code, unit.unit.name, unit.files, unit.openDays],
      ...figuresOf(unit.totals),
      ...unit.targets.flatMap(({ achieved, value }) => [achieved, value]),
    ]),
    totals: ['', 'Toàn thành phố', null, null, ...figuresOf(totals)],
  }
}

function figuresOf(totals: Totals): Cell[] {
  const { conference } = totals.conferences
  const group = totals.conferences['small-group']
  const money = (['gross', 'state', 'local', 'payer'] as const).map((figure) =>
    totals.sums.reduce((sum, each) => sum + each[figure], 0),
  )
  return [
    ...[totals.joiners, totals.firstTime, totals.households],
    ...[personsOf(totals, 'bhxh-tn'), personsOf(totals, 'bhyt-hgd')],
    ...[conference.held, conference.attendees, group.held, group.attendees],
    ...money,
  ]
}

function conferenceSheet(raw: Store['raw'], { chosen }: CityStand): Sheet {
  const rows = function* (): Generator<Cell[]> {
    for (const { id, unit } of chosen) {
      for (const held of mergedConferences(raw, [id])) {
        const kind = held.kind === 'conference' ? 'conference' : 'small-group'
        yield [
          ...[unit.code, unit.name, held.held_on, termTexts.conferenceKind[kind].vi],
          ...[held.commune_code, held.commune_name, held.venue],
          ...[held.attendees, held.bhxh, held.bhyt],
        ]
      }
    }
  }
  return {
    name: 'Hội nghị',
    columns: [
      ...[words('Mã đơn vị', 14), words('Đơn vị', 32)],
      { title: 'Ngày', width: 12, type: 'date' },
      ...[
        words('Hình thức', 20),
        words('Mã xã', 10),
        words('Xã, phường', 24),
        words('Địa điểm', 36),
      ],
      ...[integer('Người dự'), integer('Đăng ký BHXH TN'), integer('Đăng ký BHYT HGĐ')],
    ],
    rows: { [Symbol.iterator]: rows },
  }
}
