import type { Birth } from '../person.ts'
import {
  all,
  type BoxCheck,
  type CollectorHead,
  needs,
  needsColumns,
  type PaperMarks,
} from './record.ts'

/** One member who joins; `base` is the lương cơ sở in đồng, `months` how long the card is valid. */
export type Mau4Member = {
  name: string | null
  insuranceNumber: string | null
  personalNumber: string | null
  birth: Birth | null
  careFacility: string | null
  base: number | null
  relation: string | null
  supportPercent: number | null
  card: 'electronic' | 'paper' | null
  months: number | null
}

/** Mẫu số 4: the members of one household who join BHYT together in a year. */
export type Mau4Record = PaperMarks &
  CollectorHead & {
    head: string | null
    phone: string | null
    address: { street: string | null; commune: string | null; province: string | null }
    members: Mau4Member[]
  }

/** The boxes a Mẫu số 4 must have filled, by edition. */
export const mau4Boxes: Record<'ND188', BoxCheck<Mau4Record>> = {
  ND188: all(
    needs([
      { box: 'Họ và tên chủ hộ', field: 'họ và tên chủ hộ', path: ['head'], value: (r) => r.head },
      {
        box: 'Địa chỉ',
        field: 'địa chỉ của hộ',
        path: ['address', 'street'],
        value: (r) => r.address.street,
      },
    ]),
    needsColumns('members', (r) => r.members, [
      { column: 'B', field: 'họ và tên', path: 'name', value: (m) => m.name },
      {
        column: '2',
        field: 'số CCCD/ĐDCN',
        path: 'personalNumber',
        value: (m) => m.personalNumber,
      },
      { column: '3', field: 'ngày, tháng, năm sinh', path: 'birth', value: (m) => m.birth },
      {
        column: '4',
        field: 'nơi đăng ký khám bệnh, chữa bệnh ban đầu',
        path: 'careFacility',
        value: (m) => m.careFacility,
      },
      { column: '5', field: 'tiền lương', path: 'base', value: (m) => m.base },
      { column: '6', field: 'quan hệ với chủ hộ', path: 'relation', value: (m) => m.relation },
      { column: '10', field: 'số tháng', path: 'months', value: (m) => m.months },
    ]),
  ),
}
