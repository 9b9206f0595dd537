import type { Birth } from '../person.ts'
import { type BoxCheck, type CollectorHead, needsColumns, type PaperMarks } from './record.ts'

/**
 * One person on list D05-TS. Money in đồng, `from` a month `YYYY-MM`, percents as printed. `due` is
 * what the law asks in total, `payer` the person's own part.
 */
export type D05Row = {
  name: string | null
  insuranceNumber: string | null
  personalNumber: string | null
  birth: Birth | null
  address: string | null
  receiptOn: string | null
  receiptNumber: string | null
  from: string | null
  months: number | null
  income: number | null
  due: number | null
  payer: number | null
  statePercent: number | null
  stateAmount: number | null
  localPercent: number | null
  localAmount: number | null
  otherPercent: number | null
  otherAmount: number | null
  delivery: 'electronic' | 'paper' | null
  change: string | null
  collectorCode: string | null
  note: string | null
}

/** List D05-TS of BHXH tự nguyện; `books` is the number of books asked for (QĐ 490 only). */
export type D05Record = PaperMarks &
  CollectorHead & {
    listNumber: string | null
    increases: D05Row[]
    decreases: D05Row[]
    books: number | null
  }

const rows = (record: D05Record): D05Row[] => [...record.increases, ...record.decreases]

/** The columns a D05-TS must have filled, by edition. */
export const d05Boxes: Record<'QD490' | 'QD366', BoxCheck<D05Record>> = {
  QD490: needsColumns('increases', rows, [
    { column: 'B', field: 'họ và tên', path: 'name', value: (row) => row.name },
    {
      column: '1',
      field: 'số CCCD/ĐDCN',
      path: 'personalNumber',
      value: (row) => row.personalNumber,
    },
    { column: '5', field: 'mức thu nhập', path: 'income', value: (row) => row.income },
    { column: '6', field: 'số tháng đóng', path: 'months', value: (row) => row.months },
    { column: '7', field: 'tháng bắt đầu', path: 'from', value: (row) => row.from },
  ]),
  QD366: needsColumns('increases', rows, [
    { column: 'B', field: 'họ và tên', path: 'name', value: (row) => row.name },
    { column: '2', field: 'ngày sinh', path: 'birth', value: (row) => row.birth },
    { column: '3', field: 'tháng bắt đầu', path: 'from', value: (row) => row.from },
    { column: '4', field: 'số tháng', path: 'months', value: (row) => row.months },
    { column: '5', field: 'mức thu nhập', path: 'income', value: (row) => row.income },
  ]),
}
