import type { Phrase } from '../messages.ts'

/** Words used on every screen: states, buttons, errors. */
export const commonTexts = {
  appName: { vi: 'Ra Quân', en: 'Ra Quân' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  back: { vi: 'Quay lại', en: 'Back' },
  next: { vi: 'Tiếp tục', en: 'Next' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  edit: { vi: 'Sửa', en: 'Edit' },
  remove: { vi: 'Xóa', en: 'Remove' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  choose: { vi: 'Chọn…', en: 'Choose…' },
  chooseFolder: { vi: 'Chọn thư mục…', en: 'Choose folder…' },
  chooseFile: { vi: 'Chọn tệp…', en: 'Choose file…' },
  none: { vi: 'Không có', en: 'None' },
  total: { vi: 'Cộng', en: 'Total' },
  dong: { vi: 'đồng', en: 'đồng' },
  required: { vi: 'Còn trống', en: 'Empty' },
  errorTitle: { vi: 'Có {n} chỗ cần sửa', en: '{n} places need correcting' },
  errorOpen: { vi: 'Chọn một dòng để tới ô cần sửa.', en: 'Choose a line to go to its box.' },
  failed: { vi: 'Chưa làm được', en: 'That did not work' },
  bug: {
    vi: 'Phần mềm gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn an toàn. Hãy thử lại; nếu vẫn lỗi, báo người hỗ trợ mã {reference}.',
    en: 'The app hit an unexpected error. Saved data is safe. Try again; if it stays, give support the reference {reference}.',
  },
  noAnswer: {
    vi: 'Phần mềm chưa trả lời. Hãy đóng và mở lại cửa sổ.',
    en: 'The app does not answer. Close the window and open it again.',
  },
  people: { vi: '{n} người', en: 'People: {n}' },
  confidenceM: { vi: 'chưa xác nhận', en: 'unconfirmed' },
  confidenceL: { vi: 'chưa chắc, cần đối chiếu', en: 'uncertain, check it' },
  showPin: { vi: 'Hiện hoặc ẩn', en: 'Show or hide' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  dateHint: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
} as const satisfies Record<string, Phrase>

/** Words of the window around the screens: navigation, person, keys. */
export const shellTexts = {
  navigation: { vi: 'Màn hình', en: 'Screens' },
  topBar: { vi: 'Đơn vị và phiên làm việc', en: 'Office and session' },
  skip: { vi: 'Tới nội dung', en: 'Skip to content' },
  enrol: { vi: 'Ghi danh hộ', en: 'Enrol' },
  conferences: { vi: 'Hội nghị', en: 'Conferences' },
  register: { vi: 'Sổ đăng ký', en: 'Register' },
  renewals: { vi: 'Đến hạn', en: 'Renewals' },
  summary: { vi: 'Báo cáo', en: 'Summary' },
  verify: { vi: 'Kiểm tra tệp', en: 'Verify' },
  policy: { vi: 'Chính sách', en: 'Policy' },
  practice: { vi: 'THỰC HÀNH', en: 'PRACTICE' },
  practiceLong: {
    vi: 'Đơn vị thực hành: số liệu giả lập, không gửi lên cấp trên.',
    en: 'Practice office: made-up data, never sent on.',
  },
  signedIn: { vi: 'Người đang làm việc', en: 'Signed in' },
  signOut: { vi: 'Thoát phiên', en: 'Sign out' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  status: { vi: 'Phím của màn hình này', en: 'Keys of this screen' },
  keys: { vi: 'Mọi phím', en: 'All keys' },
  keysEverywhere: { vi: 'Ở mọi màn hình', en: 'Everywhere' },
  keysHere: { vi: 'Ở màn hình này', en: 'On this screen' },
  draftWaiting: { vi: 'Phiếu đang nhập dở', en: 'Unsaved sign-up' },
  signOutTitle: { vi: 'Phiếu đang nhập chưa lưu', en: 'The sign-up is not saved' },
  signOutText: {
    vi: 'Thoát phiên sẽ bỏ phiếu ghi danh hoặc hội nghị đang nhập dở. Bạn có thể quay lại để lưu trước.',
    en: 'Signing out drops the unfinished sign-up or conference. You can go back and save it first.',
  },
  signOutAnyway: { vi: 'Bỏ phiếu và thoát', en: 'Drop it and sign out' },
  stay: { vi: 'Ở lại', en: 'Stay' },
} as const satisfies Record<string, Phrase>

/** Words of the sign-in and unlock screens. */
export const signInTexts = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  who: { vi: 'Bạn là ai?', en: 'Who are you?' },
  whoHint: {
    vi: 'Dùng phím mũi tên hoặc số thứ tự để chọn, rồi nhấn Enter.',
    en: 'Use the arrow keys or the number, then press Enter.',
  },
  pin: { vi: 'Mã PIN', en: 'PIN' },
  enter: { vi: 'Vào làm việc', en: 'Sign in' },
  pinShape: {
    vi: 'PIN gồm 4 đến 12 chữ số, hoặc mật khẩu từ 8 ký tự. Hãy nhập lại.',
    en: 'A PIN has 4 to 12 digits, a password 8 characters or more. Enter it again.',
  },
  unlockTitle: { vi: 'Mở khóa bằng mã khôi phục', en: 'Unlock with the recovery code' },
  unlockText: {
    vi: 'Máy này chưa có khóa của đơn vị, chẳng hạn vì máy mới hoặc Windows vừa cài lại. Hãy lấy tờ mã khôi phục đã in khi tạo đơn vị và nhập đủ các nhóm ký tự.',
    en: 'This computer has no key for the office, for instance because it is new. Take the recovery sheet printed when the office was created and enter every group.',
  },
  recoveryCode: { vi: 'Mã khôi phục', en: 'Recovery code' },
  unlock: { vi: 'Mở khóa', en: 'Unlock' },
  unlocking: { vi: 'Đang mở khóa…', en: 'Unlocking…' },
  dataIn: { vi: 'Dữ liệu của đơn vị: {folder}', en: 'Office data: {folder}' },
  version: { vi: 'Phiên bản {version}', en: 'Version {version}' },
} as const satisfies Record<string, Phrase>
