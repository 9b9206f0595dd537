import { addMonths } from '../date.ts'
import type { Birth } from '../person.ts'
import type { PaymentMethod, Scheme, Sex } from '../terms.ts'
import {
  type Box,
  type BoxCheck,
  needs,
  type PaperMarks,
  type Place,
  placeNames,
} from './record.ts'

/**
 * What a TK1-TS says about one person; `null` leaves the box blank. `contribution.income` is the
 * chosen monthly income in đồng, `change` the corrected personal data of a person with a number.
 */
export type Tk1Record = PaperMarks & {
  insuranceNumber: string | null
  name: string | null
  sex: Sex | null
  birth: Birth | null
  nationality: string | null
  ethnicity: string | null
  personalNumber: string | null
  phone: string | null
  email: string | null
  birthPlace: Place | null
  guardian: string | null
  address: Place & { street: string | null }
  careFacility: string | null
  resultDelivery: 'electronic' | 'paper' | null
  contribution: { scheme: Scheme; income: number | null; method: PaymentMethod | null } | null
  change: {
    name: string | null
    sex: Sex | null
    birth: Birth | null
    birthPlace: Place | null
    personalNumber: string | null
  } | null
  request: string | null
  attachments: string | null
}

const methodWords: Record<PaymentMethod, string> = {
  '1m': 'hằng tháng',
  '3m': '03 tháng',
  '6m': '06 tháng',
  '12m': '12 tháng',
  '2y': 'một lần cho 02 năm về sau',
  '3y': 'một lần cho 03 năm về sau',
  '4y': 'một lần cho 04 năm về sau',
  '5y': 'một lần cho 05 năm về sau',
  missing: 'một lần cho thời gian còn thiếu',
}

/** A payment method in the words of the forms (hướng dẫn lập TK1-TS, QĐ 366/QĐ-BHXH). */
export function sayMethod(method: PaymentMethod): string {
  return methodWords[method]
}

/** Whether a person is under six on the signing day, the age below which a guardian is named. */
function isUnderSix(record: Tk1Record): boolean {
  if (!record.birth || !record.signedOn) return false
  return addMonths(record.birth.date, 72) > record.signedOn
}

const isNew = (record: Tk1Record): boolean => !record.insuranceNumber
const paysBhxh = (record: Tk1Record): boolean => record.contribution?.scheme === 'bhxh-tn'
const takesBhyt = (record: Tk1Record): boolean => record.contribution?.scheme === 'bhyt-hgd'

const person = {
  name: { field: 'họ và tên', path: ['name'], value: (r) => r.name },
  sex: { field: 'giới tính', path: ['sex'], value: (r) => r.sex },
  birth: { field: 'ngày sinh', path: ['birth'], value: (r) => r.birth },
  nationality: { field: 'quốc tịch', path: ['nationality'], value: (r) => r.nationality },
  ethnicity: { field: 'dân tộc', path: ['ethnicity'], value: (r) => r.ethnicity },
  number: {
    field: 'số CCCD/ĐDCN/hộ chiếu',
    path: ['personalNumber'],
    value: (r) => r.personalNumber,
  },
  street: { field: 'địa chỉ', path: ['address', 'street'], value: (r) => r.address.street },
  commune: { field: 'xã, phường', path: ['address', 'commune'], value: (r) => r.address.commune },
  province: {
    field: 'tỉnh, thành phố',
    path: ['address', 'province'],
    value: (r) => r.address.province,
  },
  income: {
    field: 'mức thu nhập làm căn cứ đóng',
    path: ['contribution', 'income'],
    value: (r) => r.contribution?.income,
    asked: paysBhxh,
  },
  method: {
    field: 'phương thức đóng',
    path: ['contribution', 'method'],
    value: (r) => r.contribution?.method,
    asked: paysBhxh,
  },
  care: {
    field: 'nơi đăng ký khám, chữa bệnh ban đầu',
    path: ['careFacility'],
    value: (r) => r.careFacility,
    asked: takesBhyt,
  },
} as const satisfies Record<string, Omit<Box<Tk1Record>, 'box'>>

/** The boxes a TK1-TS must have filled, by edition. */
export const tk1Boxes: Record<'QD490' | 'QD366', BoxCheck<Tk1Record>> = {
  QD490: needs([
    { box: '[01]', ...person.name },
    { box: '[02]', ...person.sex },
    { box: '[03]', ...person.birth },
    { box: '[04]', ...person.nationality },
    { box: '[05]', ...person.ethnicity },
    { box: '[06]', ...person.number },
    {
      box: '[09]',
      field: 'nơi đăng ký khai sinh',
      path: ['birthPlace'],
      value: (r) => r.birthPlace && placeNames(r.birthPlace),
      asked: isNew,
    },
    {
      box: '[10]',
      field: 'họ tên cha, mẹ hoặc người giám hộ',
      path: ['guardian'],
      value: (r) => r.guardian,
      asked: isUnderSix,
    },
    { box: '[11.1]', ...person.street },
    { box: '[11.2]', ...person.commune },
    { box: '[11.4]', ...person.province },
    { box: '[15]', ...person.income },
    { box: '[16]', ...person.method },
    { box: '[17]', ...person.care },
  ]),
  QD366: needs([
    { box: '[01]', ...person.name },
    { box: '[02]', ...person.sex },
    { box: '[03]', ...person.birth },
    { box: '[04]', ...person.number },
    { box: '[05]', ...person.ethnicity },
    { box: '[06]', ...person.nationality },
    { box: '[09]', ...person.care },
    { box: '[11.1]', ...person.street },
    { box: '[11.2]', ...person.commune },
    { box: '[11.3]', ...person.province },
    { box: '[12]', ...person.income },
    { box: '[13]', ...person.method },
  ]),
}
