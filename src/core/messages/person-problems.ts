/** Sentences for numbers, phones and scans of persons: what is wrong, then what to do. */
export const personProblems = {
  'number.personal': {
    vi: '“{text}” không phải số định danh cá nhân. Hãy nhập đủ 12 chữ số trên thẻ căn cước.',
    en: '“{text}” is not a personal number. Type all 12 digits of the identity card.',
  },
  'number.personal-is-old': {
    vi: '“{text}” có 9 chữ số, là số CMND cũ. Hãy nhập số định danh 12 chữ số và để số cũ vào ô CMND.',
    en: '“{text}” has 9 digits, an old identity number. Type the 12-digit personal number here.',
  },
  'number.personal-lost-zero': {
    vi: '“{text}” chỉ có 11 chữ số, có thể đã mất số 0 ở đầu. Hãy nhập lại theo thẻ căn cước.',
    en: '“{text}” has only 11 digits and may have lost its leading zero. Type it again from the card.',
  },
  'number.old-id': {
    vi: '“{text}” không phải số CMND. Hãy nhập 9 chữ số (hoặc 12 chữ số ở thẻ cấp sau).',
    en: '“{text}” is not an old identity number. Type 9 digits (12 on later cards).',
  },
  'number.insurance': {
    vi: '“{text}” không phải mã số BHXH. Hãy nhập đủ 10 chữ số, hoặc để trống nếu chưa có.',
    en: '“{text}” is not a BHXH number. Type all 10 digits, or leave it empty.',
  },
  'number.insurance-is-card': {
    vi: '“{text}” là mã thẻ BHYT. Hãy nhập 10 chữ số cuối của mã thẻ, đó là mã số BHXH.',
    en: '“{text}” is a BHYT card code. Type its last 10 digits, which are the BHXH number.',
  },
  'number.card': {
    vi: '“{text}” không phải mã thẻ BHYT. Hãy nhập đủ 15 ký tự, ví dụ GD4010123456789.',
    en: '“{text}” is not a BHYT card code. Type all 15 characters, for example GD4010123456789.',
  },
  'number.other-year': {
    vi: 'Số định danh ứng với năm sinh {numberYear}, khác năm sinh đã nhập {year}. Hãy đối chiếu với giấy tờ.',
    en: 'The personal number belongs to birth year {numberYear}, not {year}. Compare with the paper.',
  },
  'number.says-male': {
    vi: 'Số định danh ứng với giới tính nam, khác giới tính đã nhập. Hãy đối chiếu với giấy tờ.',
    en: 'The personal number belongs to a man, unlike the sex entered. Compare with the paper.',
  },
  'number.says-female': {
    vi: 'Số định danh ứng với giới tính nữ, khác giới tính đã nhập. Hãy đối chiếu với giấy tờ.',
    en: 'The personal number belongs to a woman, unlike the sex entered. Compare with the paper.',
  },
  'number.unknown-province': {
    vi: 'Ba số đầu {prefix} không thuộc tỉnh nào đã biết (có thể khai sinh ở nước ngoài). Hãy đối chiếu với thẻ.',
    en: 'The first three digits {prefix} are no known province (perhaps a birth abroad). Compare with the card.',
  },
  'phone.unreadable': {
    vi: 'Không đọc được số điện thoại “{text}”. Hãy nhập số di động 10 chữ số hoặc số cố định bắt đầu bằng 02.',
    en: 'The phone number “{text}” cannot be read. Type a 10-digit mobile number or a fixed line starting with 02.',
  },
  'phone.lost-zero': {
    vi: 'Số điện thoại “{text}” thiếu số 0 ở đầu. Hãy nhập lại cả số 0.',
    en: 'The phone number “{text}” lacks its leading zero. Type it again with the zero.',
  },
  'scan.empty': {
    vi: 'Máy quét chưa đọc được gì. Hãy quét lại mã QR trên thẻ.',
    en: 'The scanner read nothing. Scan the QR code on the card again.',
  },
  'scan.foreign': {
    vi: 'Mã vừa quét không phải thẻ căn cước hay thẻ BHYT. Hãy quét mã QR trên thẻ căn cước.',
    en: 'This code is no identity card or BHYT card. Scan the QR code on the identity card.',
  },
  'scan.incomplete': {
    vi: 'Máy quét mới đọc được một phần mã QR. Hãy quét lại cho đến khi nghe tiếng báo.',
    en: 'The scanner read only part of the QR code. Scan again until it beeps.',
  },
  'scan.bad-date': {
    vi: 'Ngày “{text}” trong mã QR không có trong lịch. Hãy quét lại hoặc nhập tay theo thẻ.',
    en: 'The date “{text}” in the QR code does not exist. Scan again or type it from the card.',
  },
  'scan.bad-sex': {
    vi: 'Giới tính “{text}” trong mã QR không đọc được. Hãy quét lại hoặc nhập tay theo thẻ.',
    en: 'The sex “{text}” in the QR code cannot be read. Scan again or type it from the card.',
  },
  'scan.mangled': {
    vi: 'Họ tên “{text}” có vẻ bị bộ gõ làm sai dấu. Hãy tắt bộ gõ tiếng Việt rồi quét lại, hoặc sửa theo thẻ.',
    en: 'The name “{text}” looks mangled by an input method. Switch it off and scan again, or correct it from the card.',
  },
} as const
