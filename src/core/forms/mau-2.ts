import type { Birth } from '../person.ts'
import type { Sex } from '../terms.ts'
import { type Box, type BoxCheck, needs, type PaperMarks } from './record.ts'

/**
 * What a Mẫu số 2 (first-time BHYT, or a correction on the card) says; `null` leaves a box blank.
 * `delivery` is how the card comes; an address is printed for paper cards.
 */
export type Mau2Record = PaperMarks & {
  insuranceNumber: string | null
  name: string | null
  sex: Sex | null
  birth: Birth | null
  ethnicity: string | null
  nationality: string | null
  personalNumber: string | null
  phone: string | null
  email: string | null
  careFacility: string | null
  delivery: 'vssid' | 'email' | 'paper' | null
  address: { street: string | null; commune: string | null; province: string | null }
  request: string | null
  attachments: string | null
}

const joins = (record: Mau2Record): boolean => record.request === null
const byPaper = (record: Mau2Record): boolean => joins(record) && record.delivery === 'paper'

const boxes: Box<Mau2Record>[] = [
  { box: '[01]', field: 'họ và tên', path: ['name'], value: (r) => r.name },
  { box: '[02]', field: 'giới tính', path: ['sex'], value: (r) => r.sex, asked: joins },
  { box: '[03]', field: 'ngày sinh', path: ['birth'], value: (r) => r.birth, asked: joins },
  {
    box: '[05]',
    field: 'quốc tịch',
    path: ['nationality'],
    value: (r) => r.nationality,
    asked: joins,
  },
  {
    box: '[06]',
    field: 'số CCCD/ĐDCN/hộ chiếu',
    path: ['personalNumber'],
    value: (r) => r.personalNumber,
    asked: joins,
  },
  {
    box: '[09]',
    field: 'nơi đăng ký khám, chữa bệnh ban đầu',
    path: ['careFacility'],
    value: (r) => r.careFacility,
    asked: joins,
  },
  {
    box: '[10]',
    field: 'cách nhận thẻ bảo hiểm y tế',
    path: ['delivery'],
    value: (r) => r.delivery,
    asked: joins,
  },
  {
    box: '[10.2a]',
    field: 'địa chỉ nhận thẻ',
    path: ['address', 'street'],
    value: (r) => r.address.street,
    asked: byPaper,
  },
]

/** The boxes a Mẫu số 2 must have filled, by edition. */
export const mau2Boxes: Record<'ND188', BoxCheck<Mau2Record>> = { ND188: needs(boxes) }
