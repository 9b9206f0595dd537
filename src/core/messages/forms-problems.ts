/** Sentences for the official paper: what is missing or in force, then what to do. */
export const formsProblems = {
  'forms.missing-box': {
    vi: 'Mục {box} chưa có {field}. Hãy bổ sung, hoặc in để trống rồi ghi tay.',
    en: 'Box {box} ({field}) is empty. Fill it in, or print it blank and write by hand.',
  },
  'forms.missing-cell': {
    vi: 'Cột {column}, dòng {row} chưa có {field}. Hãy bổ sung, hoặc in để trống rồi ghi tay.',
    en: 'Column {column}, row {row} ({field}) is empty. Fill it in, or print it blank and write by hand.',
  },
  'forms.no-edition': {
    vi: 'Chưa có mẫu {form} cho ngày ký {date}. Hãy kiểm tra ngày ký, hoặc tự chọn mẫu để in.',
    en: 'There is no edition of form {form} for the signing date {date}. Check the date, or choose an edition yourself.',
  },
  'forms.unknown-edition': {
    vi: 'Mẫu {form} không có bản “{edition}”. Hãy chọn một trong các bản: {known}.',
    en: 'Form {form} has no edition “{edition}”. Choose one of: {known}.',
  },
  'forms.unknown-form': {
    vi: 'Không có mẫu “{form}”. Hãy chọn một trong các mẫu: {known}.',
    en: 'There is no form “{form}”. Choose one of: {known}.',
  },
} as const
