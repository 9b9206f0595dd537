/** Sentences for reading spreadsheets and lists that somebody else made. */
export const workbookProblems = {
  'workbook.too-large': {
    vi: 'Tệp lớn hơn {most} MB nên không đọc. Hãy chia thành nhiều tệp nhỏ hơn.',
    en: 'The file is larger than {most} MB and was not read. Split it into smaller files.',
  },
  'workbook.unpacks-too-large': {
    vi: 'Nội dung nén trong tệp lớn hơn {most} MB nên không đọc. Hãy chép phần dữ liệu cần dùng sang một bảng tính mới.',
    en: 'What is packed in the file is larger than {most} MB and was not read. Copy the data needed into a new workbook.',
  },
  'workbook.too-many-rows': {
    vi: 'Bảng có hơn {most} dòng nên không đọc. Hãy chia thành nhiều tệp nhỏ hơn.',
    en: 'The table has more than {most} rows and was not read. Split it into smaller files.',
  },
  'workbook.too-many-columns': {
    vi: 'Bảng có hơn {most} cột (dòng {row}) nên không đọc. Hãy xóa các cột thừa rồi lưu lại.',
    en: 'The table has more than {most} columns (row {row}) and was not read. Delete what is not needed and save it again.',
  },
  'workbook.too-many-cells': {
    vi: 'Bảng có hơn {most} ô có dữ liệu nên không đọc. Hãy chia thành nhiều tệp nhỏ hơn.',
    en: 'The table has more than {most} filled cells and was not read. Split it into smaller files.',
  },
  'workbook.old-format': {
    vi: 'Tệp là bảng tính kiểu cũ (.xls) hoặc có đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu thành .xlsx.',
    en: 'The file is an old workbook (.xls) or has a password. Open it in Excel, remove the password and save it as .xlsx.',
  },
  'workbook.unknown-format': {
    vi: 'Tệp không phải bảng tính .xlsx hay danh sách .csv. Hãy chọn tệp khác hoặc lưu lại thành .xlsx.',
    en: 'The file is neither an .xlsx workbook nor a .csv list. Choose another file or save it as .xlsx.',
  },
  'workbook.damaged': {
    vi: 'Tệp bảng tính bị hỏng hoặc chép chưa hết. Hãy mở bằng Excel, lưu thành tệp .xlsx mới rồi chọn tệp đó.',
    en: 'The workbook is damaged or was not copied in full. Open it in Excel, save it as a new .xlsx and choose that.',
  },
  'workbook.no-such-sheet': {
    vi: 'Tệp không có trang tính “{sheet}”. Hãy chọn trang tính khác.',
    en: 'The file has no sheet “{sheet}”. Choose another sheet.',
  },
  'workbook.encoding': {
    vi: 'Danh sách .csv không ở bảng mã UTF-8 nên chữ có dấu sẽ sai. Hãy lưu lại kiểu “CSV UTF-8” hoặc .xlsx.',
    en: 'The .csv list is not in UTF-8, so accents would be wrong. Save it as “CSV UTF-8” or as .xlsx.',
  },
} as const
