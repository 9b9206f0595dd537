import type { Mau2Record } from '#core/forms/mau-2.ts'
import { longAddress } from './tk1.ts'

/** A Mẫu số 2 printed to be filled by hand. */
export const emptyMau2: Mau2Record = {
  recordNumber: null,
  signedPlace: null,
  signedOn: null,
  practice: false,
  checkAgainstOfficial: false,
  insuranceNumber: null,
  name: null,
  sex: null,
  birth: null,
  ethnicity: null,
  nationality: null,
  personalNumber: null,
  phone: null,
  email: null,
  careFacility: null,
  delivery: null,
  address: { street: null, commune: null, province: null },
  request: null,
  attachments: null,
}

/** A person who joins BHYT for the first time. */
export const mau2: Mau2Record = {
  ...emptyMau2,
  signedPlace: 'Sóc Sơn',
  signedOn: '2026-11-20',
  name: 'Nguyễn Thị Ngọc Ánh'.normalize('NFD'),
  sex: 'female',
  birth: { date: '1986-02-28', precision: 'day' },
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  personalNumber: '001186000123',
  phone: '0912345678',
  careFacility: 'Trạm y tế xã Sóc Sơn',
  delivery: 'vssid',
  address: { street: 'Số 12, thôn Đông', commune: 'Xã Sóc Sơn', province: 'Thành phố Hà Nội' },
}

/** A correction with long values and a paper card, in a practice office. */
export const awkwardMau2: Mau2Record = {
  ...mau2,
  practice: true,
  insuranceNumber: '0123456789',
  name: `<img src=x onerror=alert(1)> ${'Phượng Hoàng Thiên Kiều '.repeat(12)}`.slice(0, 300),
  birth: { date: '1958-01-01', precision: 'year' },
  delivery: 'paper',
  address: { ...mau2.address, street: longAddress },
  request: 'Điều chỉnh họ tên và ngày sinh theo căn cước công dân. '.repeat(5),
  attachments: longAddress,
}
