import type { Birth } from '../person.ts'
import type { Sex } from '../terms.ts'
import { type BoxCheck, needsColumns, type PaperMarks } from './record.ts'

/** One person on list D03-TS; money in đồng, `from` a month `YYYY-MM`. */
export type D03Row = {
  name: string | null
  insuranceNumber: string | null
  personalNumber: string | null
  birth: Birth | null
  sex: Sex | null
  address: string | null
  careFacility: string | null
  receiptOn: string | null
  receiptNumber: string | null
  base: number | null
  localSupport: number | null
  otherSupport: number | null
  from: string | null
  months: number | null
  collectorCode: string | null
  note: string | null
}

/** List D03-TS of people who join BHYT only; `groupCode` is GD for households. */
export type D03Record = PaperMarks & {
  unit: string | null
  unitCode: string | null
  taxCode: string | null
  address: string | null
  phone: string | null
  email: string | null
  listNumber: string | null
  group: string | null
  groupCode: string | null
  baseSalary: number | null
  source: string | null
  statePercent: number | null
  increases: D03Row[]
  decreases: D03Row[]
  cards: number | null
}

const rows = (record: D03Record): D03Row[] => [...record.increases, ...record.decreases]

/** The columns a D03-TS must have filled, by edition. */
export const d03Boxes: Record<'QD490', BoxCheck<D03Record>> = {
  QD490: needsColumns('increases', rows, [
    { column: 'B', field: 'họ và tên', path: 'name', value: (row) => row.name },
    {
      column: '2',
      field: 'số CCCD/ĐDCN',
      path: 'personalNumber',
      value: (row) => row.personalNumber,
    },
    { column: '3', field: 'ngày sinh', path: 'birth', value: (row) => row.birth },
    { column: '4', field: 'giới tính', path: 'sex', value: (row) => row.sex },
    {
      column: '6',
      field: 'nơi đăng ký KCB ban đầu',
      path: 'careFacility',
      value: (row) => row.careFacility,
    },
    { column: '12', field: 'tháng bắt đầu', path: 'from', value: (row) => row.from },
    { column: '13', field: 'số tháng', path: 'months', value: (row) => row.months },
  ]),
}
