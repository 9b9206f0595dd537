/** Sentences for the life of an enrolment, undo and renewals: what is wrong, then what to do. */
export const lifeProblems = {
  'step.illegal': {
    vi: 'Hồ sơ số {id} đang ở bước “{state}” nên chưa thể chuyển sang “{to}”. Bước có thể chọn: {next}.',
    en: 'Enrolment {id} stands at “{state}” and cannot go to “{to}”. Possible steps: {next}.',
  },
  'step.final': {
    vi: 'Hồ sơ số {id} đã ở bước cuối “{state}” nên không thể chuyển sang “{to}”. Nếu cần, hãy ghi hồ sơ mới.',
    en: 'Enrolment {id} is at its last step “{state}” and cannot go to “{to}”. Record a new one if needed.',
  },
  'receipt.too-early': {
    vi: 'Ngày biên lai {date} sớm hơn ngày ký hồ sơ {signed}. Hãy xem lại biên lai.',
    en: 'The receipt date {date} is earlier than the signing date {signed}. Check the receipt.',
  },
  'receipt.future': {
    vi: 'Ngày biên lai {date} ở sau ngày hôm nay. Hãy xem lại biên lai.',
    en: 'The receipt date {date} lies in the future. Check the receipt.',
  },
  'enrolment.not-editable': {
    vi: 'Hồ sơ số {id} đang ở bước “{state}” nên không sửa được. Chỉ sửa được hồ sơ chưa thu tiền.',
    en: 'Enrolment {id} stands at “{state}” and cannot be edited. Only one that is not paid yet can.',
  },
  'enrolment.other-scheme': {
    vi: 'Hồ sơ số {id} thuộc loại hình khác. Hãy mở lại hồ sơ rồi sửa.',
    en: 'Enrolment {id} belongs to the other scheme. Open it again before editing.',
  },
  'enrolment.kind-needs-note': {
    vi: 'Chọn “{kind}” cho {name} khác với quy định ({reason}). Hãy ghi lý do.',
    en: '“{kind}” for {name} differs from the rules ({reason}). Write down why.',
  },
  'undo.nothing': {
    vi: 'Không có thao tác nào của bạn để hoàn tác từ khi đăng nhập. Hãy sửa trực tiếp trên hồ sơ.',
    en: 'You have done nothing since signing in that can be undone. Edit the record itself.',
  },
  'undo.not-last': {
    vi: 'Thao tác này không còn là thao tác cuối cùng của bạn nên không hoàn tác được. Hãy sửa trực tiếp trên hồ sơ.',
    en: 'This is no longer your last action and cannot be undone. Edit the record itself.',
  },
  'undo.touched': {
    vi: 'Không hoàn tác được vì {who} đã làm tiếp trên cùng hồ sơ lúc {at}. Hãy sửa trực tiếp trên hồ sơ.',
    en: 'This cannot be undone because {who} worked on the same record at {at}. Edit the record itself.',
  },
  'undo.closed': {
    vi: 'Không hoàn tác được vì ngày {date} đã chốt và gửi số liệu. Hãy báo thủ trưởng đơn vị.',
    en: 'This cannot be undone because the day {date} is closed and sent. Tell the head of the office.',
  },
  'undo.conference-used': {
    vi: 'Không hoàn tác được vì đã có {n} người đăng ký qua hội nghị này. Hãy sửa hội nghị thay vì hoàn tác.',
    en: 'This cannot be undone because {n} people signed up through this conference. Edit it instead.',
  },
  'sheet.unknown': {
    vi: 'Bản nháp này không còn. Hãy mở lại danh sách bản nháp.',
    en: 'This draft is gone. Open the list of drafts again.',
  },
  'renewal.nothing-due': {
    vi: 'Hộ này không có ai đến hạn trong khoảng từ 90 ngày trước đến 60 ngày sau {date}. Hãy chọn hộ khác.',
    en: 'Nobody of this household is due from 90 days before to 60 days after {date}. Choose another one.',
  },
  'call.next-in-past': {
    vi: 'Ngày hẹn {date} đã qua. Hãy chọn ngày hẹn từ hôm nay trở đi.',
    en: 'The next date {date} has passed. Choose today or a later day.',
  },
} as const
