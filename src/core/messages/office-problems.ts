/** Sentences for the office itself, its people and their rights: what is wrong, then what to do. */
export const officeProblems = {
  'office.unknown-unit': {
    vi: 'Không có đơn vị mang mã “{code}” vào ngày {date}. Hãy chọn đơn vị trong danh sách.',
    en: 'No office has the code “{code}” on {date}. Choose one from the list.',
  },
  'office.exists': {
    vi: 'Thư mục “{folder}” đã có dữ liệu của một đơn vị. Hãy chọn thư mục trống khác.',
    en: 'The folder “{folder}” already holds an office’s data. Choose another, empty folder.',
  },
  'office.no-head': {
    vi: 'Đơn vị cần ít nhất một thủ trưởng và một cán bộ nhập. Hãy bổ sung người còn thiếu.',
    en: 'The office needs at least a head and a clerk. Add the missing person.',
  },
  'office.not-practice': {
    vi: 'Dữ liệu thực hành chỉ được thêm vào đơn vị thực hành. Hãy tạo đơn vị thực hành ở thư mục khác.',
    en: 'Practice data can only go into a practice office. Create one in another folder.',
  },
  'paper.gone': {
    vi: 'Bản in này không còn giữ trong máy. Hãy mở lại từ sổ đăng ký.',
    en: 'This paper is no longer held. Open it again from the register.',
  },
  'file.not-chosen': {
    vi: 'Đường dẫn “{file}” chưa được chọn trong hộp thoại. Hãy bấm nút chọn tệp hoặc thư mục.',
    en: 'The path “{file}” was not chosen in a dialog. Use the button to choose it.',
  },
  'session.wrong-pin': {
    vi: 'Mã PIN không đúng. Hãy nhập lại; còn {left} lần thử.',
    en: 'Wrong PIN. Try again; {left} tries left.',
  },
  'session.wait': {
    vi: 'Đã nhập sai PIN nhiều lần. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many wrong PINs. Wait {seconds} seconds and try again.',
  },
  'session.signed-out': {
    vi: 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại.',
    en: 'You are not signed in. Please sign in again.',
  },
  'session.not-head': {
    vi: 'Chỉ thủ trưởng đơn vị được làm việc này. Hãy mời thủ trưởng xác nhận bằng PIN.',
    en: 'Only the head of the office may do this. Ask the head to confirm with a PIN.',
  },
  'recovery.wrong': {
    vi: 'Mã khôi phục không đúng. Hãy xem lại tờ mã khôi phục và nhập đủ các nhóm ký tự.',
    en: 'Wrong recovery code. Check the recovery sheet and enter every group.',
  },
  'recovery.not-confirmed': {
    vi: 'Nhóm ký tự cuối không khớp với mã khôi phục. Hãy nhìn tờ đã in và nhập lại nhóm cuối.',
    en: 'The last group does not match. Look at the printed sheet and enter the last group again.',
  },
  'period.closed': {
    vi: 'Ngày {date} đã chốt và gửi số liệu nên không thể thêm hay sửa. Hãy ghi vào ngày còn mở.',
    en: 'The day {date} is closed and sent, so nothing can be added or changed there. Use a day that is still open.',
  },
  'period.all-closed': {
    vi: 'Mọi ngày trong khoảng này đã chốt. Hãy chọn khoảng ngày khác.',
    en: 'Every day in this span is closed. Choose another span.',
  },
  'period.wrong-span': {
    vi: 'Khoảng ngày không khớp với loại kỳ đã chọn. Hãy chọn lại ngày đầu và ngày cuối của kỳ.',
    en: 'The days do not fit the kind of period. Choose the first and last day again.',
  },
  'period.future': {
    vi: 'Kỳ này chưa kết thúc nên chưa chốt được. Hãy đợi đến hết ngày {date}.',
    en: 'This period is not over yet. Wait until the end of {date}.',
  },
  'enrolment.unknown': {
    vi: 'Không tìm thấy hồ sơ số {id}. Hãy mở lại danh sách đăng ký.',
    en: 'Enrolment {id} was not found. Open the register again.',
  },
  'enrolment.nothing-chosen': {
    vi: 'Chưa chọn BHXH tự nguyện hay BHYT cho ai. Hãy chọn ít nhất một loại hình cho một thành viên.',
    en: 'Nothing is chosen yet. Choose at least one scheme for one member.',
  },
  'enrolment.already-recorded': {
    vi: '{name} đã có hồ sơ {scheme} ký ngày {date}. Hãy mở hồ sơ đó thay vì ghi thêm lần nữa.',
    en: '{name} already has a {scheme} enrolment signed on {date}. Open that one instead of recording it again.',
  },
  'enrolment.not-first': {
    vi: '{name} đã từng tham gia {scheme} (ký ngày {date}) nên không phải lần đầu. Hãy chọn đóng tiếp hoặc tham gia lại.',
    en: '{name} already joined {scheme} (signed on {date}), so this is not the first time. Choose renewing or returning.',
  },
  'enrolment.already-cancelled': {
    vi: 'Hồ sơ số {id} đã hủy trước đó nên không cần hủy lại.',
    en: 'Enrolment {id} is already cancelled.',
  },
  'enrolment.future': {
    vi: 'Ngày ký {date} ở sau ngày hôm nay. Hãy kiểm tra lại ngày ký.',
    en: 'The signing date {date} lies in the future. Check it again.',
  },
  'enrolment.outside-area': {
    vi: 'Xã, phường này không thuộc địa bàn của đơn vị vào ngày ký. Hãy chọn xã, phường khác.',
    en: 'This commune is outside the office’s area on the signing date. Choose another one.',
  },
  'person.number-taken': {
    vi: 'Số {number} đã thuộc về {name} trong sổ. Hãy chọn người đã có thay vì nhập mới.',
    en: 'The number {number} already belongs to {name} in the book. Choose that person instead.',
  },
  'person.number-twice': {
    vi: 'Số {number} xuất hiện hai lần trong hộ này. Hãy sửa một trong hai dòng.',
    en: 'The number {number} appears twice in this household. Correct one of the rows.',
  },
  'person.twice': {
    vi: '{name} có hai dòng trong hộ này. Hãy bỏ một dòng.',
    en: '{name} has two rows in this household. Remove one of them.',
  },
  'person.not-born': {
    vi: 'Ngày sinh {text} ở sau ngày ký. Hãy kiểm tra lại ngày sinh và ngày ký.',
    en: 'The birth date {text} lies after the signing date. Check both dates.',
  },
  'person.unknown': {
    vi: 'Không tìm thấy người số {id} trong sổ. Hãy tìm lại.',
    en: 'Person {id} was not found in the book. Search again.',
  },
  'household.unknown': {
    vi: 'Không tìm thấy hộ số {id} trong sổ. Hãy tìm lại.',
    en: 'Household {id} was not found in the book. Search again.',
  },
} as const
