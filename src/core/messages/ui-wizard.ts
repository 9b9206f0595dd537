import type { Phrase } from '../messages.ts'

/** Words of the first run: the office, its people, its data, its targets and its recovery code. */
export const wizardTexts = {
  title: { vi: 'Lập đơn vị trên máy này', en: 'Set up the office' },
  intro: {
    vi: 'Chỉ làm một lần, khoảng ba phút. Dữ liệu nằm trên máy này và được mã hóa.',
    en: 'Done once, in about three minutes. The data stays on this computer, encrypted.',
  },
  step: { vi: 'Bước {n} trên {of}: {name}', en: 'Step {n} of {of}: {name}' },
  steps: { vi: 'Các bước', en: 'Steps' },
  stepUnit: { vi: 'Đơn vị', en: 'Office' },
  stepPeople: { vi: 'Người dùng', en: 'People' },
  stepData: { vi: 'Nơi chứa dữ liệu', en: 'Data folder' },
  stepTargets: { vi: 'Chỉ tiêu', en: 'Targets' },
  stepRecovery: { vi: 'Mã khôi phục', en: 'Recovery code' },

  on: { vi: 'Danh sách đơn vị vào ngày', en: 'Offices as of' },
  find: { vi: 'Tìm đơn vị (không cần dấu)', en: 'Find the office (marks not needed)' },
  offices: { vi: 'Đơn vị', en: 'Offices' },
  noOffice: {
    vi: 'Không có đơn vị nào khớp. Hãy gõ ít chữ hơn.',
    en: 'No office matches. Type fewer letters.',
  },
  chooseOffice: {
    vi: 'Chưa chọn đơn vị. Hãy chọn một dòng trong danh sách.',
    en: 'No office is chosen. Choose a line of the list.',
  },
  communes: { vi: '{n} xã, phường', en: '{n} communes' },
  unconfirmed: {
    vi: 'Tên và địa bàn chưa đối chiếu với văn bản chính thức.',
    en: 'Name and area were not compared with an official text.',
  },
  practice: { vi: 'Tạo đơn vị thực hành', en: 'Make a practice office' },
  practiceHint: {
    vi: 'Đơn vị thực hành có người và hồ sơ giả lập cùng ví dụ ngày ra quân 16/11/2024, để tập dùng hoặc xem thử.',
    en: 'A practice office has made-up people and an example launch day, for training and trying out.',
  },
  practiceFor: { vi: 'Tạo đơn vị thực hành cho {name}', en: 'Make a practice office for {name}' },
  practiceMaking: { vi: 'Đang tạo đơn vị thực hành…', en: 'Making the practice office…' },
  practiceHouseholds: { vi: 'Tạo hộ thực hành', en: 'Making practice households' },
  practiceFiles: {
    vi: 'Tạo tệp thực hành của các đơn vị',
    en: 'Making practice files of the units',
  },
  practiceDone: { vi: 'Đơn vị thực hành đã sẵn sàng', en: 'The practice office is ready' },
  practicePins: {
    vi: 'Ghi lại mã PIN để đăng nhập; chúng chỉ hiện một lần.',
    en: 'Note the PINs for signing in; they are shown once.',
  },
  practiceGo: { vi: 'Tới đăng nhập', en: 'Go to sign-in' },

  pin: { vi: 'Mã PIN', en: 'PIN' },
  pinAgain: { vi: 'Nhập lại mã PIN', en: 'PIN again' },
  pinHint: { vi: '4 đến 12 chữ số', en: '4 to 12 digits' },
  pinDiffers: {
    vi: 'Hai lần nhập mã PIN khác nhau. Hãy nhập lại.',
    en: 'The two PINs differ. Enter them again.',
  },
  addClerk: { vi: 'Thêm cán bộ', en: 'Add a clerk' },
  removePerson: { vi: 'Bỏ {name}', en: 'Remove {name}' },

  dataDir: { vi: 'Thư mục dữ liệu', en: 'Data folder' },
  dataHint: {
    vi: 'Chọn ổ đĩa trong máy. Đừng dùng thư mục đồng bộ (OneDrive, Google Drive), ổ mạng hay USB.',
    en: 'Use a disk of this computer, not a synced folder, a network drive or a USB stick.',
  },

  targetsHint: {
    vi: 'Điền sẵn theo đợt ra quân. Hãy sửa theo văn bản giao chỉ tiêu của đơn vị.',
    en: 'Prefilled from the campaign. Change them to what your office was given.',
  },
  targetLabel: { vi: 'Chỉ tiêu', en: 'Target' },
  targetPeriod: { vi: 'Thời gian', en: 'Period' },
  targetScope: { vi: 'Phạm vi', en: 'Scope' },
  targetValue: { vi: 'Số giao', en: 'Value' },
  noTargets: { vi: 'Chưa có chỉ tiêu nào đi kèm.', en: 'No targets came with the app.' },

  recoveryText: {
    vi: 'Đây là mã duy nhất mở được dữ liệu nếu máy hỏng hoặc cài lại Windows. Mã chỉ hiện một lần: hãy in và cất vào két của đơn vị.',
    en: 'Only this code opens the data if the computer breaks. It is shown once: print it and keep it in the safe.',
  },
  code: { vi: 'Mã khôi phục của đơn vị', en: 'The office’s recovery code' },
  printCode: { vi: 'Xem và in tờ mã khôi phục', en: 'Preview and print the sheet' },
  lastGroup: { vi: 'Nhập lại nhóm ký tự cuối', en: 'Type the last group again' },
  backDropsCode: {
    vi: 'Nếu quay lại, mã này bỏ đi và mã mới được tạo.',
    en: 'Going back drops this code and makes a new one.',
  },
  finish: { vi: 'Hoàn tất và tới đăng nhập', en: 'Finish and go to sign-in' },
  create: { vi: 'Tạo mã khôi phục', en: 'Make the recovery code' },
  creating: { vi: 'Đang tạo đơn vị…', en: 'Creating the office…' },
} as const satisfies Record<string, Phrase>
