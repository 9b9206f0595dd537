import { termTexts } from '#core/messages/ui-terms.ts'
import type { Phrase } from '#core/messages.ts'
import type { MergedRow } from '../db/city-cells.ts'
import type { ParquetColumn } from '../sheets/parquet.ts'
import type { Cell, Column } from '../sheets/workbook.ts'

/** A row of the export: a row of the store and the unit it counts for. */
export type OutRow = MergedRow & { heir: { code: string; name: string } }

type Out = {
  name: string
  title: string
  width: number
  type: Column['type']
  /** The value as stored, for programs. */
  value: (row: OutRow) => Cell
  /** The Vietnamese words of a coded value, for people. */
  words?: Record<string, Phrase>
}

const text = (
  name: string,
  title: string,
  value: Out['value'],
  words?: Record<string, Phrase>,
): Out => ({ name, title, width: 18, type: 'text', value, ...(words && { words }) })

const number = (name: keyof OutRow & string, title: string, type: Column['type']): Out => ({
  ...{ name, title, type },
  width: type === 'money' ? 16 : 10,
  value: (row) => row[name] as number | null,
})

const pooled = { vi: 'Gộp (ô ít người)', en: 'Pooled' }
const whyWords = {
  cancelled: { vi: 'Hủy sau khi chốt', en: 'Cancelled after closing' },
  corrected: { vi: 'Sửa sau khi chốt', en: 'Corrected after closing' },
}

/** The columns of the merged data, in order; the names are those of the Parquet file. */
const columns: readonly Out[] = [
  text('unit', 'Mã đơn vị', ({ heir }) => heir.code),
  text('unit_name', 'Đơn vị', ({ heir }) => heir.name),
  text('sent_by', 'Mã đơn vị lúc gửi', (row) => row.unit_code),
  text('period', 'Loại kỳ', (row) => row.period_kind, termTexts.periodKind),
  { ...text('from', 'Từ ngày', (row) => row.from_date), type: 'date', width: 12 },
  { ...text('to', 'Đến ngày', (row) => row.to_date), type: 'date', width: 12 },
  number('sequence', 'Số tệp', 'integer'),
  number('revision', 'Lần', 'integer'),
  text('adjustment', 'Điều chỉnh', (row) => row.why, whyWords),
  { ...text('signed_on', 'Ngày được điều chỉnh', (row) => row.signed_on), type: 'date' },
  text('scheme', 'Loại hình', (row) => row.scheme, termTexts.scheme),
  text('kind', 'Lần tham gia', (row) => row.kind, termTexts.kind),
  text('commune', 'Mã xã', (row) => row.commune_code),
  text('commune_from', 'Mã xã có từ ngày', (row) => row.commune_from),
  text('commune_name', 'Xã, phường', (row) => row.commune_name),
  text('collector', 'Điểm thu', (row) => row.collector, termTexts.collector),
  text('occupation', 'Nhóm đối tượng', (row) => row.occupation, {
    ...termTexts.occupation,
    pooled,
  }),
  text('sex', 'Giới tính', (row) => row.sex, { ...termTexts.sex, pooled }),
  text('age', 'Nhóm tuổi', (row) => row.age_band, { pooled }),
  text('support', 'Nhóm hỗ trợ', (row) => row.support, {
    ...termTexts.support,
    ...termTexts.group,
    pooled,
  }),
  number('persons', 'Số người', 'integer'),
  number('months', 'Số tháng', 'integer'),
  number('gross', 'Mức đóng', 'money'),
  number('state', 'Ngân sách nhà nước', 'money'),
  number('local', 'Ngân sách địa phương', 'money'),
  number('payer', 'Người dân nộp', 'money'),
]

/** The columns for people. */
export const sheetColumns: readonly Column[] = columns.map(({ title, width, type }) => ({
  ...{ title, width, type },
}))

/** The columns for programs: codes instead of words, days as ISO text. */
export const parquetColumns: readonly ParquetColumn[] = columns.map(({ name, type }) => ({
  name,
  type: type === 'integer' || type === 'money' ? 'integer' : 'text',
}))

/** A row for programs. */
export function codedRow(row: OutRow): Cell[] {
  return columns.map(({ value }) => value(row))
}

/** A row for people. */
export function wordedRow(row: OutRow): Cell[] {
  return columns.map(({ value, words }) => {
    const cell = value(row)
    return typeof cell === 'string' ? (words?.[cell]?.vi ?? cell) : cell
  })
}
