import type { Birth } from '../person.ts'
import type { Scheme } from '../terms.ts'
import { type BoxCheck, needsColumns, type PaperMarks } from './record.ts'

/** One person due to pay; `dueOn` is the last ISO day to pay. */
export type DueRow = {
  name: string | null
  insuranceNumber: string | null
  birth: Birth | null
  scheme: Scheme
  address: string | null
  dueOn: string | null
  note: string | null
}

/** The list of people due to pay (D08a-TS); `month` is `YYYY-MM`. */
export type DueListRecord = PaperMarks & {
  superior: string | null
  officeName: string | null
  listNumber: string | null
  month: string | null
  rows: DueRow[]
}

const columns = needsColumns<DueListRecord, DueRow>('rows', (record) => record.rows, [
  { column: 'B', field: 'họ và tên', path: 'name', value: (row) => row.name },
  { column: '2', field: 'hạn phải đóng', path: 'dueOn', value: (row) => row.dueOn },
])

/** The columns a list of people due must have filled, by edition. */
export const dueListBoxes: Record<'QD595' | 'RQ1', BoxCheck<DueListRecord>> = {
  QD595: columns,
  RQ1: columns,
}
