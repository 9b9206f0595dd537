import type { Phrase } from '../messages.ts'
import type { NoForecast, TargetState } from '../overview-pace.ts'
import type { ReportId } from '../reports.ts'

const state: Record<TargetState, Phrase> = {
  waiting: { vi: 'Chưa bắt đầu', en: 'Not begun' },
  empty: { vi: 'Chưa có kết quả', en: 'Nothing yet' },
  behind: { vi: 'Chậm tiến độ', en: 'Behind' },
  'on-track': { vi: 'Đúng tiến độ', en: 'On track' },
  reached: { vi: 'Đạt', en: 'Reached' },
  exceeded: { vi: 'Vượt chỉ tiêu', en: 'Exceeded' },
  missed: { vi: 'Hết hạn, chưa đạt', en: 'Over, not reached' },
}

const noForecast: Record<NoForecast, Phrase> = {
  over: { vi: 'Đã hết thời gian, không dự báo', en: 'The time is over: no forecast' },
  'one-day': { vi: 'Chỉ tiêu một ngày, không dự báo', en: 'A single day: no forecast' },
  'too-early': {
    vi: 'Chưa đủ 5 ngày làm việc để dự báo',
    en: 'Fewer than 5 working days: no forecast yet',
  },
  city: {
    vi: 'Phần của đơn vị trong chỉ tiêu toàn thành phố',
    en: 'Our part of the city’s target',
  },
}

const report: Record<ReportId, Phrase> = {
  overview: { vi: 'Tổng quan trên một trang A4', en: 'The overview on one A4' },
  campaign: {
    vi: 'Báo cáo đợt (đề xuất của phần mềm)',
    en: 'Campaign report (proposed by the app)',
  },
  'b15a-uq': {
    vi: 'B15a-UQ: chỉ tiêu của tổ chức thu (tháng)',
    en: 'B15a-UQ: collectors’ targets (month)',
  },
  'b16a-ts': { vi: 'B16a-TS: phát triển người tham gia (tháng)', en: 'B16a-TS: growth (month)' },
  'b16c-ts': {
    vi: 'B16c-TS: BHXH TN, BHYT tự đóng (tháng)',
    en: 'B16c-TS: voluntary schemes (month)',
  },
  'b09a-ts': {
    vi: 'B09a-TS: người tham gia và NSNN hỗ trợ (quý)',
    en: 'B09a-TS: state support (quarter)',
  },
}

/** Words of the overview and of the big screen. */
export const overviewTexts = {
  title: { vi: 'Tổng quan', en: 'Overview' },
  day: { vi: 'Số liệu đến hết ngày', en: 'Figures up to' },
  printPage: { vi: 'In một trang', en: 'Print one page' },
  reports: { vi: 'Báo cáo', en: 'Reports' },
  bigScreen: { vi: 'Màn hình lớn', en: 'Big screen' },
  state,
  noForecast,
  report,
  counting: { vi: 'Đang đếm lại số liệu từ hồ sơ…', en: 'Counting from the records…' },
  countingOf: {
    vi: 'Đang đếm lại số liệu từ hồ sơ: {share} %',
    en: 'Counting from the records: {share} %',
  },
  countingStop: { vi: 'Dừng', en: 'Stop' },
  reportWhich: { vi: 'Loại báo cáo', en: 'Which report' },
  showPaper: { vi: 'Xem và in', en: 'View and print' },
  saveSheet: { vi: 'Lưu Excel', en: 'Save as Excel' },
  sheetSaved: { vi: 'Đã lưu {file}.', en: 'Saved {file}.' },
  joiner: { vi: 'Người tham gia', en: 'Joiners' },
  first: { vi: 'Lần đầu (theo kê khai)', en: 'First time (as declared)' },
  'bhxh-tn': { vi: 'BHXH tự nguyện', en: 'Voluntary SI' },
  'bhyt-hgd': { vi: 'BHYT hộ gia đình', en: 'Household HI' },
  today: { vi: 'Trong ngày {date}', en: 'On {date}' },
  launch: { vi: 'Ngày ra quân {date}', en: 'Launch day {date}' },
  campaign: { vi: 'Cả đợt', en: 'Whole campaign' },
  year: { vi: 'Năm {year}', en: 'Year {year}' },
  inForce: { vi: 'Đang còn hiệu lực', en: 'In force' },
  conferences: { vi: 'Hội nghị', en: 'Conferences' },
  smallGroups: { vi: 'Nhóm nhỏ', en: 'Small groups' },
  attendees: { vi: 'Người dự', en: 'Attendees' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  without: { vi: 'Xã chưa có hội nghị', en: 'Communes without any' },
  targets: { vi: 'So với chỉ tiêu', en: 'Against the targets' },
  noTargets: { vi: 'Chưa có chỉ tiêu nào.', en: 'There is no target yet.' },
  noTargetsHint: {
    vi: 'Thủ trưởng nhập chỉ tiêu ở màn hình Chiến dịch và chỉ tiêu (Shift+F11).',
    en: 'The head enters targets on the screen Campaigns and targets (Shift+F11).',
  },
  of: { vi: '{done} / {target}', en: '{done} / {target}' },
  remaining: { vi: 'Còn {n}', en: '{n} to go' },
  over: { vi: 'Vượt {n}', en: '{n} more than asked' },
  needed: {
    vi: 'Cần {n} mỗi ngày làm việc, còn {days} ngày',
    en: '{n} each working day, {days} left',
  },
  noDays: { vi: 'Không còn ngày làm việc nào', en: 'No working day is left' },
  forecast: {
    vi: 'Dự báo {likely} (khoảng {low}–{high}), nhịp {pace} mỗi ngày',
    en: 'Forecast {likely} ({low}–{high}), pace {pace} a day',
  },
  time: { vi: 'Thời gian đã qua {percent}', en: '{percent} of the time is over' },
  trend: { vi: 'Theo tuần', en: 'By week' },
  trendWeek: { vi: 'Số người mỗi tuần', en: 'People each week' },
  trendYear: { vi: 'Lũy kế từ đầu năm', en: 'Year so far' },
  trendNone: {
    vi: 'Từ đầu năm chưa có ai tham gia.',
    en: 'Nobody has joined this year yet.',
  },
  trendSoFar: { vi: 'Lũy kế năm', en: 'Year so far' },
  asTable: { vi: 'Xem dạng bảng', en: 'Show as a table' },
  asChart: { vi: 'Xem biểu đồ', en: 'Show as a chart' },
  week: { vi: 'Tuần', en: 'Week' },
  communes: { vi: 'Xã, phường – chậm nhất trước', en: 'Communes, farthest behind first' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  overall: { vi: 'Đạt chung', en: 'Overall' },
  formerCommune: { vi: '(không còn thuộc địa bàn)', en: '(no longer in the area)' },
  heat: [
    { vi: 'dưới 50 % chỉ tiêu', en: 'below 50 % of the target' },
    { vi: '50 – 75 %', en: '50 to 75 %' },
    { vi: '75 – 100 %', en: '75 to 100 %' },
    { vi: 'đạt', en: 'reached' },
  ],
  heatNone: {
    vi: 'Xã, phường chưa có chỉ tiêu trong thời gian này: xếp theo số người tham gia, chưa tô màu.',
    en: 'No commune has a target for these days: they stand by how many joined, without colours.',
  },
  equalPart: {
    vi: 'Xã chưa được giao số riêng thì tính theo phần chia đều.',
    en: 'A commune without a number of its own is measured by an equal part.',
  },
  sources: { vi: 'Nguồn tốt nhất và yếu nhất', en: 'Best and weakest sources' },
  collectors: { vi: 'Tổ chức thu', en: 'Collectors' },
  occupations: { vi: 'Nhóm đối tượng', en: 'Target groups' },
  bestConferences: { vi: 'Hội nghị hiệu quả nhất', en: 'Best conferences' },
  weakestConferences: { vi: 'Hội nghị kém nhất', en: 'Weakest conferences' },
  fewConferences: {
    vi: 'Ít hội nghị, tất cả đã ở bảng hiệu quả nhất.',
    en: 'There are few: all of them are in the table of the best.',
  },
  noConferences: {
    vi: 'Chưa có hội nghị nào trong thời gian này.',
    en: 'No conference in this span yet.',
  },
  withoutConference: { vi: 'Không qua hội nghị', en: 'Through no conference' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  coverage: { vi: 'Bao phủ', en: 'Coverage' },
  coverageOf: {
    bhyt: { vi: 'BHYT trên dân số', en: 'HI of the population' },
    bhxh: { vi: 'BHXH trên lực lượng lao động', en: 'SI of the labour force' },
    'bhxh-tn': {
      vi: 'BHXH tự nguyện trên lực lượng lao động',
      en: 'Voluntary SI of the labour force',
    },
  },
  coverageTarget: { vi: 'Mục tiêu {percent}', en: 'Goal {percent}' },
  coverageMissing: { vi: 'Còn thiếu {n} người', en: '{n} people to go' },
  coverageNoBase: {
    vi: 'Chưa nhập dân số, lực lượng lao động (Shift+F11). Trong sổ: {n} người.',
    en: 'Population and labour force are not entered (Shift+F11). In this book: {n} people.',
  },
  coveragePart: {
    vi: 'Chỉ tính {n} người trong sổ; chưa nhập số tham gia nơi khác (Shift+F11).',
    en: 'Only the {n} people of this book; those insured elsewhere are not entered (Shift+F11).',
  },
  unconfirmed: {
    vi: 'Ngày nghỉ chưa đối chiếu văn bản: {days}. Số ngày làm việc có thể thay đổi.',
    en: 'Public holidays not confirmed: {days}. Working days may change.',
  },
  people: { vi: 'Danh sách {n} người', en: '{n} people' },
  more: { vi: 'Xem tiếp', en: 'Show more' },
  nobody: { vi: 'Không có ai.', en: 'Nobody.' },
  name: { vi: 'Họ và tên', en: 'Name' },
  birth: { vi: 'Ngày sinh', en: 'Born' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  scheme: { vi: 'Chính sách', en: 'Scheme' },
  bigFirst: { vi: 'người tham gia lần đầu', en: 'people join for the first time' },
  bigJoiners: { vi: 'người tham gia', en: 'people joined' },
  bigOf: { vi: 'chỉ tiêu {n}', en: 'target {n}' },
  leave: { vi: 'Nhấn Esc để thoát', en: 'Press Esc to leave' },
  leaveKey: { vi: 'Rời màn hình lớn', en: 'Leave the big screen' },
  newDay: { vi: 'Hôm nay {date}', en: 'Today {date}' },
} as const

/** Words of the screen of campaigns and targets. */
export const targetsTexts = {
  title: { vi: 'Chiến dịch và chỉ tiêu', en: 'Campaigns and targets' },
  headOnly: {
    vi: 'Chỉ thủ trưởng sửa được kế hoạch. Bạn đang xem.',
    en: 'Only the head can change the plan. You are looking at it.',
  },
  parts: {
    campaigns: { vi: 'Đợt, chiến dịch', en: 'Campaigns' },
    targets: { vi: 'Chỉ tiêu của đơn vị và thành phố', en: 'Targets of the office and the city' },
    assignments: { vi: 'Giao cho xã, tổ chức thu', en: 'Assigned to communes and collectors' },
    sizes: { vi: 'Dân số, lực lượng lao động', en: 'Population and labour force' },
    coverage: { vi: 'Kế hoạch bao phủ', en: 'Coverage plan' },
  },
  add: { vi: 'Thêm', en: 'Add' },
  edit: { vi: 'Sửa', en: 'Edit' },
  remove: { vi: 'Xóa', en: 'Remove' },
  removeTitle: { vi: 'Xóa mục này?', en: 'Remove this entry?' },
  removeText: {
    vi: 'Số liệu đã đếm không mất; chỉ mục “{name}” ra khỏi kế hoạch.',
    en: 'Nothing counted is lost; only “{name}” leaves the plan.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  save: { vi: 'Lưu', en: 'Save' },
  none: { vi: 'Chưa có mục nào.', en: 'Nothing yet.' },
  importFile: { vi: 'Nhập từ tệp…', en: 'Import a file…' },
  importTry: {
    vi: 'Tệp {file}: thêm {added}, sửa {changed}, giữ nguyên {same}, từ chối {refused}.',
    en: 'File {file}: {added} added, {changed} changed, {same} the same, {refused} refused.',
  },
  importRow: { vi: 'Dòng {row}:', en: 'Row {row}:' },
  importDo: { vi: 'Nhập các dòng hợp lệ', en: 'Take the good rows' },
  imported: { vi: 'Đã nhập xong.', en: 'Imported.' },
  importUndo: { vi: 'Hoàn tác lần nhập {file}', en: 'Take back the import of {file}' },
  importUndone: { vi: 'Đã hoàn tác lần nhập {file}.', en: 'Took back the import of {file}.' },
  id: { vi: 'Mã', en: 'Id' },
  idWrong: {
    vi: 'Mã chỉ gồm chữ thường không dấu, số và gạch nối.',
    en: 'Lower-case letters, digits and hyphens only.',
  },
  name: { vi: 'Tên', en: 'Name' },
  launchDay: { vi: 'Ngày ra quân', en: 'Launch day' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  source: { vi: 'Nguồn', en: 'Source' },
  measure: { vi: 'Chỉ số', en: 'Measure' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  unit: { vi: 'Đơn vị', en: 'Office' },
  city: { vi: 'Toàn thành phố', en: 'Whole city' },
  value: { vi: 'Số phải đạt', en: 'To reach' },
  newPeople: { vi: 'Trong đó tăng mới', en: 'Of which new' },
  campaign: { vi: 'Thuộc đợt', en: 'Campaign' },
  noCampaign: { vi: 'Không thuộc đợt nào', en: 'None' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  collector: { vi: 'Tổ chức thu', en: 'Collector' },
  whose: { vi: 'Giao cho', en: 'Assigned to' },
  population: { vi: 'Dân số', en: 'Population' },
  labourForce: { vi: 'Lực lượng lao động', en: 'Labour force' },
  bhytElsewhere: { vi: 'Tham gia BHYT nơi khác', en: 'HI elsewhere' },
  bhxhElsewhere: { vi: 'Tham gia BHXH nơi khác', en: 'SI elsewhere' },
  percent: { vi: 'Tỷ lệ (%)', en: 'Share (%)' },
  measures: {
    joiners: { vi: 'Người tham gia', en: 'Joiners' },
    'first-time-persons': { vi: 'Người tham gia lần đầu', en: 'First-time joiners' },
    conferences: { vi: 'Hội nghị', en: 'Conferences' },
    'bhxh-tn-persons': { vi: 'Người tham gia BHXH tự nguyện', en: 'People in voluntary SI' },
    'bhyt-hgd-persons': { vi: 'Người tham gia BHYT hộ gia đình', en: 'People in household HI' },
  },
} as const

/** The menu entries. */
export const overviewPlaces = {
  overview: overviewTexts.title,
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
} as const satisfies Record<string, Phrase>
