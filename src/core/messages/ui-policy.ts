import type { Phrase } from '../messages.ts'

const tables = {
  baseSalary: { vi: 'Lương cơ sở', en: 'Base salary' },
  referenceAmount: { vi: 'Mức tham chiếu', en: 'Reference amount' },
  povertyLine: {
    vi: 'Chuẩn hộ nghèo khu vực nông thôn',
    en: 'Poverty line of the countryside',
  },
  bhxhRate: { vi: 'Tỷ lệ đóng BHXH tự nguyện', en: 'Rate of voluntary SI' },
  incomeCeiling: { vi: 'Thu nhập cao nhất', en: 'Highest income' },
  incomeStep: { vi: 'Bậc thu nhập', en: 'Step of incomes' },
  stateSupport: { vi: 'Nhà nước hỗ trợ', en: 'State support' },
  cap: { vi: 'Số tháng được hỗ trợ nhiều nhất', en: 'Most months with support' },
  missingMonths: {
    vi: 'Số tháng còn thiếu được đóng một lần',
    en: 'Missing months that may be paid at once',
  },
  latePayment: { vi: 'Đóng bù chậm', en: 'Late payment' },
  yield: { vi: 'Lãi suất bình quân tháng (r)', en: 'Average monthly yield (r)' },
  bhytRate: { vi: 'Tỷ lệ đóng BHYT', en: 'Rate of HI' },
  ladder: {
    vi: 'Mức đóng giảm dần trong hộ (người thứ 1 đến 5)',
    en: 'Ladder in the household (1st to 5th member)',
  },
  terms: { vi: 'Thời hạn đóng BHYT hộ gia đình', en: 'Terms of household HI' },
  bhytSupport: { vi: 'Nhà nước hỗ trợ: {group}', en: 'State support: {group}' },
  break: { vi: 'Gián đoạn tính từ', en: 'A break begins at' },
  wait: { vi: 'Thẻ có giá trị sau ngày nộp tiền', en: 'The card holds after payment' },
  fiveYears: { vi: 'Đủ 5 năm liên tục', en: 'Five years without a break' },
  localSupport: { vi: 'Hà Nội hỗ trợ BHXH tự nguyện', en: 'Hà Nội support of voluntary SI' },
  bhytLocal: { vi: 'Hà Nội hỗ trợ BHYT: {group}', en: 'Hà Nội support of HI: {group}' },
  bhytLocalAny: { vi: 'Hà Nội hỗ trợ BHYT', en: 'Hà Nội support of HI' },
} as const satisfies Record<string, Phrase>

const values = {
  unknown: { vi: 'chưa có tỷ lệ', en: 'rates not known yet' },
  months: { vi: '{n} tháng', en: '{n} months' },
  days: { vi: '{n} ngày', en: '{n} days' },
  compound: { vi: 'lãi gộp theo r', en: 'compound interest at r' },
} as const satisfies Record<string, Phrase>

const parts = {
  amounts: { vi: 'Mức chung', en: 'Amounts of both schemes' },
  bhxh: { vi: 'BHXH tự nguyện', en: 'Voluntary SI' },
  bhyt: { vi: 'BHYT hộ gia đình', en: 'Household HI' },
  local: { vi: 'Hà Nội hỗ trợ thêm', en: 'Support of Hà Nội' },
} as const satisfies Record<string, Phrase>

const screen = {
  title: { vi: 'Chính sách', en: 'Policy' },
  day: { vi: 'Áp dụng cho ngày', en: 'In force on' },
  what: { vi: 'Nội dung', en: 'Rule' },
  value: { vi: 'Mức', en: 'Value' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  source: { vi: 'Căn cứ', en: 'Law' },
  confidence: { vi: 'Độ chắc chắn', en: 'Certainty' },
  sure: { vi: 'đã xác nhận', en: 'confirmed' },
  own: { vi: 'đơn vị nhập', en: 'entered here' },
  noEnd: { vi: 'chưa có', en: 'open' },
  noRows: { vi: 'Không có quy định nào cho ngày này.', en: 'No rule for this day.' },
  emptyLocal: {
    vi: 'Phần mềm chưa có tỷ lệ Hà Nội hỗ trợ thêm từ ngày 01/01/2026. Khi chưa nhập, tiền Hà Nội hỗ trợ được tính bằng 0. Hãy nhập theo nghị quyết trước khi thu tiền.',
    en: 'The app has no rates of Hà Nội support from 01/01/2026 on. Until they are entered this support counts as 0. Enter them from the resolution before taking money.',
  },
  noYield: {
    vi: 'Chưa có lãi suất cho ngày này, nên chưa tính được cách đóng 2 đến 5 năm về sau.',
    en: 'No yield for this day, so 2 to 5 years ahead cannot be priced yet.',
  },
  officeTitle: { vi: 'Đơn vị nhập và xác nhận', en: 'Entered and confirmed by the office' },
  officeText: {
    vi: 'Thủ trưởng xác nhận bằng mã PIN. Mức mới chỉ dùng cho hồ sơ lập từ nay; số tiền đã lưu không đổi.',
    en: 'The head confirms with a PIN. New rates count for new sign-ups only; stored amounts never change.',
  },
  yields: {
    vi: 'Lãi suất đầu tư quỹ bình quân tháng',
    en: 'Average monthly yield of the fund',
  },
  year: { vi: 'Của năm', en: 'Of year' },
  yieldFor: { vi: 'dùng cho năm {year}', en: 'used in {year}' },
  percent: { vi: '% một tháng', en: '% a month' },
  announcement: { vi: 'Số thông báo', en: 'Announcement' },
  local: { vi: 'Hà Nội hỗ trợ BHXH tự nguyện', en: 'Hà Nội support of voluntary SI' },
  health: { vi: 'Hà Nội hỗ trợ BHYT', en: 'Hà Nội support of HI' },
  resolution: { vi: 'Số nghị quyết', en: 'Resolution' },
  group: { vi: 'Nhóm', en: 'Group' },
  supportPercent: { vi: 'Hỗ trợ %', en: 'Support %' },
  pending: { vi: 'Dòng chờ đơn vị xác nhận', en: 'Rows waiting for a word' },
  confirmRow: {
    vi: 'Xác nhận áp dụng {what}: {value} từ {from} ({source})',
    en: 'Apply {what}: {value} from {from} ({source})',
  },
  add: { vi: 'Thêm dòng', en: 'Add a line' },
  line: { vi: 'Dòng {n}', en: 'Line {n}' },
  removeLine: { vi: 'Xóa dòng {n}', en: 'Remove line {n}' },
  optionalEnd: { vi: 'để trống nếu chưa có', en: 'empty while open' },
  head: { vi: 'Thủ trưởng', en: 'Head' },
  pin: { vi: 'Mã PIN của thủ trưởng', en: 'PIN of the head' },
  save: { vi: 'Lưu chính sách', en: 'Save policy' },
  saved: { vi: 'Đã lưu. Các mức tính từ nay theo chính sách này.', en: 'Saved and in use now.' },
  goThere: {
    vi: 'Nhập lãi suất ở màn hình Chính sách',
    en: 'Enter the yield on the Policy screen',
  },
} as const satisfies Record<string, Phrase>

/** Words of the policy screen: the tables of rules, their values, and what the office enters. */
export const policyTexts = { ...screen, tables, values, parts } as const
