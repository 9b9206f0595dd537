/** Sentences for periods, adjustments, files that replace others and the answers of the city. */
export const periodProblems = {
  'exchange.adjustments': {
    vi: 'Các dòng điều chỉnh bị trùng, sai thứ tự hoặc cộng không khớp. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'Adjustments are repeated, out of order or do not add up. Ask the unit to make the summary again.',
  },
  'exchange.revision': {
    vi: 'Bản lần {revision} không ghi đúng tệp nó thay thế hoặc hai người mở lại kỳ. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'Revision {revision} does not name the file it replaces or the two people who reopened the period. Ask the unit to make it again.',
  },
  'exchange.pooling': {
    vi: 'Các ô dưới {least} người không được gộp đúng cách. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'Cells of fewer than {least} persons are not pooled as they should be. Ask the unit to make the summary again.',
  },
  'period.accepted': {
    vi: 'Thành phố đã tiếp nhận số liệu của {period} nên không gửi lại và không mở lại được. Hãy ghi thay đổi bằng một điều chỉnh vào kỳ này.',
    en: 'The city has accepted {period}, so it is neither sent again nor reopened. Record the change as an adjustment now.',
  },
  'period.not-closed': {
    vi: 'Kỳ {period} đang mở nên không cần mở lại. Hãy sửa hồ sơ rồi chốt khi xong.',
    en: '{period} is open already. Change what is wrong, then close it.',
  },
  'period.same-person': {
    vi: 'Mở lại một kỳ đã chốt cần hai người khác nhau. Hãy mời thêm một người xác nhận bằng PIN của mình.',
    en: 'Reopening takes two different people. Ask a second person to confirm with a PIN.',
  },
  'period.unwritten': {
    vi: 'Tệp số {sequence} của kỳ này đã ký nhưng chưa ghi ra được. Hãy ghi tệp đó ra trước khi mở lại kỳ.',
    en: 'File {sequence} of this period is signed but not written yet. Write it out before reopening.',
  },
  'adjustment.day-open': {
    vi: 'Ngày {date} chưa chốt: hãy sửa hoặc hủy thẳng hồ sơ số {id}, không cần điều chỉnh.',
    en: 'The day {date} is still open: change or cancel sign-up {id} itself.',
  },
  'adjustment.already-cancelled': {
    vi: 'Hồ sơ số {id} đã hủy nên không điều chỉnh thêm được. Hãy kiểm tra lại số hồ sơ.',
    en: 'Sign-up {id} is cancelled and takes no further adjustment. Check the number.',
  },
  'adjustment.not-cancellable': {
    vi: 'Hồ sơ số {id} đã nộp đi nên không hủy được; hãy đợi trả lại, hoặc ghi điều chỉnh số tiền.',
    en: 'Sign-up {id} was handed in and cannot be cancelled; wait for its return or correct the money.',
  },
  'adjustment.nothing': {
    vi: 'Điều chỉnh chưa thay đổi gì. Hãy nhập số tháng hoặc số tiền tăng, giảm.',
    en: 'The adjustment changes nothing. Enter the months or amounts that go up or down.',
  },
  'adjustment.below-zero': {
    vi: 'Sau điều chỉnh, hồ sơ số {id} sẽ có số âm. Hãy nhập số giảm không quá số còn lại.',
    en: 'Sign-up {id} would fall below zero. Take back no more than what is left.',
  },
  'reply.not-ours': {
    vi: 'Trả lời này dành cho đơn vị {unit}, không phải đơn vị này. Hãy chuyển tệp cho đúng đơn vị.',
    en: 'This answer is for unit {unit}, not for this office. Pass the file on to that unit.',
  },
  'reply.not-city': {
    vi: 'Tệp này do “{signer}” ký, không phải cơ quan BHXH thành phố. Không dùng tệp; hãy hỏi lại thành phố.',
    en: 'This file was signed by “{signer}”, not by the city office. Do not use it; ask the city.',
  },
  'period.moving': {
    vi: 'Số liệu của {period} thay đổi liên tục trong lúc ký nên chưa chốt được. Hãy chờ mọi người ghi xong rồi ký lại.',
    en: 'The figures of {period} kept changing while they were signed, so nothing was closed. Wait until everybody has saved, then sign again.',
  },
  'reply.unknown-file': {
    vi: 'Trả lời nói về tệp số {sequence} mà đơn vị không có hoặc có nội dung khác. Không trạng thái nào thay đổi; hãy hỏi lại thành phố.',
    en: 'The answer is about file {sequence}, which this office does not have or has with other content. Nothing changed; ask the city.',
  },
  'reply.older': {
    vi: 'Đã có trả lời mới hơn của thành phố về tệp số {sequence}. Không trạng thái nào thay đổi.',
    en: 'A newer answer of the city about file {sequence} is known. Nothing changed.',
  },
  'reply.invalid': {
    vi: 'Mục “{field}” của trả lời thiếu hoặc sai. Hãy đề nghị thành phố gửi lại tệp.',
    en: 'The entry “{field}” of the answer is missing or wrong. Ask the city to send the file again.',
  },
  'reply.known': {
    vi: 'Trả lời này đã được mở trước đó. Không có gì thay đổi.',
    en: 'This answer was opened before. Nothing changed.',
  },
  'reply.not-newest': {
    vi: 'Trả lời về bản cũ (số {sequence}); kỳ này đã có bản mới hơn nên trạng thái của kỳ giữ nguyên.',
    en: 'The answer is about an older revision (file {sequence}); the state of the period stays.',
  },
  'clock.back': {
    vi: 'Đồng hồ máy đang chậm hơn lần ghi trước ({last}). Số thứ tự vẫn tăng đúng và việc này đã ghi vào nhật ký; hãy chỉnh lại ngày giờ của máy.',
    en: 'The clock stands before the last entry ({last}). Numbers still go up and this was recorded; set the clock right.',
  },
  'clock.ahead': {
    vi: 'Đồng hồ máy nhảy xa hơn lần ghi trước {days} ngày. Việc này đã ghi vào nhật ký; hãy kiểm tra ngày giờ của máy.',
    en: 'The clock is {days} days after the last entry. This was recorded; check the date of the computer.',
  },
} as const
