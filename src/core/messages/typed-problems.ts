/** Sentences for times of day and numbers of people as typed: what is wrong, then what to do. */
export const typedProblems = {
  'time.unreadable': {
    vi: 'Không đọc được giờ “{text}”. Hãy nhập giờ và phút, ví dụ 8:30.',
    en: 'The time “{text}” cannot be read. Type hours and minutes, for example 8:30.',
  },
  'count.unreadable': {
    vi: 'Không đọc được số người “{text}”. Hãy nhập một số từ 0 đến {largest}.',
    en: 'The number of people “{text}” cannot be read. Type a number from 0 to {largest}.',
  },
} as const
