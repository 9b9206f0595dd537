/** Sentences for the city's desk: what is wrong with a received file, then what to do. */
export const cityProblems = {
  'city.not-city': {
    vi: 'Chỉ cơ quan BHXH thành phố làm được việc này. Hãy mở phần mềm bằng dữ liệu của thành phố.',
    en: 'Only the city office can do this. Open the app with the city’s data.',
  },
  'city.already': {
    vi: 'Đã nhận tệp số {sequence} này từ trước. Không có gì thay đổi, không phải làm gì thêm.',
    en: 'This file, number {sequence}, was received before. Nothing changed; nothing more to do.',
  },
  'city.outdated': {
    vi: 'Đã nhận lần gửi {newest} của kỳ này nên không nhận lần {revision} cũ hơn. Không phải làm gì thêm.',
    en: 'Revision {newest} of this period was received, so the older revision {revision} is not taken. Nothing more to do.',
  },
  'city.number-used': {
    vi: 'Đơn vị đã gửi một tệp khác cũng mang số {sequence}. Hãy hỏi đơn vị có dùng hai bản dữ liệu hay vừa khôi phục bản sao lưu cũ.',
    en: 'The unit sent another file under number {sequence}. Ask whether it works with two copies of its data or restored an old backup.',
  },
  'city.revision-used': {
    vi: 'Đơn vị đã gửi một tệp khác cho kỳ này, cũng ghi là lần {revision}. Hãy hỏi đơn vị tệp nào đúng.',
    en: 'The unit sent another file for this period, also as revision {revision}. Ask which one is right.',
  },
  'city.accepted': {
    vi: 'Thành phố đã tiếp nhận kỳ này (tệp số {sequence}). Đơn vị phải gửi phần sai lệch trong kỳ sau, không gửi lại kỳ đã tiếp nhận.',
    en: 'The city has accepted this period (file {sequence}). The unit must send the difference in a later period, not the period again.',
  },
  'city.unknown-unit': {
    vi: 'Không có đơn vị mang mã “{unit}” trong kỳ {from} – {to}. Hãy đối chiếu danh mục đơn vị với đơn vị gửi.',
    en: 'No unit had the code “{unit}” in {from} – {to}. Compare the list of units with the sender.',
  },
  'city.own-unit': {
    vi: 'Tệp mang mã “{unit}” của chính thành phố, không phải của một đơn vị. Hãy chọn tệp do đơn vị gửi.',
    en: 'The file carries the city’s own code “{unit}”, not a unit’s. Choose a file a unit sent.',
  },
  'city.period-ahead': {
    vi: 'Kỳ báo cáo đến {to}, sau hôm nay. Hãy kiểm tra đồng hồ của máy này và của đơn vị.',
    en: 'The period runs to {to}, after today. Check the clock of this computer and of the unit.',
  },
  'city.practice-file': {
    vi: 'Đây là tệp THỰC HÀNH, không nhận vào số liệu thật. Đơn vị phải gửi tệp từ dữ liệu thật.',
    en: 'This is a PRACTICE file and is not taken into real figures. The unit must send one from its real data.',
  },
  'city.real-file': {
    vi: 'Đây là tệp số liệu thật, không nhận vào cơ quan thực hành. Hãy mở dữ liệu thật của thành phố.',
    en: 'This is a file of real figures and is not taken into a practice office. Open the city’s real data.',
  },
  'city.gap': {
    vi: 'Chưa nhận tệp số {number} đứng ngay trước. Hãy đề nghị đơn vị gửi bổ sung.',
    en: 'File {number}, the one just before, has not been received. Ask the unit for it.',
  },
  'city.chain-broken': {
    vi: 'Tệp số {sequence} nối tiếp một tệp số {number} khác với tệp đã nhận. Hãy hỏi đơn vị có dùng hai bản dữ liệu không.',
    en: 'File {sequence} follows a file {number} other than the one received. Ask the unit whether it works with two copies of its data.',
  },
  'city.replaces': {
    vi: 'Lần gửi {revision} thay cho lần gửi trước của kỳ này.',
    en: 'Revision {revision} replaces the earlier sending of this period.',
  },
  'city.reopened': {
    vi: 'Kỳ này đã được mở lại: {reason} ({askedBy} đề nghị, {approvedBy} duyệt).',
    en: 'This period was reopened: {reason} (asked by {askedBy}, approved by {approvedBy}).',
  },
  'city.clock-back': {
    vi: 'Đồng hồ máy của đơn vị đã bị chỉnh lùi. Hãy nhắc đơn vị kiểm tra ngày giờ.',
    en: 'The clock of the unit’s computer was set back. Ask the unit to check date and time.',
  },
  'city.new-key': {
    vi: 'Đơn vị ký bằng chứng thư khác với lần trước (nay là “{signer}”). Hãy hỏi đơn vị qua điện thoại nếu chưa được báo đổi khóa.',
    en: 'The unit signed with another certificate than before (now “{signer}”). Ask by telephone unless the change was announced.',
  },
  'city.late': {
    vi: 'Nhận sau hạn {due}.',
    en: 'Received after the deadline {due}.',
  },
  'city.no-files': {
    vi: 'Không thấy tệp tổng hợp (.asice) nào ở nơi đã chọn. Hãy chọn thư mục hoặc USB khác.',
    en: 'There is no summary file (.asice) in the chosen place. Choose another folder or stick.',
  },
  'city.file-gone': {
    vi: 'Không có tệp đã nhận mang số thứ tự {id}. Hãy tải lại danh sách.',
    en: 'There is no received file {id}. Reload the list.',
  },
  'city.answered': {
    vi: 'Tệp này đã được trả lời ({file}). Mỗi tệp chỉ trả lời một lần; có thể ghi lại tệp trả lời cũ.',
    en: 'This file was answered already ({file}). A file is answered once; the old answer can be written again.',
  },
  'city.not-newest': {
    vi: 'Tệp này đã có lần gửi mới hơn thay thế nên không trả lời nữa. Hãy trả lời lần gửi mới nhất.',
    en: 'A newer sending has replaced this file. Answer the newest one.',
  },
  'city.no-reason': {
    vi: 'Trả lại phải nêu ít nhất một lý do để đơn vị biết sửa gì.',
    en: 'Returning a file needs at least one reason, so that the unit knows what to correct.',
  },
  'city.nothing-to-answer': {
    vi: 'Không còn tệp nào chờ trả lời.',
    en: 'No file waits for an answer.',
  },
  'city.nothing-merged': {
    vi: 'Khoảng ngày này chưa có tệp nào được nhận nên không có số liệu để xuất.',
    en: 'No file was received for these days, so there is nothing to export.',
  },
  'city.linkage-key': {
    vi: 'Khóa đối chiếu phải gồm 64 chữ số thập lục phân. Hãy chép lại khóa do thành phố cấp.',
    en: 'The linkage key must have 64 hexadecimal digits. Copy the key the city gave out.',
  },
  'city.linkage-list': {
    vi: '“{file}” không phải danh sách đối chiếu. Hãy chọn đúng tệp đơn vị gửi.',
    en: '“{file}” is not a linkage list. Choose the file the unit sent.',
  },
  'city.linkage-other-key': {
    vi: '“{file}” được lập bằng khóa đối chiếu khác. Đơn vị phải lập lại bằng khóa đang dùng.',
    en: '“{file}” was made with another linkage key. The unit must make it again with the present one.',
  },
} as const
