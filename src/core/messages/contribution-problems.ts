/** Sentences for the rules of contributions, policy and units: what is wrong, then what to do. */
export const contributionProblems = {
  'policy.unreadable': {
    vi: 'Không mở được tệp chính sách {file}. Hãy cài đặt lại phần mềm.',
    en: 'The policy file {file} cannot be opened. Please install the app again.',
  },
  'policy.bad-file': {
    vi: 'Tệp chính sách {file} sai ở “{field}”. Hãy cài đặt lại phần mềm hoặc sửa dòng đó.',
    en: 'The policy file {file} is wrong at “{field}”. Install the app again or correct that line.',
  },
  'date.no-policy': {
    vi: 'Phần mềm chưa có quy định về mức đóng cho ngày {date}. Hãy kiểm tra lại ngày nộp tiền.',
    en: 'The app has no contribution rules for {date}. Check the day of payment.',
  },
  'unit.unknown': {
    vi: 'Không có đơn vị, quận, huyện, xã, phường nào của Hà Nội mang mã “{code}”. Hãy chọn lại trong danh sách.',
    en: 'No office, district or commune of Hà Nội has the code “{code}”. Choose it from the list again.',
  },
  'income.below-minimum': {
    vi: 'Thu nhập chọn đóng {income} đ thấp hơn mức tối thiểu {min} đ/tháng. Hãy chọn từ {min} đ trở lên.',
    en: 'The chosen income {income} đ is below the minimum of {min} đ a month. Choose {min} đ or more.',
  },
  'income.above-maximum': {
    vi: 'Thu nhập chọn đóng {income} đ cao hơn mức tối đa {max} đ/tháng. Hãy chọn từ {max} đ trở xuống.',
    en: 'The chosen income {income} đ is above the maximum of {max} đ a month. Choose {max} đ or less.',
  },
  'income.off-step': {
    vi: 'Thu nhập chọn đóng {income} đ không đúng bậc {step} đ. Hãy chọn {below} đ hoặc {above} đ.',
    en: 'The chosen income {income} đ is not on a step of {step} đ. Choose {below} đ or {above} đ.',
  },
  'yield.missing': {
    vi: 'Cách đóng này cần lãi suất đầu tư quỹ bình quân tháng của năm trước do BHXH Việt Nam công bố. Hãy nhập lãi suất rồi tính lại.',
    en: 'This method needs the average monthly fund yield of the year before, as published by VSS. Enter it and try again.',
  },
  'yield.out-of-range': {
    vi: 'Lãi suất {yield} không hợp lý. Hãy nhập lãi suất một tháng lớn hơn 0 và không quá 0,05 (ví dụ 0,00628 là 0,628%).',
    en: 'The yield {yield} makes no sense. Enter a monthly yield above 0 and at most 0.05 (0.00628 is 0.628 %).',
  },
  'missing.months-needed': {
    vi: 'Chưa có số tháng còn thiếu. Hãy nhập số tháng người tham gia muốn đóng một lần.',
    en: 'The number of missing months is not given. Enter how many months are to be paid at once.',
  },
  'missing.too-many-months': {
    vi: 'Chỉ được đóng một lần tối đa {max} tháng còn thiếu để đủ {years} năm. Hãy nhập lại số tháng.',
    en: 'At most {max} missing months may be paid at once to reach {years} years. Enter the months again.',
  },
  'late.wrong-method': {
    vi: 'Đóng bù chậm chỉ có với cách đóng 1, 3, 6 hoặc 12 tháng. Hãy chọn lại phương thức đóng.',
    en: 'Late payment exists only for 1, 3, 6 or 12 months. Choose the payment method again.',
  },
  'refund.wrong-method': {
    vi: 'Chỉ hoàn trả được cho cách đóng 3, 6, 12 tháng hoặc nhiều năm về sau. Hãy chọn lại phương thức đóng.',
    en: 'A refund exists only for 3, 6 or 12 months or years ahead. Choose the payment method again.',
  },
  'refund.too-many-months': {
    vi: 'Số tháng chưa dùng ({unused}) nhiều hơn số tháng đã đóng ({paid}). Hãy nhập lại số tháng.',
    en: 'The unused months ({unused}) exceed the months paid ({paid}). Enter the months again.',
  },
  'months.unreadable': {
    vi: 'Không đọc được số tháng “{text}”. Hãy nhập một số từ 1 đến {largest}.',
    en: 'The number of months “{text}” cannot be read. Type a number from 1 to {largest}.',
  },
  'quote.nothing': {
    vi: 'Chưa có khoản nào tính được để in. Hãy chọn loại hình và nhập đủ mức thu nhập, phương thức.',
    en: 'No amount can be printed yet. Choose a scheme and enter the income and the method.',
  },
  'supported-since.future': {
    vi: 'Thời điểm bắt đầu được hỗ trợ {since} muộn hơn ngày nộp tiền. Hãy nhập lại.',
    en: 'Support since {since} is later than the day of payment. Enter it again.',
  },
  'term.not-allowed': {
    vi: 'BHYT hộ gia đình không thu theo kỳ {months} tháng. Hãy chọn {allowed} tháng.',
    en: 'Household health insurance has no term of {months} months. Choose {allowed} months.',
  },
  'support.unknown-group': {
    vi: 'Ngày {date} không có nhóm hỗ trợ BHYT “{group}”. Hãy chọn lại nhóm.',
    en: 'On {date} there is no health-insurance support group “{group}”. Choose the group again.',
  },
  'support.none-to-choose': {
    vi: 'Người này không thuộc nhóm được hỗ trợ nên chỉ đóng theo hộ gia đình. Hãy bỏ lựa chọn nhóm hỗ trợ.',
    en: 'This person is in no supported group and can only join with the household. Clear that choice.',
  },
  'support.no-household-choice': {
    vi: 'Nhóm {label} phải đóng theo nhóm được hỗ trợ, không được chọn đóng theo hộ gia đình. Hãy bỏ lựa chọn đó.',
    en: 'The group “{label}” must join as supported and may not choose the household scheme. Clear that choice.',
  },
  'individual.not-allowed': {
    vi: 'Ngày {date} chưa được tham gia BHYT theo cá nhân; việc này chỉ có từ 01/7/2025. Hãy đăng ký theo hộ gia đình.',
    en: 'On {date} nobody can join on their own yet; that began on 01/07/2025. Enrol with the household.',
  },
} as const
