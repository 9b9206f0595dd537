/** Sentences for two people who may be one (what speaks for it, what against), and for merging them. */
export const similarProblems = {
  'similar.same-number': {
    vi: 'Cùng số định danh cá nhân.',
    en: 'Same personal number.',
  },
  'similar.same-insurance': { vi: 'Cùng mã số BHXH.', en: 'Same BHXH number.' },
  'similar.number-slip': {
    vi: 'Số định danh chỉ lệch một chữ số; có thể do gõ nhầm.',
    en: 'The personal numbers differ in one digit, perhaps a slip.',
  },
  'similar.other-number': { vi: 'Số định danh khác nhau.', en: 'Different personal numbers.' },
  'similar.other-insurance': { vi: 'Mã số BHXH khác nhau.', en: 'Different BHXH numbers.' },
  'similar.same-name': { vi: 'Cùng họ tên.', en: 'Same name.' },
  'similar.same-name-unmarked': {
    vi: 'Cùng họ tên khi bỏ dấu; một bên viết không dấu.',
    en: 'Same name apart from marks; one is written without any.',
  },
  'similar.other-marks': {
    vi: 'Họ tên giống nhau khi bỏ dấu nhưng dấu viết khác nhau.',
    en: 'Same name without marks, but the marks differ.',
  },
  'similar.words-swapped': {
    vi: 'Họ tên có cùng các chữ nhưng khác thứ tự.',
    en: 'The names have the same words in another order.',
  },
  'similar.middle-missing': {
    vi: 'Cùng họ và tên; một bên thiếu tên đệm.',
    en: 'Same family and given name; one lacks a middle name.',
  },
  'similar.name-slip': {
    vi: 'Họ tên chỉ lệch một chữ cái; có thể do gõ nhầm.',
    en: 'The names differ in one letter, perhaps a slip.',
  },
  'similar.other-name': { vi: 'Họ tên khác nhau.', en: 'Different names.' },
  'similar.same-birth': { vi: 'Cùng ngày sinh.', en: 'Same birth date.' },
  'similar.same-birth-year': { vi: 'Cùng năm sinh {year}.', en: 'Same birth year {year}.' },
  'similar.birth-swapped': {
    vi: 'Ngày sinh giống nhau nếu đổi chỗ ngày và tháng.',
    en: 'Same birth date with day and month swapped.',
  },
  'similar.birth-slip': {
    vi: 'Ngày sinh chỉ lệch một chữ số; có thể do gõ nhầm.',
    en: 'The birth dates differ in one digit, perhaps a slip.',
  },
  'similar.other-birth': { vi: 'Ngày sinh khác nhau.', en: 'Different birth dates.' },
  'similar.other-sex': { vi: 'Giới tính khác nhau.', en: 'Different sex.' },
  'similar.same-phone': { vi: 'Cùng số điện thoại.', en: 'Same phone number.' },
  'similar.same-household': { vi: 'Cùng hộ gia đình.', en: 'Same household.' },
  'similar.same-address': { vi: 'Cùng địa chỉ.', en: 'Same address.' },
  'similar.same-commune': { vi: 'Cùng xã, phường.', en: 'Same commune.' },
  'person.merge-self': {
    vi: 'Không thể gộp một người với chính người đó. Hãy chọn người thứ hai.',
    en: 'A person cannot be merged with themselves. Choose the second person.',
  },
  'person.merge-same-form': {
    vi: 'Hai người này được ghi là hai thành viên trong cùng một phiếu ký ngày {date}, nên không phải một người. Nếu phiếu ghi nhầm, hãy hủy phiếu và ghi lại.',
    en: 'The two are two members on one form signed on {date}, so they are not one person. If the form is wrong, cancel it and record it again.',
  },
  'filter.too-many': {
    vi: 'Đã có {most} bộ lọc được lưu. Hãy xóa bớt bộ lọc không dùng.',
    en: 'There are already {most} saved filters. Remove one that is not used.',
  },
} as const
