/** Sentences for what a person typed: what is wrong, then what to do. */
export const inputProblems = {
  'input.invalid': {
    vi: 'Dữ liệu gửi đi không đúng dạng ở “{field}”. Hãy kiểm tra lại rồi thử lại.',
    en: 'The data sent has the wrong shape at “{field}”. Check it and try again.',
  },
  'input.required': {
    vi: '{field} còn trống. Hãy điền vào ô này.',
    en: '{field} is empty. Fill in this box.',
  },
  'date.empty': {
    vi: 'Chưa có ngày. Hãy nhập ngày/tháng/năm, ví dụ 06/11/1990.',
    en: 'There is no date. Type day/month/year, for example 06/11/1990.',
  },
  'date.unreadable': {
    vi: 'Không đọc được ngày “{text}”. Hãy nhập ngày/tháng/năm, ví dụ 06/11/1990.',
    en: 'The date “{text}” cannot be read. Type day/month/year, for example 06/11/1990.',
  },
  'date.impossible': {
    vi: 'Ngày “{text}” không có trong lịch. Hãy kiểm tra lại ngày và tháng trên giấy tờ.',
    en: 'The date “{text}” does not exist. Check the day and the month on the paper.',
  },
  'date.year-only': {
    vi: 'Ở đây cần đủ ngày, tháng, năm; “{text}” mới chỉ có năm. Hãy nhập thêm ngày và tháng.',
    en: 'A full date is needed here; “{text}” is only a year. Add the day and the month.',
  },
  'date.future': {
    vi: 'Ngày “{text}” còn ở tương lai. Hãy nhập một ngày không muộn hơn hôm nay.',
    en: 'The date “{text}” is in the future. Type a day not later than today.',
  },
  'date.out-of-range': {
    vi: 'Năm trong “{text}” quá xa. Hãy nhập một năm từ 1900 đến 2199.',
    en: 'The year in “{text}” is too far away. Type a year from 1900 to 2199.',
  },
  'money.empty': {
    vi: 'Chưa có số tiền. Hãy nhập số tiền bằng đồng, ví dụ 1.500.000.',
    en: 'There is no amount. Type the amount in đồng, for example 1.500.000.',
  },
  'money.unreadable': {
    vi: 'Không đọc được số tiền “{text}”. Hãy nhập số đồng, ví dụ 1.500.000.',
    en: 'The amount “{text}” cannot be read. Type whole đồng, for example 1.500.000.',
  },
  'money.fraction': {
    vi: 'Số tiền “{text}” có phần lẻ hoặc dấu chấm đặt sai chỗ. Hãy nhập số đồng chẵn, ví dụ 1.500.000.',
    en: 'The amount “{text}” has a fraction or a misplaced separator. Type whole đồng, for example 1.500.000.',
  },
  'money.negative': {
    vi: 'Số tiền “{text}” là số âm. Hãy nhập số tiền từ 0 đồng trở lên.',
    en: 'The amount “{text}” is negative. Type an amount of 0 đồng or more.',
  },
  'money.too-large': {
    vi: 'Số tiền “{text}” lớn hơn 10.000 tỷ đồng. Hãy kiểm tra lại số chữ số.',
    en: 'The amount “{text}” is over 10,000 billion đồng. Check the number of digits.',
  },
} as const
