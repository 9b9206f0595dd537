/** Sentences for what an office enters as its own policy. */
export const policyProblems = {
  'policy.not-pending': {
    vi: 'Dòng chính sách “{row}” không chờ xác nhận. Hãy mở lại màn hình Chính sách rồi xác nhận lại.',
    en: 'The policy row “{row}” does not wait to be confirmed. Open the screen again, then confirm.',
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
