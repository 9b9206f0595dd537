/** Sentences for what a person typed: what is wrong, then what to do. */
export const inputProblems = {
  'input.invalid': {
    vi: 'Dữ liệu gửi đi không đúng dạng ở “{field}”. Hãy kiểm tra lại rồi thử lại.',
    en: 'The data sent has the wrong shape at “{field}”. Check it and try again.',
  },
  'input.required': {
    vi: '{field} còn trống. Hãy nhập {field}.',
    en: '{field} is empty. Please fill it in.',
  },
} as const
