import type { Phrase } from '../messages.ts'

/** Sentences about campaigns, targets and the plan. */
export const targetProblems = {
  'target.zero': {
    vi: 'Chỉ tiêu phải lớn hơn 0. Hãy nhập số phải đạt, hoặc xóa chỉ tiêu này.',
    en: 'A target must be more than 0. Enter the number to reach, or remove this target.',
  },
  'target.negative': {
    vi: 'Số dân, lực lượng lao động và số người tham gia nơi khác không được âm hay bằng 0. Hãy nhập lại.',
    en: 'Population, labour force and people insured elsewhere cannot be zero or negative. Enter them again.',
  },
  'target.labour-too-many': {
    vi: 'Lực lượng lao động không thể nhiều hơn số dân. Hãy xem lại hai số này.',
    en: 'The labour force cannot be larger than the population. Check both numbers.',
  },
  'target.share': {
    vi: 'Tỷ lệ bao phủ phải từ 0,1 % đến 100 %.',
    en: 'A coverage share must be from 0.1 % to 100 %.',
  },
  'target.dates-crossed': {
    vi: 'Ngày bắt đầu {from} sau ngày kết thúc {to}. Hãy sửa một trong hai ngày.',
    en: 'The first day {from} is after the last day {to}. Correct one of them.',
  },
  'target.launch-outside': {
    vi: 'Ngày ra quân phải nằm trong đợt. Hãy sửa ngày ra quân hoặc thời gian của đợt.',
    en: 'The launch day must lie within the campaign. Correct the launch day or the span.',
  },
  'target.no-campaign': {
    vi: 'Chưa có đợt “{id}”. Hãy thêm đợt trước, hoặc để chỉ tiêu không thuộc đợt nào.',
    en: 'There is no campaign “{id}”. Add it first, or leave the target without one.',
  },
  'target.whose': {
    vi: 'Phải chọn một xã hoặc một tổ chức dịch vụ thu, không chọn cả hai.',
    en: 'Choose either a commune or a collecting organisation, not both.',
  },
  'target.outside-area': {
    vi: 'Xã “{code}” không thuộc địa bàn của đơn vị. Hãy xem lại mã xã.',
    en: 'Commune “{code}” is not in the area of this office. Check its code.',
  },
  'target.new-too-many': {
    vi: 'Số tăng mới không được âm hay nhiều hơn chỉ tiêu. Hãy xem lại.',
    en: 'The newly added part cannot be negative or more than the target.',
  },
  'target.unknown': {
    vi: 'Không còn mục này trong kế hoạch. Hãy mở lại màn hình để xem danh sách mới.',
    en: 'This entry is no longer in the plan. Open the screen again for the current list.',
  },
  'target.undo-changed': {
    vi: 'Kế hoạch đã được sửa sau lần nhập tệp, nên không hoàn tác được. Hãy sửa từng mục.',
    en: 'The plan was changed after that import, so it cannot be taken back. Edit the entries.',
  },
  'target.undo-nothing': {
    vi: 'Không có lần nhập tệp nào để hoàn tác.',
    en: 'There is no import to take back.',
  },
  'target.file-columns': {
    vi: 'Tệp thiếu cột “{column}”. Hãy dùng tệp mẫu của màn hình Chiến dịch và chỉ tiêu.',
    en: 'The file has no column “{column}”. Use the sample file of the targets screen.',
  },
  'target.file-unreadable': {
    vi: 'Không đọc được tệp này như bảng chỉ tiêu (CSV hoặc JSON). Hãy kiểm tra tệp rồi nhập lại.',
    en: 'This file cannot be read as a table of targets (CSV or JSON). Check it and try again.',
  },
  'target.file-too-long': {
    vi: 'Tệp có hơn {most} dòng. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {most} rows. Split it.',
  },
  'target.row-cell': {
    vi: 'Không hiểu “{text}” ở cột “{column}”.',
    en: 'Cannot read “{text}” in column “{column}”.',
  },
  'target.row-twice': {
    vi: 'Mã “{key}” đã có ở dòng trên của tệp.',
    en: '“{key}” already stands in a row above.',
  },
} as const satisfies Record<string, Phrase>
