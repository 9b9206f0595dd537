import type { Phrase } from '../messages.ts'

/** What to look over in a renewal before it is saved. */
export const renewalNotices = {
  group: {
    vi: 'Lần trước thuộc nhóm “{group}”. Hãy kiểm tra giấy xác nhận năm nay.',
    en: 'Last time in the group “{group}”. Check this year’s certificate.',
  },
  incomeLow: {
    vi: 'Thu nhập lần trước {before} thấp hơn mức tối thiểu hiện nay {now}; đã ghi {now}.',
    en: 'Last time’s income {before} is below today’s least {now}; {now} was entered.',
  },
  incomeHigh: {
    vi: 'Thu nhập lần trước {before} cao hơn mức tối đa hiện nay {now}; đã ghi {now}.',
    en: 'Last time’s income {before} is above today’s most {now}; {now} was entered.',
  },
  incomeOffStep: {
    vi: 'Thu nhập lần trước {before} không đúng bậc hiện nay; đã ghi bậc trên {now}.',
    en: 'Last time’s income {before} is on no step of today; the next step {now} was entered.',
  },
  methodGone: {
    vi: 'Phương thức lần trước ({before}) không dùng được cho kỳ này; đã ghi {now}.',
    en: 'Last time’s method ({before}) cannot be used for this term; {now} was entered.',
  },
  methodUnknown: { vi: 'không rõ', en: 'not known' },
  noYield: {
    vi: 'Lần trước đóng {before}, nhưng chưa có lãi suất đầu tư quỹ của năm trước để tính; đã ghi {now}.',
    en: 'Last time paid {before}, but last year’s yield of the fund is not known yet; {now} was entered.',
  },
  months: {
    vi: 'Lần trước {n} tháng; đã ghi 12 tháng.',
    en: 'Last time {n} months; 12 months were entered.',
  },
  tooMany: {
    vi: 'Phiếu chỉ chứa {most} người nên {n} người của hộ được để lại. Nếu cần, hãy lập thêm phiếu.',
    en: 'A sheet holds {most} people, so {n} of the household were left out. Make another sheet for them if needed.',
  },
  communeGone: {
    vi: 'Xã, phường của hộ đã được sắp xếp lại. Hãy chọn xã, phường hiện nay của hộ.',
    en: 'The commune of the household was reorganised. Choose the one the household lives in today.',
  },
  communeHeir: {
    vi: 'Xã, phường của hộ đã được sắp xếp lại; đã ghi {name}. Hãy hỏi lại hộ.',
    en: 'The commune of the household was reorganised; {name} was entered. Ask the household.',
  },
} as const satisfies Record<string, Phrase>
