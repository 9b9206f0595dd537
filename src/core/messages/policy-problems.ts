/** Sentences for what an office enters as its own policy. */
export const policyProblems = {
  'policy.not-pending': {
    vi: 'Dòng chính sách “{row}” không chờ xác nhận. Hãy mở lại màn hình Chính sách rồi xác nhận lại.',
    en: 'The policy row “{row}” does not wait to be confirmed. Open the screen again, then confirm.',
  },
  'policy.percent-unreadable': {
    vi: 'Không đọc được tỷ lệ “{text}”. Hãy nhập một số từ 0 đến {max}, ví dụ 0,628.',
    en: 'The rate “{text}” cannot be read. Enter a number from 0 to {max}, such as 0.628.',
  },
  'policy.year-unreadable': {
    vi: 'Không đọc được năm “{text}”. Hãy nhập năm có 4 chữ số, từ 2007.',
    en: 'The year “{text}” cannot be read. Enter a year of 4 digits, from 2007 on.',
  },
  'policy.group-needed': {
    vi: 'Chưa chọn nhóm được hỗ trợ BHYT. Hãy chọn một nhóm trong danh sách.',
    en: 'No BHYT support group is chosen. Choose one from the list.',
  },
  'policy.ends-early': {
    vi: 'Ngày kết thúc {to} trước ngày bắt đầu {from}. Hãy sửa lại một trong hai ngày.',
    en: 'The last day {to} is before the first day {from}. Correct one of them.',
  },
  'policy.year-twice': {
    vi: 'Lãi suất dùng từ ngày {date} được nhập hai lần. Hãy xóa bớt một dòng.',
    en: 'The yield used from {date} is entered twice. Remove one of the lines.',
  },
  'policy.overlap': {
    vi: 'Dòng bắt đầu ngày {date} trùng thời gian với một dòng khác cùng nhóm. Hãy ghi ngày kết thúc cho dòng cũ rồi lưu lại.',
    en: 'The line that starts on {date} overlaps another one for the same group. Give the older line its last day, then save again.',
  },
} as const
