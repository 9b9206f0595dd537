import type { Sex } from '../terms.ts'
import type { Random } from './random.ts'

const families = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Trần',
  'Lê',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Đoàn',
  'Trịnh',
  'Phùng',
  'Kiều',
  'Khuất',
  'Tạ',
  'Chu',
] as const

const middles = {
  male: ['Văn', 'Đức', 'Hữu', 'Quang', 'Minh', 'Công', 'Xuân', 'Đình', 'Ngọc', 'Thành'],
  female: ['Thị', 'Thị', 'Thị', 'Thu', 'Ngọc', 'Thanh', 'Bích', 'Kim', 'Hồng', 'Minh'],
} as const

const givens = {
  male: [
    'Hùng',
    'Dũng',
    'Đức',
    'Tuấn',
    'Hải',
    'Sơn',
    'Long',
    'Thắng',
    'Hòa',
    'Bình',
    'Khoa',
    'Phúc',
    'Trường',
    'Quân',
    'Đạt',
    'Hiếu',
    'Lâm',
    'Vinh',
    'Toàn',
    'Khánh',
    'Ước',
    'Thủy',
  ],
  female: [
    'Hương',
    'Lan',
    'Hoa',
    'Hạnh',
    'Thủy',
    'Nga',
    'Hằng',
    'Yến',
    'Ánh',
    'Đào',
    'Mai',
    'Loan',
    'Huyền',
    'Trang',
    'Ngân',
    'Phượng',
    'Duyên',
    'Oanh',
    'Quỳnh',
    'Thơm',
    'Hường',
    'Mỹ',
  ],
} as const

const hamlets = [
  'Thôn Đông',
  'Thôn Đoài',
  'Thôn Trung',
  'Thôn Thượng',
  'Thôn Hạ',
  'Tổ dân phố số 1',
  'Tổ dân phố số 2',
  'Tổ dân phố số 3',
  'Xóm Chùa',
  'Xóm Đình',
  'Khu chợ mới',
  'Khu tập thể cũ',
] as const

/** Where made-up people have their births registered, as birth papers of before 1/7/2025 say it. */
export const birthPlaces = [
  { commune: 'Xã Phù Lỗ', district: 'Huyện Sóc Sơn', province: 'Thành phố Hà Nội' },
  { commune: 'Xã Đông Xuân', district: 'Huyện Sóc Sơn', province: 'Thành phố Hà Nội' },
  { commune: 'Xã Kim Chung', district: 'Huyện Đông Anh', province: 'Thành phố Hà Nội' },
  { commune: 'Xã Uy Nỗ', district: 'Huyện Đông Anh', province: 'Thành phố Hà Nội' },
  { commune: 'Phường Trung Hòa', district: 'Quận Cầu Giấy', province: 'Thành phố Hà Nội' },
  { commune: 'Xã Ninh Hiệp', district: 'Huyện Gia Lâm', province: 'Thành phố Hà Nội' },
  { commune: 'Xã Hải Hưng', district: 'Huyện Hải Hậu', province: 'Tỉnh Nam Định' },
] as const

/** A made-up name: family, middle and given name drawn apart. */
export function makeName(
  random: Random,
  sex: Sex,
  family?: string,
): { name: string; family: string } {
  const chosen = family ?? random.pick(families)
  return {
    name: `${chosen} ${random.pick(middles[sex])} ${random.pick(givens[sex])}`,
    family: chosen,
  }
}

/** A made-up street address inside a commune. */
export function makeAddress(random: Random): string {
  return `Số ${random.between(1, 299)}, ${random.pick(hamlets)}`
}
