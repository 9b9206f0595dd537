/** Sentences for conferences and small-group sessions: what is wrong, then what to do. */
export const conferenceProblems = {
  'conference.outside-area': {
    vi: 'Xã, phường này không thuộc địa bàn của đơn vị vào ngày tổ chức. Hãy chọn xã, phường khác hoặc sửa ngày.',
    en: 'This commune is outside the office’s area on that day. Choose another commune or correct the date.',
  },
  'conference.too-few-attendees': {
    vi: 'Số người dự ít hơn {signUps} người đã đăng ký tại buổi này. Hãy nhập lại số người dự.',
    en: 'Fewer attendees than the {signUps} people who signed up there. Enter the number again.',
  },
  'conference.unknown': {
    vi: 'Không tìm thấy hội nghị số {id}. Hãy mở lại danh sách hội nghị.',
    en: 'Conference {id} was not found. Open the list of conferences again.',
  },
} as const
