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
  'exchange.key-short': {
    vi: 'Khóa RSA của “{signer}” chỉ dài {bits} bit, cần từ 2048 bit. Phải dùng khóa dài hơn.',
    en: 'The RSA key of “{signer}” has only {bits} bits; at least 2048 are needed. Use a longer key.',
  },
  'exchange.key-eddsa': {
    vi: 'Khóa của “{signer}” là Ed25519 hoặc Ed448, không có trong danh mục chuẩn của Việt Nam. Phải dùng khóa ECDSA P-256 hoặc RSA.',
    en: 'The key of “{signer}” is Ed25519 or Ed448, which is not on the Vietnamese list. Use an ECDSA P-256 or RSA key.',
  },
  'exchange.key-curve': {
    vi: 'Khóa của “{signer}” dùng đường cong {curve}; chỉ nhận P-256. Phải dùng khóa ECDSA P-256 hoặc RSA.',
    en: 'The key of “{signer}” is on the curve {curve}; only P-256 is accepted. Use an ECDSA P-256 or RSA key.',
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
  'exchange.timestamped': {
    vi: 'Có dấu thời gian: {at}, do “{authority}” cấp.',
    en: 'Time-stamped: {at}, by “{authority}”.',
  },
  'exchange.timestamp-unknown': {
    vi: 'Có dấu thời gian {at} của “{authority}”, nhưng thư mục tin cậy chưa có nơi cấp này nên không coi là bằng chứng.',
    en: 'Time-stamped {at} by “{authority}”, whom the trust folder does not know, so it proves nothing yet.',
  },
  'exchange.timestamp-wrong': {
    vi: 'Dấu thời gian trong tệp không khớp với chữ ký. Không dùng tệp này; hãy đề nghị đơn vị gửi lại.',
    en: 'The time stamp in the file does not fit the signature. Do not use this file; ask the unit to resend it.',
  },
  'exchange.timestamp-unreachable': {
    vi: 'Không lấy được dấu thời gian từ {server}. Hãy kiểm tra mạng rồi ký lại, hoặc tắt dấu thời gian trong phần Khóa và chứng thư.',
    en: 'No time stamp came from {server}. Check the network and sign again, or switch time stamps off under Keys and certificates.',
  },
  'exchange.timestamp-refused': {
    vi: 'Máy chủ {server} trả lời nhưng không cấp dấu thời gian dùng được. Hãy kiểm tra địa chỉ, hoặc tắt dấu thời gian rồi ký lại.',
    en: 'The server {server} answered without a usable time stamp. Check the address, or switch time stamps off and sign again.',
  },
  'exchange.timestamp-address': {
    vi: 'Địa chỉ máy chủ dấu thời gian phải bắt đầu bằng http:// hoặc https:// và không chứa mật khẩu. Hãy nhập lại.',
    en: 'The address of the time-stamp server must begin with http:// or https:// and hold no password. Type it again.',
  },
  'exchange.certificate-unreadable': {
    vi: 'Đây không phải chứng thư số (.crt, .cer, .pem). Hãy chọn đúng tệp do nơi cấp gửi.',
    en: 'This is not a certificate (.crt, .cer, .pem). Choose the file the issuer sent.',
  },
  'exchange.envelope-damaged': {
    vi: 'Phần mã hóa của tệp bị hỏng hoặc không đúng dạng. Hãy đề nghị đơn vị gửi lại.',
    en: 'The encrypted part of the file is damaged or of another form. Ask the unit to resend it.',
  },
  'exchange.envelope-not-ours': {
    vi: 'Phần mã hóa không mở được bằng khóa của “{recipient}”: có thể được gửi cho khóa khác hoặc đã hỏng. Hãy chọn đúng khóa hoặc đề nghị gửi lại.',
    en: 'The encrypted part does not open with the key of “{recipient}”: it was made for another key or is damaged. Choose the right key or ask for it again.',
  },
  'exchange.envelope-token': {
    vi: 'Khóa trong thiết bị ký chỉ dùng để ký. Hãy mở phần mã hóa bằng tệp khóa PKCS#12.',
    en: 'A key on a token only signs. Open the encrypted part with a PKCS#12 key file.',
  },
  'exchange.certificate-usage': {
    vi: 'Chứng thư của “{signer}” không được cấp để ký số. Đơn vị phải ký lại bằng chứng thư ký.',
    en: 'The certificate of “{signer}” was not issued for signing. The unit must sign with a signing certificate.',
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
  'exchange.certificate-without-unit': {
    vi: 'Chứng thư của “{signer}” không ghi mã đơn vị. Hãy khai báo vân tay {fingerprint} với mã đơn vị trong trust.json.',
    en: 'The certificate of “{signer}” names no unit. Add its fingerprint {fingerprint} with the unit code to trust.json.',
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
  'exchange.key-pending': {
    vi: 'Khóa này chưa có chứng thư: mới làm đơn xin cấp. Hãy nhập chứng thư do nơi cấp gửi trong phần Khóa và chứng thư.',
    en: 'This key has no certificate yet: one was only asked for. Import the certificate the issuer sent under Keys and certificates.',
  },
  'exchange.certificate-other-key': {
    vi: 'Chứng thư không phải của khóa này. Hãy chọn đúng tệp khóa đã dùng khi làm đơn xin cấp.',
    en: 'The certificate does not belong to this key. Choose the key file that the request was made with.',
  },
  'exchange.introduction-wrong': {
    vi: 'Bản giới thiệu khóa không khớp: khóa cũ, khóa mới hoặc đơn vị ghi trong đó không đúng. Hãy đề nghị đơn vị làm lại.',
    en: 'The key introduction does not fit: its old key, new key or unit is not right. Ask the unit to make it again.',
  },
  'exchange.introduction-same-key': {
    vi: 'Chứng thư mới dùng chính khóa đang ký, không phải khóa mới. Hãy chọn chứng thư của khóa mới.',
    en: 'The new certificate belongs to the key that signs, not to a new one. Choose the certificate of the new key.',
  },
  'exchange.token-no-driver': {
    vi: 'Chưa chọn trình điều khiển của thiết bị ký. Hãy chọn trong phần Khóa và chứng thư.',
    en: 'No driver of a signing token is chosen yet. Choose one under Keys and certificates.',
  },
  'exchange.token-driver': {
    vi: 'Không dùng được “{file}” làm trình điều khiển của thiết bị ký (PKCS#11). Hãy cài phần mềm đi kèm thiết bị rồi chọn đúng tệp.',
    en: '“{file}” does not work as the driver (PKCS#11) of a signing token. Install the software of the token and choose the right file.',
  },
  'exchange.token-gone': {
    vi: 'Không còn thấy thiết bị ký “{token}”, chưa có gì được ký. Hãy cắm lại thiết bị rồi ký lại.',
    en: 'The signing token “{token}” is gone; nothing was signed. Plug it in again and sign again.',
  },
  'exchange.token-failed': {
    vi: 'Thiết bị ký “{token}” báo lỗi {reason}, chưa có gì được ký. Hãy rút ra cắm lại rồi thử lại.',
    en: 'The signing token “{token}” reports the error {reason}; nothing was signed. Unplug it, plug it in and try again.',
  },
  'exchange.token-pin-wrong': {
    vi: 'Mã PIN của thiết bị ký không đúng (đã sai {wrong} lần liên tiếp). Hãy nhập lại cẩn thận: sai nhiều lần thiết bị sẽ khóa.',
    en: 'The PIN of the token is wrong ({wrong} times in a row). Type it with care: too many wrong PINs lock the token.',
  },
  'exchange.token-pin-few': {
    vi: 'Mã PIN không đúng (đã sai {wrong} lần liên tiếp), thiết bị báo chỉ còn ít lần thử. Hãy kiểm tra mã PIN trước khi nhập lại.',
    en: 'The PIN is wrong ({wrong} times in a row) and the token says that few tries are left. Make sure of the PIN before you type it again.',
  },
  'exchange.token-pin-last': {
    vi: 'Mã PIN không đúng (đã sai {wrong} lần liên tiếp), thiết bị chỉ còn MỘT lần thử rồi khóa. Hãy hỏi đúng mã PIN trước khi nhập lại.',
    en: 'The PIN is wrong ({wrong} times in a row) and the token has ONE try left before it locks. Find out the PIN before you type it again.',
  },
  'exchange.token-pin-locked': {
    vi: 'Thiết bị ký đã khóa vì nhập sai mã PIN nhiều lần. Hãy mở khóa bằng mã PUK hoặc liên hệ nơi cấp.',
    en: 'The token is locked after too many wrong PINs. Unlock it with the PUK or ask the issuer.',
  },
  'exchange.token-no-pin': {
    vi: 'Thiết bị ký chưa được đặt mã PIN. Hãy đặt mã PIN bằng phần mềm đi kèm thiết bị.',
    en: 'The token has no PIN yet. Set one with the software of the token.',
  },
  'exchange.token-no-key': {
    vi: 'Thiết bị ký không có khóa riêng đi với chứng thư đã chọn. Hãy chọn chứng thư khác hoặc liên hệ nơi cấp.',
    en: 'The token holds no private key for the chosen certificate. Choose another certificate or ask the issuer.',
  },
  'exchange.token-no-mechanism': {
    vi: 'Thiết bị ký “{token}” không ký được theo chuẩn (ECDSA P-256 hoặc RSA-PSS). Hãy cập nhật phần mềm thiết bị hoặc dùng thiết bị khác.',
    en: 'The token “{token}” cannot sign as the standard asks (ECDSA P-256 or RSA-PSS). Update its software or use another token.',
  },
  'exchange.key-not-p12': {
    vi: 'Đây không phải tệp khóa PKCS#12 (.p12, .pfx). Hãy chọn đúng tệp khóa.',
    en: 'This is not a PKCS#12 key file (.p12, .pfx). Choose the key file.',
  },
  'exchange.key-damaged': {
    vi: 'Tệp khóa bị hỏng hoặc bị cắt ngắn. Hãy chép lại từ bản lưu của khóa.',
    en: 'The key file is damaged or cut short. Copy it again from your backup of the key.',
  },
  'exchange.key-wrong-password': {
    vi: 'Mật khẩu của tệp khóa không đúng. Hãy nhập lại; nếu chắc là đúng thì tệp khóa đã bị sửa, hãy dùng bản lưu.',
    en: 'The password of the key file is wrong. Type it again; if you are sure, the file was changed: use your backup.',
  },
  'exchange.key-legacy': {
    vi: 'Tệp khóa dùng kiểu mã hóa cũ (RC2 hoặc 3DES). Hãy xuất lại khóa với mã hóa AES-256 rồi chọn tệp mới.',
    en: 'The key file uses old encryption (RC2 or 3DES). Export the key again with AES-256 and choose the new file.',
  },
  'exchange.key-incomplete': {
    vi: 'Tệp khóa không có đủ một khóa riêng và chứng thư của khóa đó. Hãy xuất lại khóa kèm chứng thư.',
    en: 'The key file does not hold one private key with its certificate. Export the key again with its certificate.',
  },
  'exchange.key-unsupported': {
    vi: 'Khóa này không dùng ký được (cần ECDSA P-256 hoặc RSA từ 2048 bit). Hãy dùng khóa khác.',
    en: 'This key cannot be used to sign (ECDSA P-256, or RSA of 2048 bits or more, is needed). Use another key.',
  },
  'exchange.key-password-short': {
    vi: 'Mật khẩu của tệp khóa phải có ít nhất {least} ký tự. Hãy đặt mật khẩu dài hơn.',
    en: 'The password of the key file must have at least {least} characters. Choose a longer one.',
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
