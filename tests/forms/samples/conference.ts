import type { AttendanceRecord, MinutesRecord } from '#core/forms/conference-papers.ts'

const held = {
  recordNumber: 'HN-7',
  signedPlace: 'Phù Lỗ',
  signedOn: '2024-11-16',
  practice: false,
  checkAgainstOfficial: false,
  tie: 'raquan:conference:016:7',
  office: { name: 'BHXH huyện Sóc Sơn', unitCode: '016' },
  kind: 'conference',
  heldOn: '2024-11-16',
  startsAt: '08:30',
  place: 'Nhà văn hóa thôn Đông, xã Phù Lỗ',
  commune: 'Xã Phù Lỗ',
  organisers: 'BHXH huyện Sóc Sơn, Bưu điện huyện Sóc Sơn',
} as const

/** The sentence of consent, as shipped for that day. */
const consent = {
  text: 'Tôi đồng ý để BHXH huyện Sóc Sơn lưu họ tên, địa chỉ, số điện thoại của tôi chỉ để liên hệ tư vấn về BHXH tự nguyện, BHYT hộ gia đình sau buổi này (Nghị định 13/2023/NĐ-CP Điều 11). Tôi được biết dữ liệu lưu tại máy của cơ quan, tôi có thể rút lại sự đồng ý bất cứ lúc nào và không đồng ý thì vẫn được dự.',
  box: 'Đồng ý lưu liên hệ',
  version: 'nd13-1',
}

/** A sheet with three people known, one with markup for a name, and lines for twenty more. */
export const attendance: AttendanceRecord = {
  ...held,
  consent,
  attendees: [
    {
      name: 'Nguyễn Thị Ngọc Ánh'.normalize('NFD'),
      birthYear: 1986,
      address: 'Thôn Đông',
      phone: '0912345678',
      interest: { bhxh: true, bhyt: false },
    },
    {
      name: '<img src=x onerror=alert(1)> Công Tằng Tôn Nữ Phượng Hoàng Thiên Kiều',
      birthYear: null,
      address: 'Ngõ 34, thôn Đông, gần nhà văn hóa khu dân cư số 3',
      phone: null,
      interest: { bhxh: true, bhyt: true },
    },
    {
      name: 'Trần Văn Mẫu',
      birthYear: 1958,
      address: null,
      phone: '0987654321',
      interest: { bhxh: false, bhyt: true },
    },
  ],
  blankRows: 20,
}

/** A sheet for a small group that nobody has planned yet, in a practice office. */
export const blankAttendance: AttendanceRecord = {
  ...held,
  consent,
  kind: 'small-group',
  tie: undefined,
  practice: true,
  heldOn: null,
  startsAt: null,
  place: null,
  commune: null,
  organisers: null,
  attendees: [],
  blankRows: 60,
}

/** Minutes with everything in them. */
export const minutes: MinutesRecord = {
  ...held,
  endsAt: '11:00',
  chair: 'Nguyễn Thị Ngay Thẳng',
  secretary: 'Trần Văn Cần Cù',
  speakers: 'Bà Lê Thị Giảng, chuyên viên; ông Phạm Văn Giải, nhân viên thu',
  attendees: 120,
  content:
    '1. Giới thiệu chính sách BHXH tự nguyện: mức đóng, mức hỗ trợ của Nhà nước và của Hà Nội.\n2. Giới thiệu BHYT hộ gia đình: thứ tự giảm mức đóng, thời hạn thẻ.\n3. Hướng dẫn thủ tục đăng ký và nộp tiền tại bưu điện.',
  opinions:
    'Người dân hỏi về thời gian đóng còn thiếu và việc chuyển từ BHXH bắt buộc sang tự nguyện.',
  conclusion: 'Tổ chức tư vấn tại nhà cho các hộ chưa dự được.',
  signUps: { bhxh: 12, bhyt: 34 },
}

/** Minutes to be written by hand. */
export const blankMinutes: MinutesRecord = {
  ...held,
  signedOn: null,
  endsAt: null,
  chair: null,
  secretary: null,
  speakers: null,
  attendees: null,
  content: null,
  opinions: null,
  conclusion: null,
  signUps: null,
}

/** Minutes with a text longer than a page. */
export const longMinutes: MinutesRecord = {
  ...minutes,
  content: Array.from(
    { length: 60 },
    (_, i) => `Ý thứ ${i + 1}: ${'nội dung trao đổi rất dài của hội nghị, '.repeat(3)}hết ý.`,
  ).join('\n'),
}
