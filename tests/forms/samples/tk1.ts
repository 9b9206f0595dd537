import type { Tk1Record } from '#core/forms/tk1.ts'

/** A TK1-TS with nothing in it, printed to be filled by hand. */
export const emptyTk1: Tk1Record = {
  recordNumber: null,
  signedPlace: null,
  signedOn: null,
  practice: false,
  checkAgainstOfficial: false,
  insuranceNumber: null,
  name: null,
  sex: null,
  birth: null,
  nationality: null,
  ethnicity: null,
  personalNumber: null,
  phone: null,
  email: null,
  birthPlace: null,
  guardian: null,
  address: { street: null, commune: null, district: null, province: null },
  careFacility: null,
  resultDelivery: null,
  contribution: null,
  change: null,
  request: null,
  attachments: null,
}

/** An ordinary newcomer to BHXH tự nguyện on the launch day; the name is decomposed on purpose. */
export const newcomer: Tk1Record = {
  ...emptyTk1,
  recordNumber: 'SS-2024-000123',
  signedPlace: 'Sóc Sơn',
  signedOn: '2024-11-16',
  name: 'Nguyễn Thị Ngọc Ánh'.normalize('NFD'),
  sex: 'female',
  birth: { date: '1986-02-28', precision: 'day' },
  nationality: 'Việt Nam',
  ethnicity: 'Kinh',
  personalNumber: '001186000123',
  phone: '0912345678',
  email: 'ngoc.anh.vi.du@example.vn',
  birthPlace: { commune: 'Xã Phù Lỗ', district: 'Huyện Sóc Sơn', province: 'Thành phố Hà Nội' },
  address: {
    street: 'Số 12, ngõ 34, thôn Đông',
    commune: 'Xã Phù Lỗ',
    district: 'Huyện Sóc Sơn',
    province: 'Thành phố Hà Nội',
  },
  resultDelivery: 'electronic',
  contribution: { scheme: 'bhxh-tn', income: 1_500_000, method: '12m' },
  attachments: 'Bản chụp căn cước công dân',
}

/** An address of two and a half lines. */
export const longAddress =
  'Căn hộ số 1208, tầng 12, tòa nhà CT2B, khu đô thị mới Nghĩa Đô – Cổ Nhuế, ngách 106/45/2 ngõ 106 đường Hoàng Quốc Việt kéo dài, tổ dân phố số 17 (cạnh nhà văn hóa khu dân cư)'

/** Everything that may break a box: markup, 300 characters, one endless word, long places, many lines. */
export const awkward: Tk1Record = {
  ...newcomer,
  insuranceNumber: '0123456789',
  name: `Đỗ-Nguyễn <img src=x onerror=alert(1)> ${'Phượng Hoàng Thiên Kiều '.repeat(12)}`.slice(
    0,
    300,
  ),
  birth: { date: '1958-01-01', precision: 'year' },
  ethnicity: 'Cơ Tu (Ca Tu, Cao, Hạ, Phương)',
  email: `${'rat-dai-khong-co-cho-ngat'.repeat(5)}@example.vn`,
  address: {
    street: longAddress,
    commune: 'Phường Cổ Nhuế 1 (nay là phường Nghĩa Đô)',
    district: 'Quận Bắc Từ Liêm',
    province: 'Thành phố Hà Nội',
  },
  careFacility: 'Bệnh viện Đa khoa khu vực Sóc Sơn – Phòng khám Đa khoa Trung Giã (01-045)',
  resultDelivery: 'paper',
  change: {
    name: 'Đỗ Nguyễn Phượng Hoàng',
    sex: 'male',
    birth: { date: '1958-12-31', precision: 'day' },
    birthPlace: {
      commune: 'Thị trấn Nông Trường Mộc Châu',
      district: 'Mộc Châu',
      province: 'Sơn La',
    },
    personalNumber: '014058000999',
  },
  request: `Điều chỉnh họ và tên, ngày sinh theo giấy khai sinh. ${'Đề nghị chuyển nơi đăng ký khám, chữa bệnh ban đầu. '.repeat(6)}`,
  attachments: `${longAddress}; {{7*7}}; ';DROP TABLE person; -- hết`,
}

/** A baby with year, guardian and household scheme, in a practice office. */
export const minor: Tk1Record = {
  ...newcomer,
  name: 'Lò Văn Tí Hon',
  sex: 'male',
  birth: { date: '2021-06-01', precision: 'day' },
  ethnicity: 'Thái',
  guardian: 'Lò Thị Mẩy (mẹ)',
  careFacility: 'Trạm y tế xã Phù Lỗ',
  resultDelivery: null,
  contribution: { scheme: 'bhyt-hgd', income: null, method: null },
  practice: true,
  checkAgainstOfficial: true,
}
