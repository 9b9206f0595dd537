import type { Phrase } from '../messages.ts'
import type { CertificateWeight, PinState } from '../signing.ts'

/** The legal weight of a certificate in one line (Luật Giao dịch điện tử 20/2023/QH15, Điều 22). */
const weight = {
  'public-duty': {
    vi: 'Chữ ký số chuyên dùng công vụ: dùng được cho báo cáo chính thức của cơ quan.',
    en: 'Public-duty certificate: good for official reports of an office.',
  },
  public: {
    vi: 'Chữ ký số công cộng: có giá trị với người dân và doanh nghiệp; báo cáo của cơ quan cần chứng thư công vụ.',
    en: 'Public certificate: valid for citizens and enterprises; reports of an office need a public-duty one.',
  },
  internal: {
    vi: 'Chữ ký nội bộ: chứng tỏ tệp nguyên vẹn và từ đâu tới, không thay báo cáo ký tên đóng dấu.',
    en: 'Internal signature: shows that a file is whole and where it came from; replaces no signed and stamped report.',
  },
  practice: {
    vi: 'Khóa thực hành: chỉ để tập làm, không có giá trị báo cáo.',
    en: 'Practice key: for training only, of no value as a report.',
  },
} as const satisfies Record<CertificateWeight, Phrase>

const pinState = {
  good: { vi: 'mã PIN bình thường', en: 'PIN in order' },
  'wrong-before': { vi: 'mã PIN vừa bị nhập sai', en: 'a wrong PIN was given' },
  'last-try': { vi: 'mã PIN chỉ còn MỘT lần thử', en: 'ONE PIN try left' },
  locked: { vi: 'mã PIN đã khóa', en: 'PIN locked' },
} as const satisfies Record<PinState, Phrase>

/** Words of the screen of keys and certificates, and of choosing a key. */
export const keyTexts = {
  place: { vi: 'Khóa ký', en: 'Keys' },
  title: { vi: 'Khóa và chứng thư', en: 'Keys and certificates' },
  weight,
  weightLabel: { vi: 'Giá trị pháp lý', en: 'Legal weight' },
  revocationLabel: { vi: 'Thu hồi', en: 'Revocation' },
  pinState,
  state: {
    good: { vi: 'Hợp lệ', en: 'Valid' },
    bad: { vi: 'Không hợp lệ', en: 'Not valid' },
    unchecked: { vi: 'Chưa kiểm tra được thu hồi', en: 'Revocation not checked' },
  },
  own: { vi: 'Khóa của đơn vị', en: 'Key of the office' },
  key: { vi: 'Khóa ký', en: 'Signing key' },
  practiceKey: { vi: 'Khóa thực hành của đơn vị', en: 'Practice key of the office' },
  fileKey: { vi: 'Tệp khóa PKCS#12 (.p12)', en: 'PKCS#12 file (.p12)' },
  tokenKey: { vi: 'Thiết bị ký (USB token)', en: 'Signing token (USB)' },
  keyFile: { vi: 'Tệp khóa', en: 'Key file' },
  password: { vi: 'Mật khẩu tệp khóa', en: 'Password of the key file' },
  newPassword: { vi: 'Đặt mật khẩu cho tệp khóa mới', en: 'Password for the new key file' },
  certificate: { vi: 'Chứng thư trên thiết bị', en: 'Certificate on the token' },
  tokenPin: { vi: 'Mã PIN của thiết bị', en: 'PIN of the token' },
  driver: { vi: 'Trình điều khiển thiết bị ký', en: 'Driver of the token' },
  noTokens: {
    vi: 'Chưa thấy thiết bị ký nào. Hãy cắm thiết bị rồi bấm Tìm lại.',
    en: 'No token found. Plug one in and press Look again.',
  },
  lookAgain: { vi: 'Tìm lại', en: 'Look again' },
  inspect: { vi: 'Xem chứng thư', en: 'Show the certificate' },
  issuer: { vi: 'Nơi cấp', en: 'Issuer' },
  unit: { vi: 'Mã đơn vị', en: 'Unit' },
  validity: { vi: 'Thời hạn', en: 'Valid' },
  fingerprint: { vi: 'Vân tay SHA-256', en: 'SHA-256 fingerprint' },
  none: { vi: 'không ghi', en: 'none' },
  request: { vi: 'Xin cấp chứng thư', en: 'Ask for a certificate' },
  requestText: {
    vi: 'Tạo khóa mới và đơn xin cấp (.csr) để gửi nơi cấp. Khi có chứng thư, nhập vào cùng tệp khóa.',
    en: 'Makes a new key and a request (.csr) for the issuer. Import the certificate for the same key file once it comes.',
  },
  folder: { vi: 'Thư mục ghi khóa và đơn', en: 'Folder for key and request' },
  makeRequest: { vi: 'Tạo khóa và đơn', en: 'Make key and request' },
  requestDone: {
    vi: 'Đã tạo {keyFile} và {requestFile}. Gửi tệp .csr cho nơi cấp; giữ kín tệp .p12.',
    en: 'Made {keyFile} and {requestFile}. Send the .csr to the issuer; keep the .p12 to yourself.',
  },
  install: { vi: 'Nhập chứng thư được cấp', en: 'Import the issued certificate' },
  certificateFile: { vi: 'Tệp chứng thư', en: 'Certificate file' },
  installNow: { vi: 'Ghép chứng thư với khóa', en: 'Join certificate and key' },
  installDone: {
    vi: 'Đã ghi {keyFile}. Từ nay ký bằng tệp này.',
    en: 'Wrote {keyFile}. Sign with this file from now on.',
  },
  introduce: { vi: 'Đổi khóa', en: 'Change the key' },
  introduceText: {
    vi: 'Khóa đang dùng (chọn ở trên) ký giới thiệu chứng thư mới; gửi tệp giới thiệu lên thành phố trước khi ký bằng khóa mới.',
    en: 'The present key (chosen above) introduces the new certificate; send the introduction to the city before signing with the new key.',
  },
  newCertificate: { vi: 'Chứng thư mới', en: 'New certificate' },
  reason: { vi: 'Lý do đổi khóa', en: 'Reason' },
  introduceFolder: { vi: 'Thư mục ghi bản giới thiệu', en: 'Folder for the introduction' },
  introduceNow: { vi: 'Ký giới thiệu', en: 'Sign the introduction' },
  introduceDone: { vi: 'Đã ghi {file}.', en: 'Wrote {file}.' },
  trust: { vi: 'Chứng thư được tin cậy', en: 'Trusted certificates' },
  noTrust: {
    vi: 'Chưa có chứng thư nào được tin cậy.',
    en: 'No certificate is trusted yet.',
  },
  trustFile: {
    vi: 'Thêm chứng thư, danh sách thu hồi (CRL) hoặc bản giới thiệu khóa',
    en: 'Add a certificate, revocation list (CRL) or key introduction',
  },
  revocations: { vi: 'Danh sách thu hồi', en: 'Revocation lists' },
  revocation: {
    vi: '{issuer}: lập {from}, có giá trị tới {to}',
    en: '{issuer}: of {from}, good until {to}',
  },
  stamp: { vi: 'Dấu thời gian', en: 'Time stamp' },
  stampText: {
    vi: 'Để trống thì không dùng và không kết nối đi đâu. Khi có, mỗi lần ký chỉ gửi mã băm của chữ ký tới máy chủ này.',
    en: 'Left empty, none is used and nothing connects out. Otherwise only the hash of each signature goes to this server.',
  },
  stampServer: { vi: 'Địa chỉ máy chủ (RFC 3161)', en: 'Address of the server (RFC 3161)' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
} as const
