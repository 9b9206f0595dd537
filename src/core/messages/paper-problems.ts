/** Sentences for printing: what could not be made or printed, and what to do next. */
export const paperProblems = {
  'paper.nothing': {
    vi: 'Không có hồ sơ nào cần in mẫu đã chọn. Hãy chọn mẫu khác hoặc nới điều kiện lọc.',
    en: 'Nothing chosen needs this form. Choose another form or widen the filter.',
  },
  'paper.too-many': {
    vi: 'Mỗi lần chỉ in được {max} tờ. Hãy chia nhỏ theo ngày hoặc theo xã, phường rồi in lần lượt.',
    en: 'One print job holds {max} papers. Split it by day or commune and print one after the other.',
  },
  'paper.wrong-subject': {
    vi: 'Mẫu {form} không in được cho lựa chọn này. Hãy chọn mẫu khác, hoặc in tờ trống.',
    en: 'Form {form} cannot be printed for this choice. Choose another form, or print it blank.',
  },
  'paper.no-such-page': {
    vi: 'Bản in này có {pages} trang, không có trang {page}. Hãy nhập lại số trang.',
    en: 'This document has {pages} pages and no page {page}. Enter the page again.',
  },
  'paper.no-such-place': {
    vi: 'Đợt in này không có tờ cần tìm. Hãy nhập lại số trang, số tờ hoặc số hồ sơ.',
    en: 'This print job does not hold that paper. Enter the page, place or record again.',
  },
  'paper.no-such-job': {
    vi: 'Không tìm thấy đợt in số {id}. Hãy mở lại danh sách các đợt đã in.',
    en: 'Print job {id} was not found. Open the list of print jobs again.',
  },
  'paper.gap-box': {
    vi: 'Mục {box} chưa có {field}: {count} tờ (hồ sơ số {numbers}).',
    en: 'Box {box} ({field}) is empty on {count} papers (records {numbers}).',
  },
  'paper.gap-cell': {
    vi: 'Cột {column} chưa có {field}: {count} dòng.',
    en: 'Column {column} ({field}) is empty in {count} rows.',
  },
  'paper.left-out': {
    vi: 'Bỏ {count} tờ vì không có mẫu đang áp dụng: {why}',
    en: '{count} papers were left out, no edition is in force: {why}',
  },
  'paper.own-forms': {
    vi: 'BHYT hộ gia đình ký từ ngày 01/07/2025 kê khai bằng Mẫu số 2 và Mẫu số 4 (Nghị định 188/2025/NĐ-CP); TK1-TS chỉ in khi cần đối chiếu.',
    en: 'Household BHYT signed since 01/07/2025 is declared on Mẫu số 2 and Mẫu số 4 (NĐ 188/2025); print TK1-TS only to compare.',
  },
  'paper.card-by': {
    vi: 'Mẫu số 2, mục [10.1]: hồ sơ không ghi nhận thẻ điện tử qua VssID hay Email; có địa chỉ email thì đánh dấu Email, không có thì VssID. Hãy hỏi lại người tham gia trước khi ký.',
    en: 'Mẫu số 2, box [10.1]: the record does not say whether the electronic card goes to VssID or e-mail; Email is ticked where there is an address, else VssID. Ask the person before they sign.',
  },
  'scan.other-office': {
    vi: 'Tờ này do đơn vị mã {unit} in cho hội nghị của họ. Hãy chuyển tờ về đơn vị đó, hoặc chọn hội nghị bằng tay.',
    en: 'This paper was printed by office {unit} for a conference of theirs. Send it there, or choose a conference by hand.',
  },
  'job.cancelled': {
    vi: 'Đã dừng theo yêu cầu. Hãy bấm lại khi cần.',
    en: 'Stopped as asked. Start again when you need it.',
  },
  'job.running': {
    vi: 'Máy đang làm một việc dài khác (in loạt, sao lưu, ghi danh sách hoặc đếm số liệu). Hãy đợi xong hoặc dừng việc đó trước.',
    en: 'Other long work is going on (a print job, a backup, a list or counting). Wait for it or stop it first.',
  },
  'print.no-printer': {
    vi: 'Không thấy máy in “{printer}”. Hãy kiểm tra dây nối, nguồn điện, rồi chọn lại máy in; bản in vẫn còn giữ.',
    en: 'The printer “{printer}” is not there. Check cable and power, then choose a printer again; the paper is still held.',
  },
  'print.not-accepting': {
    vi: 'Máy in “{printer}” đang từ chối nhận lệnh in. Hãy mở lại hàng đợi của máy in hoặc chọn máy khác; bản in vẫn còn giữ.',
    en: 'The printer “{printer}” is refusing jobs. Let its queue accept jobs again or choose another; the paper is still held.',
  },
  'print.not-queued': {
    vi: 'Lệnh in không tới được hàng đợi của máy in “{printer}” (hàng đợi từ chối hoặc ổ đĩa đầy). Hãy kiểm tra máy in rồi in lại; bản in vẫn còn giữ.',
    en: 'The job did not reach the queue of “{printer}” (refused, or the disk is full). Check the printer and print again; the paper is still held.',
  },
  'print.no-answer': {
    vi: 'Sau {seconds} giây máy in vẫn chưa trả lời. Hãy xem hàng đợi của máy in trước khi in lại, để khỏi in hai lần.',
    en: 'The printer has not answered for {seconds} seconds. Look at its queue before printing again, or it may print twice.',
  },
  'print.failed': {
    vi: 'Hệ thống không in được ({reason}). Hãy kiểm tra máy in rồi in lại; bản in vẫn còn giữ.',
    en: 'The system could not print ({reason}). Check the printer and print again; the paper is still held.',
  },
} as const
