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
  'conference.cancelled': {
    vi: 'Hội nghị số {id} đã hủy nên không nhận đăng ký. Hãy chọn hội nghị khác hoặc để trống.',
    en: 'Conference {id} was cancelled and takes no sign-ups. Choose another one or none.',
  },
  'conference.not-editable': {
    vi: 'Hội nghị số {id} ở trạng thái “{state}” nên không sửa được như vậy. Hãy mở lại hội nghị rồi sửa.',
    en: 'Conference {id} is “{state}” and cannot be changed like that. Open it again first.',
  },
  'conference.times-reversed': {
    vi: 'Giờ kết thúc {to} không sau giờ bắt đầu {from}. Hãy nhập lại hai giờ này.',
    en: 'The end {to} is not after the start {from}. Enter both times again.',
  },
  'conference.future': {
    vi: 'Ngày {date} chưa tới nên chưa thể ghi là đã tổ chức. Hãy để “Dự kiến” hoặc sửa ngày.',
    en: '{date} is still to come, so it cannot be held yet. Leave it planned or correct the date.',
  },
  'conference.illegal-step': {
    vi: 'Hội nghị số {id} đang “{state}”, không chuyển sang “{to}” được. Hãy mở lại danh sách rồi chọn lại.',
    en: 'Conference {id} is “{state}” and cannot become “{to}”. Open the list again and choose again.',
  },
  'conference.has-sign-ups': {
    vi: 'Đã có {n} người đăng ký qua hội nghị số {id} nên không hủy được. Hãy sửa nguồn của các hồ sơ đó trước.',
    en: '{n} people signed up through conference {id}, so it cannot be cancelled. Change the source of those enrolments first.',
  },
  'conference.nobody-came': {
    vi: 'Hội nghị số {id} chưa ghi số người dự. Hãy ghi số người dự rồi kết thúc, hoặc hủy hội nghị.',
    en: 'Conference {id} has no attendees yet. Enter their number before closing it, or cancel it.',
  },
  'conference.clash-place': {
    vi: 'Trùng địa điểm: hội nghị số {id} lúc {time} cũng ở {place}. Hãy kiểm tra lại giờ hoặc địa điểm.',
    en: 'Same place: conference {id} at {time} is also at {place}. Check the time or the place.',
  },
  'conference.clash-speaker': {
    vi: 'Trùng báo cáo viên: {name} cũng trình bày ở hội nghị số {id} lúc {time}, {place}. Hãy kiểm tra lại.',
    en: 'Same speaker: {name} also speaks at conference {id} at {time}, {place}. Check again.',
  },
  'conference.outside-campaign': {
    vi: 'Ngày này nằm ngoài thời gian của “{name}”, hội nghị không tính vào chỉ tiêu của đợt. Nếu đúng, cứ lưu.',
    en: 'This day is outside “{name}”, so it does not count towards its targets. Save if that is right.',
  },
  'roster.not-open': {
    vi: 'Hội nghị đã kết thúc hoặc đã hủy nên không sửa danh sách người dự. Hãy mở lại hội nghị trước.',
    en: 'The conference is closed or cancelled, so its roster stays. Open it again first.',
  },
  'roster.unknown': {
    vi: 'Không tìm thấy người này trong danh sách. Hãy mở lại danh sách người dự.',
    en: 'This person was not found on the roster. Open the roster again.',
  },
  'roster.joined': {
    vi: '{name} đã đăng ký tham gia từ lượt hẹn này nên không xóa được. Hãy hủy hồ sơ đăng ký trước.',
    en: '{name} has joined from this lead and cannot be removed. Cancel the enrolment first.',
  },
  'roster.twice': {
    vi: '{name} đã có trong danh sách (cùng tên, năm sinh, điện thoại). Hãy bỏ dòng này hoặc sửa cho khác.',
    en: '{name} is on the roster already (same name, birth year and phone). Drop the row or correct it.',
  },
  'roster.full': {
    vi: 'Danh sách đã đủ {max} người. Hãy ghi tiếp vào một hội nghị khác.',
    en: 'The roster holds {max} people already. Use another conference for the rest.',
  },
  'roster.phone-without-consent': {
    vi: 'Người này chưa đồng ý để lưu thông tin nên không lưu số điện thoại. Hãy hỏi rồi đánh dấu đồng ý, hoặc xóa số.',
    en: 'This person has not agreed to be kept, so no phone is stored. Ask and tick consent, or clear the phone.',
  },
  'roster.follow-up-early': {
    vi: 'Ngày hẹn lại trước ngày hội nghị. Hãy nhập ngày sau hội nghị.',
    en: 'The follow-up is before the conference. Enter a later day.',
  },
  'roster.not-born': {
    vi: 'Năm sinh {year} không hợp lý. Hãy nhập lại năm sinh.',
    en: 'The birth year {year} cannot be right. Enter it again.',
  },
  'roster.no-name': {
    vi: 'Dòng này không có họ tên. Hãy điền họ tên rồi dán lại.',
    en: 'This row has no name. Fill it in and paste again.',
  },
  'roster.too-long': {
    vi: 'Một ô dài quá {max} ký tự. Hãy rút ngắn rồi dán lại.',
    en: 'A cell is longer than {max} characters. Shorten it and paste again.',
  },
  'roster.no-yes': {
    vi: 'Không rõ “{text}” là có hay không. Hãy ghi “x” hoặc để trống.',
    en: '“{text}” is neither yes nor no. Write “x” or leave it empty.',
  },
  'roster.unknown-group': {
    vi: 'Không có nhóm “{text}”. Hãy ghi: Buôn bán, Kinh doanh, Lao động tự do, Chủ nhà trọ hoặc Khác.',
    en: 'There is no group “{text}”. Use: Trader, Small business, Freelancer, Boarding-house owner or Other.',
  },
  'roster.paste-empty': {
    vi: 'Chưa có dòng nào để dán. Hãy chọn các dòng trong bảng tính, sao chép rồi dán lại.',
    en: 'There are no rows to paste. Select rows in the spreadsheet, copy and paste again.',
  },
  'attachment.too-large': {
    vi: 'Tệp {name} khoảng {mb} MB, lớn hơn mức {max} MB. Hãy giảm cỡ ảnh hoặc chọn tệp khác.',
    en: 'The file {name} is about {mb} MB, more than {max} MB. Make the picture smaller or choose another file.',
  },
  'attachment.not-picture': {
    vi: 'Tệp {name} không phải ảnh (JPEG, PNG, WebP) hay bản quét PDF, dù tên có thể giống. Hãy chọn tệp khác.',
    en: 'The file {name} is no picture (JPEG, PNG, WebP) or PDF scan, whatever its name says. Choose another file.',
  },
  'attachment.empty': {
    vi: 'Tệp {name} không có gì bên trong. Hãy chọn tệp khác.',
    en: 'The file {name} is empty. Choose another file.',
  },
  'attachment.too-many': {
    vi: 'Hội nghị này đã có {max} tệp. Hãy xóa bớt tệp không cần rồi thêm.',
    en: 'This conference has {max} files already. Remove one that is not needed first.',
  },
  'attachment.twice': {
    vi: 'Tệp {name} đã được thêm vào hội nghị này rồi.',
    en: 'The file {name} is attached to this conference already.',
  },
  'attachment.unknown': {
    vi: 'Không tìm thấy tệp này. Hãy mở lại danh sách tệp của hội nghị.',
    en: 'This file was not found. Open the files of the conference again.',
  },
} as const
