import type { Phrase } from '../messages.ts'

/** What can go wrong with keys, certificates, tokens, time stamps and envelopes. */
export const signingProblems = {
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
  'exchange.annex': {
    vi: 'Tệp có phụ lục mã hóa chứa dữ liệu cá nhân; chỉ mở được bằng khóa của thành phố.',
    en: 'The file has an encrypted annex with personal data; only the key of the city opens it.',
  },
  'exchange.annex-missing': {
    vi: 'Tệp này không có phụ lục mã hóa. Hãy chọn đúng tệp.',
    en: 'This file has no encrypted annex. Choose the right file.',
  },
  'exchange.annex-no-recipient': {
    vi: 'Chứng thư của thành phố không còn trong thư mục tin cậy. Hãy thêm lại ở phần Khóa và chứng thư, hoặc ký không kèm phụ lục.',
    en: 'The certificate of the city is no longer in the trust folder. Add it under Keys and certificates, or sign without the annex.',
  },
  'exchange.annex-not-city': {
    vi: 'Chứng thư “{name}” không phải của cơ quan BHXH thành phố nên không được mã hóa phụ lục cho chứng thư này. Hãy chọn chứng thư của thành phố.',
    en: 'The certificate “{name}” is not that of the city office, so no annex is encrypted for it. Choose the certificate of the city.',
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
  'exchange.token-choose': {
    vi: 'Thiết bị ký “{token}” có nhiều chứng thư. Hãy thêm --certificate với dấu vân tay lấy từ “raquan token list”.',
    en: 'The token “{token}” holds several certificates. Add --certificate with a fingerprint from “raquan token list”.',
  },
  'exchange.certificate-usage': {
    vi: 'Chứng thư của “{signer}” không được cấp để ký số. Đơn vị phải ký lại bằng chứng thư ký.',
    en: 'The certificate of “{signer}” was not issued for signing. The unit must sign with a signing certificate.',
  },
  'exchange.certificate-without-unit': {
    vi: 'Chứng thư của “{signer}” không ghi mã đơn vị. Hãy khai báo vân tay {fingerprint} với mã đơn vị trong trust.json.',
    en: 'The certificate of “{signer}” names no unit. Add its fingerprint {fingerprint} with the unit code to trust.json.',
  },
  'exchange.key-other-unit': {
    vi: 'Khóa hoặc chứng thư đã chọn thuộc đơn vị {signerUnit}, không phải đơn vị {unit}; chưa có gì được ký. Hãy chọn đúng khóa, chứng thư của đơn vị {unit}.',
    en: 'The chosen key or certificate belongs to unit {signerUnit}, not to unit {unit}; nothing was signed. Choose the key or certificate of unit {unit}.',
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
  'exchange.token-none': {
    vi: 'Chưa thấy thiết bị ký nào. Hãy cắm thiết bị rồi thử lại.',
    en: 'No signing token was found. Plug one in and try again.',
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
    vi: 'Mã PIN của thiết bị ký không đúng (từ khi mở phần mềm đã sai {wrong} lần liên tiếp). Hãy nhập lại cẩn thận: sai nhiều lần thiết bị sẽ khóa.',
    en: 'The PIN of the token is wrong ({wrong} times in a row since the app was opened). Type it with care: too many wrong PINs lock the token.',
  },
  'exchange.token-pin-last': {
    vi: 'Mã PIN không đúng, thiết bị chỉ còn MỘT lần thử rồi khóa. Hãy dừng lại, hỏi đúng mã PIN rồi mới nhập.',
    en: 'The PIN is wrong and the token has ONE try left before it locks. Stop, find out the right PIN, and only then type it.',
  },
  'exchange.token-pin-locked': {
    vi: 'Thiết bị ký đã khóa vì nhập sai mã PIN nhiều lần, chưa có gì được ký. Hãy mở khóa bằng mã PUK hoặc liên hệ nơi cấp, rồi ký lại.',
    en: 'The token is locked after too many wrong PINs; nothing was signed. Unlock it with the PUK or ask the issuer, then sign again.',
  },
  'exchange.token-pin-expired': {
    vi: 'Thiết bị ký đòi đổi mã PIN trước khi dùng. Hãy đổi mã PIN bằng phần mềm đi kèm thiết bị rồi ký lại.',
    en: 'The token wants its PIN changed before it is used. Change it with the software of the token, then sign again.',
  },
  'exchange.token-no-pin': {
    vi: 'Thiết bị ký chưa được đặt mã PIN. Hãy đặt mã PIN bằng phần mềm đi kèm thiết bị rồi ký lại.',
    en: 'The token has no PIN yet. Set one with the software of the token, then sign again.',
  },
  'exchange.token-no-key': {
    vi: 'Thiết bị ký không có khóa riêng đi với chứng thư đã chọn. Hãy chọn chứng thư khác hoặc liên hệ nơi cấp.',
    en: 'The token holds no private key for the chosen certificate. Choose another certificate or ask the issuer.',
  },
  'exchange.token-no-mechanism': {
    vi: 'Thiết bị ký “{token}” không ký được theo chuẩn (ECDSA P-256 hoặc RSA-PSS). Hãy cập nhật phần mềm thiết bị hoặc dùng thiết bị khác.',
    en: 'The token “{token}” cannot sign as the standard asks (ECDSA P-256 or RSA-PSS). Update its software or use another token.',
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
} as const satisfies Record<string, Phrase>
