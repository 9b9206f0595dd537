import type { Phrase } from '../messages.ts'
import type { PeriodState } from '../period.ts'

const state: Record<PeriodState, Phrase> = {
  open: { vi: 'Đang mở', en: 'Open' },
  reopened: { vi: 'Đã mở lại', en: 'Reopened' },
  unwritten: { vi: 'Đã ký, chưa ghi ra', en: 'Signed, not written' },
  sent: { vi: 'Đã ghi tệp, chờ tiếp nhận', en: 'Written, waiting' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  returned: { vi: 'Trả lại', en: 'Returned' },
}

const stateText: Record<PeriodState, Phrase> = {
  open: {
    vi: 'Số liệu tạm tính: kỳ này chưa chốt.',
    en: 'Provisional: this period is not closed yet.',
  },
  reopened: {
    vi: 'Kỳ này đã mở lại (sau lần {revision}). Số liệu là tạm tính cho đến khi chốt và ký lần {next}.',
    en: 'Reopened (after revision {revision}). Provisional until it is signed as revision {next}.',
  },
  unwritten: {
    vi: 'Đã chốt và ký lần {revision} nhưng tệp chưa ghi ra được. Bấm “Chốt và ký” để ghi lại đúng tệp đó.',
    en: 'Closed and signed (revision {revision}) but not written out. “Close and sign” writes that same file.',
  },
  sent: {
    vi: 'Kỳ này đã chốt và ghi tệp (lần {revision}). Thành phố chưa trả lời.',
    en: 'This period is closed and written (revision {revision}). The city has not answered.',
  },
  accepted: {
    vi: 'Thành phố đã tiếp nhận kỳ này (lần {revision}). Thay đổi về sau ghi bằng điều chỉnh.',
    en: 'The city accepted this period (revision {revision}). Later changes go in as adjustments.',
  },
  returned: {
    vi: 'Thành phố trả lại kỳ này (lần {revision}). Hãy mở lại để sửa rồi ký lần {next}.',
    en: 'The city returned this period (revision {revision}). Reopen it, correct it and sign revision {next}.',
  },
}

/** Words of periods: kinds, states, reopening, adjustments, answers of the city, sticks. */
export const periodTexts = {
  title: { vi: 'Báo cáo', en: 'Summary' },
  kind: { vi: 'Loại kỳ', en: 'Kind of period' },
  day: { vi: 'Ngày báo cáo', en: 'Day' },
  campaignFrom: { vi: 'Đợt bắt đầu từ', en: 'Campaign from' },
  span: { vi: 'Kỳ: {span}', en: 'Period: {span}' },
  state,
  stateText,
  sign: { vi: 'Chốt và ký', en: 'Close and sign' },
  signSpan: { vi: 'Chốt và ký báo cáo {span}', en: 'Close and sign {span}' },
  replace: { vi: 'Ký bản thay thế', en: 'Sign a replacement' },
  replaceSpan: { vi: 'Ký bản thay thế {span}', en: 'Sign a replacement of {span}' },
  replaceText: {
    vi: 'Số liệu giữ nguyên; tệp mới có lần {next} và thay tệp trước. Muốn sửa số liệu thì mở lại kỳ.',
    en: 'The figures stay; the new file is revision {next} and replaces the one before. To change figures, reopen.',
  },
  pool: {
    vi: 'Gộp các ô dưới 5 người (đề xuất của phần mềm, không bắt buộc)',
    en: 'Pool cells of fewer than 5 persons (our proposal, not required)',
  },
  reopen: { vi: 'Mở lại kỳ', en: 'Reopen' },
  reopenSpan: { vi: 'Mở lại {span}', en: 'Reopen {span}' },
  reopenText: {
    vi: 'Cần hai người, một người là thủ trưởng. Các kỳ rộng hơn đã chốt mà trùng ngày cũng mở lại. Lý do và tên hai người ghi trong tệp sau; không ghi tên người tham gia vào lý do.',
    en: 'Two people are needed, one of them the head. Wider closed periods that share a day open too. Reason and both names go into the next file; name no participants.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  firstPerson: { vi: 'Người đề nghị', en: 'Asked by' },
  secondPerson: { vi: 'Người thứ hai', en: 'Second person' },
  secondPin: { vi: 'Mã PIN của người thứ hai', en: 'PIN of the second person' },
  reopenNow: { vi: 'Mở lại', en: 'Reopen' },
  reopenedBy: {
    vi: 'Mở lại: {reason} ({askedBy}, {approvedBy} xác nhận)',
    en: 'Reopened: {reason} ({askedBy}, confirmed by {approvedBy})',
  },
  adjustments: { vi: 'Điều chỉnh hồ sơ của ngày đã chốt', en: 'Adjustments of closed days' },
  noAdjustments: { vi: 'Không có điều chỉnh nào trong kỳ.', en: 'None in this period.' },
  adjust: { vi: 'Thêm điều chỉnh', en: 'Add an adjustment' },
  adjustText: {
    vi: 'Chỉ dành cho hồ sơ của ngày đã chốt. Điều chỉnh thay đổi tiền và số tháng trong kỳ hiện tại, không thay đổi số người.',
    en: 'Only for sign-ups of a closed day. It changes money and months in the current period, never the head-count.',
  },
  enrolment: { vi: 'Số hồ sơ', en: 'Sign-up number' },
  why: { vi: 'Việc cần điều chỉnh', en: 'What is adjusted' },
  whyCancelled: { vi: 'Hủy hồ sơ, trả lại toàn bộ tiền', en: 'Cancel, all money back' },
  whyCorrected: { vi: 'Sửa số tiền, số tháng', en: 'Correct money, months' },
  cancelledShort: { vi: 'Hủy sau khi chốt', en: 'Cancelled after closing' },
  correctedShort: { vi: 'Sửa số tiền', en: 'Corrected' },
  months: { vi: 'Số tháng (+/−)', en: 'Months (+/−)' },
  gross: { vi: 'Tổng tiền (+/−)', en: 'Contribution (+/−)' },
  stateMoney: { vi: 'NSNN hỗ trợ (+/−)', en: 'State support (+/−)' },
  localMoney: { vi: 'Hà Nội hỗ trợ (+/−)', en: 'Local support (+/−)' },
  payerFollows: {
    vi: 'Người tham gia đóng thay đổi: {payer}',
    en: 'What the person pays changes by {payer}',
  },
  signedNumber: {
    vi: '{field} cần số nguyên, số giảm thêm dấu trừ ở trước.',
    en: '{field} needs a whole number, with a minus in front when it goes down.',
  },
  adjusted: {
    vi: 'Đã ghi điều chỉnh vào ngày {day}.',
    en: 'The adjustment is recorded on {day}.',
  },
  person: { vi: 'Người tham gia', en: 'Person' },
  signedOn: { vi: 'Ngày đã chốt', en: 'Closed day' },
  madeOn: { vi: 'Ghi vào ngày', en: 'Recorded on' },
  history: { vi: 'Các kỳ đã chốt và tệp đã ký', en: 'Closed periods and signed files' },
  noHistory: { vi: 'Chưa chốt kỳ nào.', en: 'No period is closed yet.' },
  period: { vi: 'Kỳ', en: 'Period' },
  stateHead: { vi: 'Trạng thái', en: 'State' },
  file: { vi: 'Tệp', en: 'File' },
  number: { vi: 'Số, lần', en: 'Number, revision' },
  numberOf: { vi: '{sequence}, lần {revision}', en: '{sequence}, revision {revision}' },
  fingerprint: { vi: 'Dấu vân tay', en: 'Fingerprint' },
  signedBy: { vi: 'Người duyệt', en: 'Approved by' },
  show: { vi: 'Xem', en: 'Show' },
  writeAgain: { vi: 'Ghi lại tệp', en: 'Write again' },
  written: { vi: 'Đã ghi và kiểm tra: {file}', en: 'Written and verified: {file}' },
  openReply: { vi: 'Mở trả lời của thành phố', en: 'Open an answer of the city' },
  replyText: {
    vi: 'Chọn tệp tiếp nhận hoặc tệp trả lại (.asice) mà thành phố gửi về.',
    en: 'Choose the receipt or findings file (.asice) the city sent.',
  },
  replyFile: { vi: 'Tệp trả lời', en: 'Answer file' },
  replyTrust: {
    vi: 'Thư mục chứng thư tin cậy (không bắt buộc)',
    en: 'Trust folder (optional)',
  },
  replyAccepted: { vi: 'Thành phố đã tiếp nhận {span}', en: 'The city accepted {span}' },
  replyReturned: { vi: 'Thành phố trả lại {span}', en: 'The city returned {span}' },
  replyBy: {
    vi: '{by}, ngày {day}; người ký: {signer}',
    en: '{by}, {day}; signed by {signer}',
  },
  reasons: { vi: 'Lý do', en: 'Reasons' },
  stick: {
    absent: {
      vi: 'Không thấy thư mục: hãy cắm USB hoặc chọn thư mục khác.',
      en: 'The folder is not there: plug the stick in or choose another one.',
    },
    ready: { vi: 'Thư mục sẵn sàng để ghi.', en: 'The folder is ready.' },
    safe: {
      vi: 'An toàn để rút USB: tệp đã ghi xong và đọc lại đúng.',
      en: 'Safe to remove the stick: the file is written and reads back right.',
    },
    removed: {
      vi: 'USB đã rút. Tệp đã ghi xong trước khi rút.',
      en: 'The stick is out. The file was written before.',
    },
    wrong: {
      vi: 'Tệp trên USB không còn đúng: hãy ghi lại tệp từ danh sách các kỳ.',
      en: 'The file on the stick is no longer right: write it again from the list of periods.',
    },
  },
} as const
