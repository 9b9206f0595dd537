import type { D03Record, D03Row } from '#core/forms/d03.ts'
import type { D05Record, D05Row } from '#core/forms/d05.ts'
import { longAddress } from './tk1.ts'

const marks = {
  recordNumber: null,
  signedPlace: null,
  signedOn: null,
  practice: false,
  checkAgainstOfficial: false,
}

const bhxh: D05Row = {
  name: 'Nguyễn Thị Ngọc Ánh',
  insuranceNumber: '0123456789',
  personalNumber: '001186000123',
  birth: { date: '1986-02-28', precision: 'day' },
  address: 'Thôn Đông, Phù Lỗ, Sóc Sơn',
  receiptOn: '2024-11-16',
  receiptNumber: '0001234',
  from: '2024-11',
  months: 12,
  income: 1_500_000,
  due: 3_960_000,
  payer: 3_168_000,
  statePercent: 10,
  stateAmount: 396_000,
  localPercent: 10,
  localAmount: 396_000,
  otherPercent: null,
  otherAmount: null,
  delivery: 'electronic',
  change: 'tăng tham gia lần đầu',
  collectorCode: 'NVT-0123',
  note: null,
}

/** A list with nobody on it, to be filled by hand. */
export const emptyD05: D05Record = {
  ...marks,
  organisation: null,
  organisationCode: null,
  collectorName: null,
  collectorCode: null,
  listNumber: null,
  increases: [],
  decreases: [],
  books: null,
}

/** Two people who join, with large and small amounts, and one who stops. */
export const d05: D05Record = {
  ...emptyD05,
  signedPlace: 'Sóc Sơn',
  signedOn: '2024-11-16',
  checkAgainstOfficial: true,
  organisation: 'Bưu điện huyện Sóc Sơn',
  organisationCode: 'BD016',
  collectorName: 'Lê Thị Thu',
  collectorCode: 'NVT-0123',
  listNumber: '12',
  increases: [
    bhxh,
    {
      ...bhxh,
      name: 'Trần Văn Thu Nhập Cao',
      income: 46_800_000,
      due: 123_552_000,
      payer: 122_760_000,
      change: 'đóng tiếp',
      delivery: 'paper',
      birth: { date: '1958-01-01', precision: 'year' },
    },
  ],
  decreases: [
    {
      ...bhxh,
      name: 'Lê Thị Dừng',
      due: null,
      payer: null,
      stateAmount: null,
      localAmount: null,
      change: 'giảm, đã hưởng hưu',
    },
  ],
  books: 1,
}

/** Amounts of the highest income over many years: ten digits, and support of nine. */
export const dearD05: D05Record = {
  ...d05,
  increases: ['Trần Văn Thu Nhập Cao', 'Nguyễn Thị Ngọc Ánh'].map((name) => ({
    ...bhxh,
    name,
    months: 120,
    income: 46_800_000,
    due: 1_235_520_000,
    payer: 1_112_123_000,
    localAmount: 123_397_000,
    otherAmount: 100_000_000,
  })),
  decreases: [],
}

/** Sixty people, one with a name of 300 characters, over several pages of a practice office. */
export const longD05: D05Record = {
  ...d05,
  practice: true,
  checkAgainstOfficial: false,
  decreases: [],
  increases: Array.from({ length: 60 }, (_, i) => ({
    ...bhxh,
    name: i === 7 ? 'Công Tằng Tôn Nữ '.repeat(18).slice(0, 300) : `Nguyễn Người Thứ ${i + 1}`,
    note: i % 10 === 0 ? `=HYPERLINK("x") ${i}` : null,
  })),
}

const bhyt: D03Row = {
  name: 'Nguyễn Văn Ví Dụ',
  insuranceNumber: '0123456789',
  personalNumber: '001080000123',
  birth: { date: '1980-02-28', precision: 'day' },
  sex: 'male',
  address: 'Thôn Đông, Phù Lỗ, Sóc Sơn',
  careFacility: 'Trạm y tế xã Phù Lỗ',
  receiptOn: '2024-11-16',
  receiptNumber: '0004321',
  base: 2_340_000,
  localSupport: null,
  otherSupport: 50_000,
  from: '2024-12',
  months: 12,
  collectorCode: 'NVT-0123',
  note: null,
}

/** A list with nobody on it, to be filled by hand. */
export const emptyD03: D03Record = {
  ...marks,
  unit: null,
  unitCode: null,
  taxCode: null,
  address: null,
  phone: null,
  email: null,
  listNumber: null,
  group: null,
  groupCode: null,
  baseSalary: null,
  source: null,
  statePercent: null,
  increases: [],
  decreases: [],
  cards: null,
}

/** A household of three on the list of the launch day. */
export const d03: D03Record = {
  ...emptyD03,
  signedPlace: 'Sóc Sơn',
  signedOn: '2024-11-16',
  checkAgainstOfficial: true,
  unit: 'Bưu điện huyện Sóc Sơn',
  unitCode: 'BD016',
  taxCode: '0100000001',
  address: 'Thị trấn Sóc Sơn, huyện Sóc Sơn, Hà Nội',
  phone: '0240000000',
  email: 'buudien.vidu@example.vn',
  listNumber: '12',
  group: 'Hộ gia đình',
  groupCode: 'GD',
  baseSalary: 2_340_000,
  source: 'Cá nhân đóng',
  increases: [
    { ...bhyt, localSupport: 631_800 },
    { ...bhyt, name: 'Trần Thị Mẫu', sex: 'female', base: 1_638_000 },
    {
      ...bhyt,
      name: 'Nguyễn Ví Dụ Con',
      base: 1_404_000,
      months: 3,
      birth: { date: '1958-01-01', precision: 'year' },
    },
  ],
  cards: 3,
}

/** Forty people with long addresses over several pages. */
export const longD03: D03Record = {
  ...d03,
  practice: true,
  checkAgainstOfficial: false,
  increases: Array.from({ length: 40 }, (_, i) => ({
    ...bhyt,
    name: i === 7 ? 'Công Tằng Tôn Nữ '.repeat(18).slice(0, 300) : `Nguyễn Người Thứ ${i + 1}`,
    address: i === 3 ? longAddress : bhyt.address,
  })),
  decreases: [{ ...bhyt, name: 'Lê Thị Dừng', note: 'chuyển nhóm' }],
  cards: 40,
}
