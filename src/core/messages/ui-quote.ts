import type { Phrase } from '../messages.ts'

/** Words of amounts that are only looked up: calculations at the counter and their paper. */
export const quoteTexts = {
  open: { vi: 'Tính mức đóng', en: 'Calculate' },
  title: {
    vi: 'Tính mức đóng, đóng bù, đóng chậm, hoàn trả BHXH tự nguyện',
    en: 'Calculate voluntary SI: payment, missing months, late payment, refund',
  },
  hint: {
    vi: 'Chỉ để tính và in cho người dân xem; không lưu vào sổ.',
    en: 'Only for looking up and printing; nothing is saved.',
  },
  what: { vi: 'Cần tính', en: 'Calculate' },
  payment: { vi: '1 · Đóng theo phương thức', en: '1 · A payment' },
  missing: {
    vi: '2 · Đóng một lần cho thời gian còn thiếu',
    en: '2 · All missing months at once',
  },
  late: { vi: '3 · Đóng chậm quá hạn', en: '3 · A late payment' },
  refund: { vi: '4 · Hoàn trả phần đã đóng trước', en: '4 · Refund of what was prepaid' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  date: { vi: 'Ngày đóng', en: 'Day of payment' },
  datePaid: { vi: 'Ngày đã đóng', en: 'Day it was paid' },
  income: { vi: 'Mức thu nhập', en: 'Income' },
  method: { vi: 'Phương thức', en: 'Method' },
  group: { vi: 'Nhóm hỗ trợ', en: 'Group' },
  missingMonths: { vi: 'Số tháng còn thiếu', en: 'Missing months' },
  lateMonths: { vi: 'Số tháng chậm', en: 'Months late' },
  unusedMonths: { vi: 'Số tháng chưa dùng', en: 'Unused months' },
  yield: { vi: 'Lãi suất (%/tháng)', en: 'Yield (% a month)' },
  yieldOwn: { vi: 'để trống: của đơn vị', en: 'empty: the office’s own' },
  supportedSince: { vi: 'Đã được hỗ trợ từ tháng', en: 'Supported since (month)' },
  result: { vi: 'Kết quả', en: 'Result' },
  waiting: {
    vi: 'Hãy nhập đủ các ô bên trên để xem kết quả.',
    en: 'Fill in the boxes above to see the result.',
  },
  worth: { vi: 'Phần chưa dùng', en: 'Unused part' },
  stateBack: { vi: 'Trả ngân sách Nhà nước', en: 'Back to the State' },
  localBack: { vi: 'Trả ngân sách Hà Nội', en: 'Back to Hà Nội' },
  back: { vi: 'Trả lại người dân', en: 'Back to the person' },
  months: { vi: '{n} tháng', en: '{n} months' },
  print: { vi: 'In phiếu tính mức đóng', en: 'Print the calculation' },
  paperTitle: { vi: 'Phiếu tính mức đóng', en: 'Calculation' },
  showRule: { vi: 'Xem dòng quy định: {source}', en: 'Show the rule: {source}' },
  declaredUntil: { vi: 'Nơi khác đến', en: 'Elsewhere to' },
  declaredSpoken: {
    vi: 'Đã đóng BHXH tự nguyện nơi khác đến hết tháng',
    en: 'Paid voluntary SI elsewhere up to (month)',
  },
  monthEcho: { vi: 'hết tháng {month}', en: 'end of {month}' },
} as const satisfies Record<string, Phrase>
