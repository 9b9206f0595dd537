/** Sentences for the signed summary, keys, trust and files on sticks: what is wrong, then what to do. */
export const exchangeProblems = {
  'exchange.file-unreadable': {
    vi: 'Không đọc được tệp “{file}”. Hãy kiểm tra tệp còn đó và có quyền mở.',
    en: 'The file “{file}” cannot be read. Check that it exists and that you may open it.',
  },
  'exchange.not-a-summary': {
    vi: 'Đây không phải tệp tổng hợp có ký số (.asice). Hãy chọn đúng tệp do đơn vị gửi.',
    en: 'This is not a signed summary file (.asice). Choose the file the unit sent.',
  },
  'exchange.too-large': {
    vi: 'Tệp lớn hơn {limit} MB, quá cỡ của một tệp tổng hợp. Hãy chọn đúng tệp do đơn vị gửi.',
    en: 'The file is larger than {limit} MB, too large for a summary. Choose the file the unit sent.',
  },
  'exchange.truncated': {
    vi: 'Tệp bị cắt ngắn hoặc bị nối thêm ở cuối. Hãy chép lại từ bản gốc hoặc đề nghị đơn vị gửi lại.',
    en: 'The file is cut short or has something added at its end. Copy it again or ask the unit to resend it.',
  },
  'exchange.damaged': {
    vi: 'Tệp đã hỏng hoặc bị sửa ở phần “{member}”. Không dùng số liệu này; hãy đề nghị đơn vị gửi lại.',
    en: 'The file is damaged or was changed at “{member}”. Do not use its figures; ask the unit to resend it.',
  },
  'exchange.extra-member': {
    vi: 'Tệp có phần lạ “{member}” không thuộc bản đã ký. Không dùng tệp này; hãy đề nghị đơn vị gửi lại.',
    en: 'The file holds “{member}”, which is not part of what was signed. Ask the unit to resend it.',
  },
  'exchange.missing-member': {
    vi: 'Tệp thiếu phần “{member}”. Hãy đề nghị đơn vị gửi lại.',
    en: 'The part “{member}” is missing. Ask the unit to resend the file.',
  },
  'exchange.duplicate-member': {
    vi: 'Tệp có hai phần cùng tên “{member}”. Không dùng tệp này; hãy đề nghị đơn vị gửi lại.',
    en: 'Two parts are called “{member}”. Do not use this file; ask the unit to resend it.',
  },
  'exchange.compressed-member': {
    vi: 'Phần “{member}” bị nén hoặc mã hóa lại, tệp đã qua phần mềm khác. Hãy đề nghị đơn vị gửi lại bản gốc.',
    en: 'The part “{member}” was compressed or encrypted by other software. Ask for the original file.',
  },
  'exchange.signature-wrong': {
    vi: 'Chữ ký số không khớp với nội dung tệp. Không dùng số liệu này; hãy đề nghị đơn vị gửi lại.',
    en: 'The digital signature does not fit the content. Do not use the figures; ask the unit to resend it.',
  },
  'exchange.wrong-kind': {
    vi: 'Tệp này mang “{found}”, là loại tệp khác; ở đây cần tệp mang “{expected}”. Hãy chọn đúng loại tệp.',
    en: 'This file carries “{found}” and is of another kind; a file with “{expected}” is needed here. Choose the right file.',
  },
  'exchange.signature-sha1': {
    vi: 'Chữ ký của “{signer}” dùng hàm băm SHA-1 đã bị phá. Đơn vị phải ký lại với SHA-256.',
    en: 'The signature of “{signer}” rests on the broken hash SHA-1. The unit must sign again with SHA-256.',
  },
  'exchange.certificate-sha1': {
    vi: 'Chứng thư “{signer}” được cấp bằng hàm băm cũ (SHA-1 hoặc MD5) nên không được nhận. Đơn vị phải xin cấp chứng thư mới.',
    en: 'The certificate “{signer}” was issued with an old hash (SHA-1 or MD5) and is refused. The unit needs a new certificate.',
  },
  'exchange.older-padding': {
    vi: 'Chữ ký RSA kiểu cũ (PKCS#1 v1.5) từ thiết bị ký: vẫn nhận, nhưng nên đổi sang thiết bị ký được RSA-PSS hoặc ECDSA.',
    en: 'An RSA signature of the older kind (PKCS#1 v1.5), made by a token: accepted, but a token that signs RSA-PSS or ECDSA is better.',
  },
  'exchange.expired': {
    vi: 'Tệp ký lúc {signedAt}, sau khi chứng thư “{signer}” hết hạn ({to}). Đơn vị phải ký lại bằng chứng thư còn hạn.',
    en: 'Signed at {signedAt}, after the certificate of “{signer}” expired ({to}). The unit must sign again with a valid one.',
  },
  'exchange.not-yet-valid': {
    vi: 'Tệp ký lúc {signedAt}, trước khi chứng thư “{signer}” có hiệu lực ({from}). Hãy kiểm tra đồng hồ máy ký rồi ký lại.',
    en: 'Signed at {signedAt}, before the certificate of “{signer}” begins to hold ({from}). Check the clock of the signing machine and sign again.',
  },
  'exchange.unknown-signer': {
    vi: 'Chưa biết người ký “{signer}” (vân tay {fingerprint}). Nếu đã đối chiếu vân tay với đơn vị, hãy thêm chứng thư vào thư mục tin cậy.',
    en: 'The signer “{signer}” (fingerprint {fingerprint}) is not known. Compare the fingerprint with the unit, then add the certificate to the trust folder.',
  },
  'exchange.revoked': {
    vi: 'Chứng thư của “{signer}” đã bị thu hồi từ {since}. Không nhận tệp này; đơn vị phải ký lại bằng khóa mới.',
    en: 'The certificate of “{signer}” was revoked on {since}. Do not accept this file; the unit must sign with a new key.',
  },
  'exchange.outside-validity': {
    vi: 'Tệp ký lúc {signedAt}, ngoài những ngày {from} – {to} mà trust.json cho “{signer}” ký. Hãy hỏi lại đơn vị, hoặc sửa trust.json nếu ghi sai.',
    en: 'Signed at {signedAt}, outside the days {from} – {to} on which trust.json lets “{signer}” sign. Ask the unit, or correct trust.json.',
  },
  'exchange.wrong-unit': {
    vi: 'Số liệu ghi của đơn vị {unit} nhưng chứng thư thuộc đơn vị {signerUnit}. Không nhận tệp này; hãy hỏi lại đơn vị gửi.',
    en: 'The figures are for unit {unit} but the certificate belongs to unit {signerUnit}. Do not accept this file; ask the sender.',
  },
  'exchange.unexpected-unit': {
    vi: 'Tệp là của đơn vị {unit}, không phải đơn vị {expected} đang chờ. Hãy chọn đúng tệp.',
    en: 'The file is from unit {unit}, not from unit {expected}. Choose the right file.',
  },
  'exchange.wrong-period': {
    vi: 'Tệp là của kỳ {from} – {to}, không phải kỳ {expectedFrom} – {expectedTo} đang chờ. Hãy chọn đúng tệp.',
    en: 'The file covers {from} – {to}, not {expectedFrom} – {expectedTo}. Choose the right file.',
  },
  'exchange.wrong-format': {
    vi: 'Nội dung có dạng “{format}”, không phải bản tổng hợp phiên bản 1. Hãy chọn đúng tệp, hoặc cập nhật phần mềm nếu đơn vị dùng bản mới hơn.',
    en: 'The content has the format “{format}”, not summary version 1. Choose the right file, or update this app if the unit has a newer one.',
  },
  'exchange.not-canonical': {
    vi: 'Số liệu trong tệp không viết ở dạng chuẩn nên không được nhận. Hãy đề nghị đơn vị xuất lại tệp bằng phần mềm.',
    en: 'The figures in the file are not in canonical form and are refused. Ask the unit to export the file again.',
  },
  'exchange.invalid-summary': {
    vi: 'Mục “{field}” của bản tổng hợp thiếu hoặc sai. Hãy đề nghị đơn vị xuất lại tệp bằng phần mềm.',
    en: 'The entry “{field}” of the summary is missing or wrong. Ask the unit to export the file again.',
  },
  'exchange.control-totals': {
    vi: 'Tổng kiểm tra không khớp với các dòng số liệu. Không nhận tệp này; hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'The control totals do not fit the rows. Do not accept this file; ask the unit to make the summary again.',
  },
  'exchange.row-money': {
    vi: 'Dòng {row}: tổng tiền không bằng tiền hỗ trợ cộng tiền người dân đóng. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'Row {row}: the total is not the support plus what people pay. Ask the unit to make the summary again.',
  },
  'exchange.rows-order': {
    vi: 'Các dòng số liệu bị trùng hoặc sai thứ tự. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'Rows are repeated or out of order. Ask the unit to make the summary again.',
  },
  'exchange.head-count': {
    vi: 'Số người và số hộ không khớp với các dòng số liệu. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'The numbers of people and households do not fit the rows. Ask the unit to make the summary again.',
  },
  'exchange.conference-list': {
    vi: 'Danh sách hội nghị có buổi bị trùng hoặc nằm ngoài kỳ. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'A conference is listed twice or lies outside the period. Ask the unit to make the summary again.',
  },
  'exchange.period-shape': {
    vi: 'Kỳ {from} – {to} không đúng loại kỳ đã chọn (ngày, tuần từ thứ Hai, tháng trọn). Hãy chọn lại từ ngày, đến ngày.',
    en: 'The period {from} – {to} is not of its kind (a day, a week from Monday, a whole month). Choose the days again.',
  },
  'exchange.chain': {
    vi: 'Tệp số {sequence} không ghi đúng dấu vết của tệp trước. Hãy đề nghị đơn vị lập lại bản tổng hợp.',
    en: 'File number {sequence} does not carry the right trace of the file before it. Ask the unit to make it again.',
  },
  'exchange.practice': {
    vi: 'Tệp THỰC HÀNH: chỉ để tập làm, không có giá trị báo cáo.',
    en: 'PRACTICE file: for training only, of no value as a report.',
  },
  'exchange.revocation-unchecked': {
    vi: 'Chưa kiểm tra được thu hồi: thư mục tin cậy không có danh sách thu hồi (CRL) còn hạn của nơi cấp “{issuer}”. Hãy hỏi nơi cấp nếu cần chắc chắn.',
    en: 'Revocation not checked: the trust folder holds no current revocation list (CRL) of “{issuer}”. Ask the issuer if you must be sure.',
  },
  'exchange.key-not-p12': {
    vi: 'Đây không phải tệp khóa PKCS#12 (.p12, .pfx). Hãy chọn đúng tệp khóa.',
    en: 'This is not a PKCS#12 key file (.p12, .pfx). Choose the key file.',
  },
  'exchange.trust-unreadable': {
    vi: 'Không đọc được thư mục tin cậy “{folder}”. Hãy chọn thư mục chứa chứng thư của các đơn vị.',
    en: 'The trust folder “{folder}” cannot be read. Choose the folder that holds the units’ certificates.',
  },
  'exchange.trust-file': {
    vi: 'Tệp “{file}” trong thư mục tin cậy không đọc được hoặc sai dạng. Hãy thay bằng bản đúng hoặc bỏ tệp đó ra.',
    en: 'The file “{file}” in the trust folder cannot be read or has a wrong shape. Replace it or take it out.',
  },
  'exchange.folder-missing': {
    vi: 'Không còn thấy thư mục “{folder}”. Hãy cắm lại USB hoặc chọn thư mục khác rồi xuất lại.',
    en: 'The folder “{folder}” is gone. Plug the stick in again or choose another folder, then export again.',
  },
  'exchange.folder-read-only': {
    vi: 'Không được ghi vào thư mục “{folder}”. Hãy mở khóa chống ghi của USB hoặc chọn thư mục khác.',
    en: 'Writing to “{folder}” is not allowed. Unlock the stick or choose another folder.',
  },
  'exchange.disk-full': {
    vi: 'Ổ đĩa của thư mục “{folder}” đã đầy, chưa ghi gì. Hãy xóa bớt tệp hoặc chọn nơi khác.',
    en: 'The disk of “{folder}” is full; nothing was written. Free some space or choose another place.',
  },
  'exchange.file-exists': {
    vi: 'Trong thư mục đã có tệp “{file}” khác nội dung. Hãy chọn thư mục khác hoặc chuyển tệp cũ đi.',
    en: 'The folder already holds a different “{file}”. Choose another folder or move the old file.',
  },
  'exchange.write-failed': {
    vi: 'Không ghi được tệp vào “{folder}” ({reason}). Chưa có tệp nào được lưu; hãy thử lại hoặc chọn nơi khác.',
    en: 'The file could not be written to “{folder}” ({reason}). Nothing was saved; try again or choose another place.',
  },
  'exchange.readback-failed': {
    vi: 'Tệp đọc lại không giống tệp đã ghi, USB hoặc ổ đĩa có thể hỏng. Hãy dùng USB khác rồi xuất lại.',
    en: 'What was read back differs from what was written; the stick or disk may be faulty. Use another one.',
  },
} as const
