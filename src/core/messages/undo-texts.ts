/** What an action of a person was, said after "Hoàn tác:" and "Đã hoàn tác:", and what to do then. */
export const undoTexts = {
  household: { vi: 'ghi danh hộ {name} ({n} hồ sơ)', en: 'signing up {name}’s household ({n})' },
  edit: { vi: 'sửa hồ sơ của {name}', en: 'editing the enrolment of {name}' },
  step: { vi: 'chuyển {n} hồ sơ ({name}) sang “{state}”', en: 'moving {n} ({name}) to “{state}”' },
  cancel: { vi: 'hủy {n} hồ sơ ({name})', en: 'cancelling {n} ({name})' },
  conferenceAdded: { vi: 'ghi hội nghị tại {name}', en: 'recording the conference at {name}' },
  conferenceChanged: { vi: 'sửa hội nghị tại {name}', en: 'editing the conference at {name}' },
  conferenceStepped: {
    vi: 'chuyển trạng thái hội nghị tại {name}',
    en: 'moving the conference at {name}',
  },
  conferenceCancelled: {
    vi: 'hủy hội nghị tại {name}',
    en: 'cancelling the conference at {name}',
  },
  attendeesAdded: {
    vi: 'thêm {n} người vào danh sách dự ({name})',
    en: 'adding {n} to the roster ({name})',
  },
  attendeeChanged: {
    vi: 'sửa {name} trong danh sách dự',
    en: 'editing {name} on the roster',
  },
  attendeeRemoved: {
    vi: 'xóa {name} khỏi danh sách dự',
    en: 'removing {name} from the roster',
  },
  fileAdded: { vi: 'thêm tệp {name}', en: 'attaching {name}' },
  fileRemoved: { vi: 'xóa tệp {name}', en: 'removing the file {name}' },
  enrolmentsCancelled: {
    vi: 'Các hồ sơ của lần ghi này đã chuyển sang “Đã hủy”; thông tin người và hộ vẫn ở trong sổ. Mở lại hộ để ghi lại.',
    en: 'The enrolments are now cancelled; the people stay in the book. Open the household to record it again.',
  },
  paperOut: {
    vi: 'Đã có bản in hoặc bản lưu của hồ sơ này. Hãy thu lại và hủy bản giấy.',
    en: 'This record was printed or saved as a file before. Take the paper back and destroy it.',
  },
} as const
