import type { DueListRecord, DueRow } from '#core/forms/due-list.ts'
import type { QuoteRecord } from '#core/forms/quote.ts'
import type { ReminderRecord } from '#core/forms/reminder.ts'
import { longAddress } from './tk1.ts'

const marks = {
  recordNumber: null,
  signedPlace: 'Sóc Sơn',
  signedOn: '2024-11-16',
  practice: false,
  checkAgainstOfficial: false,
}

const office = { name: 'BHXH huyện Sóc Sơn', unitCode: '016' }

/** A household of three over both schemes, with the amounts of November 2024. */
export const quote: QuoteRecord = {
  ...marks,
  kind: 'payment',
  office,
  head: 'Nguyễn Văn Ví Dụ',
  address: 'Số 12, ngõ 34, thôn Đông, xã Phù Lỗ, huyện Sóc Sơn, Hà Nội',
  phone: '0912345678',
  lines: [
    {
      name: 'Nguyễn Văn Ví Dụ',
      scheme: 'bhxh-tn',
      months: 12,
      validFrom: '2024-11-01',
      validTo: '2025-10-31',
      gross: 3_960_000,
      state: 396_000,
      local: 396_000,
      payer: 3_168_000,
      derivation: [
        '22 % × 1.500.000 × 12 tháng = 3.960.000',
        'Nhà nước 10 % × 22 % × 1.500.000 × 12 = 396.000',
        'Hà Nội 10 % = 396.000',
      ],
    },
    {
      name: 'Nguyễn Văn Ví Dụ',
      scheme: 'bhyt-hgd',
      months: 12,
      validFrom: '2024-12-16',
      validTo: '2025-12-15',
      gross: 1_263_600,
      state: 0,
      local: 0,
      payer: 1_263_600,
      derivation: ['người thứ 1: 4,5 % × 2.340.000 × 12 tháng = 1.263.600'],
    },
    {
      name: '<b>Trần Thị Mẫu</b> Công Tằng Tôn Nữ Phượng Hoàng Thiên Kiều',
      scheme: 'bhyt-hgd',
      months: 12,
      validFrom: '2024-12-16',
      validTo: '2025-12-15',
      gross: 884_520,
      state: 0,
      local: 0,
      payer: 884_520,
      derivation: ['người thứ 2: 70 % mức của người thứ nhất = 884.520'],
    },
  ],
  basis: [
    'Nghị định 134/2015/NĐ-CP Điều 14; Quyết định 595/QĐ-BHXH Điều 10, Điều 12',
    'Nghị quyết 03/2022/NQ-HĐND của Hội đồng nhân dân thành phố Hà Nội',
    'Nghị định 146/2018/NĐ-CP Điều 7; Nghị định 73/2024/NĐ-CP (lương cơ sở 2.340.000 đồng)',
  ],
  notices: ['Thẻ BHYT lần đầu có giá trị sau 30 ngày kể từ ngày đóng đủ.'],
  clerk: 'Trần Văn Cần Cù',
}

/** A quote with fifteen people, over more than one page, in a practice office. */
export const bigQuote: QuoteRecord = {
  ...quote,
  practice: true,
  address: longAddress,
  lines: Array.from({ length: 30 }, (_, i) => ({
    ...(quote.lines[i % 3] as QuoteRecord['lines'][number]),
    name: `Nguyễn Thành Viên Số ${i + 1}`,
  })),
}

/** A letter about a card that ends, with an amount. */
export const reminder: ReminderRecord = {
  ...marks,
  office,
  letterNumber: '45/TB-BHXH',
  name: 'Nguyễn Thị Ngọc Ánh',
  address: 'Số 12, ngõ 34, thôn Đông, xã Phù Lỗ, huyện Sóc Sơn, Hà Nội',
  scheme: 'bhyt-hgd',
  insuranceNumber: '0123456789',
  validTo: '2024-12-15',
  payBy: '2024-12-15',
  months: 12,
  amount: 1_263_600,
  payAt: 'Bưu điện xã Phù Lỗ hoặc bộ phận một cửa của BHXH huyện',
  notes: [
    'Gián đoạn từ 3 tháng trở lên trong năm tài chính thì thẻ mới chỉ có giá trị sau 30 ngày kể từ ngày đóng.',
    'Đóng tiếp đúng hạn thì thời gian tham gia 5 năm liên tục được giữ nguyên.',
  ],
  contact: { name: 'Trần Văn Cần Cù', phone: '0240000000' },
  signer: { title: 'Giám đốc', name: null },
}

/** A letter with little known and a long name. */
export const bareReminder: ReminderRecord = {
  ...reminder,
  practice: true,
  letterNumber: null,
  name: 'Công Tằng Tôn Nữ '.repeat(18).slice(0, 300),
  address: longAddress,
  scheme: 'bhxh-tn',
  insuranceNumber: null,
  validTo: null,
  payBy: null,
  months: null,
  amount: null,
  payAt: null,
  notes: [],
  contact: { name: null, phone: null },
}

const due: DueRow = {
  name: 'Nguyễn Thị Ngọc Ánh',
  insuranceNumber: '0123456789',
  birth: { date: '1986-02-28', precision: 'day' },
  scheme: 'bhxh-tn',
  address: 'Thôn Đông, Phù Lỗ, Sóc Sơn',
  dueOn: '2024-12-31',
  note: null,
}

/** People due in both schemes. */
export const dueList: DueListRecord = {
  ...marks,
  superior: 'BHXH thành phố Hà Nội',
  officeName: 'BHXH huyện Sóc Sơn',
  listNumber: '11',
  month: '2024-12',
  rows: [
    due,
    { ...due, name: 'Trần Văn Mẫu', birth: { date: '1958-01-01', precision: 'year' } },
    { ...due, name: 'Lê Thị Thẻ', scheme: 'bhyt-hgd', address: longAddress, note: 'đã gọi 2 lần' },
  ],
}

/** A list with nobody on it. */
export const emptyDueList: DueListRecord = {
  ...marks,
  signedPlace: null,
  signedOn: null,
  superior: null,
  officeName: null,
  listNumber: null,
  month: null,
  rows: [],
}

/** A hundred people over several pages. */
export const longDueList: DueListRecord = {
  ...dueList,
  practice: true,
  rows: Array.from({ length: 100 }, (_, i) => ({
    ...due,
    name: `Nguyễn Người Thứ ${i + 1}`,
    scheme: i < 40 ? ('bhxh-tn' as const) : ('bhyt-hgd' as const),
  })),
}
