import type { Phrase } from '../messages.ts'

/** Words of sign-ups kept as drafts. */
export const sheetTexts = {
  keep: { vi: 'Giữ làm nháp', en: 'Keep as draft' },
  open: { vi: 'Phiếu nháp', en: 'Drafts' },
  title: { vi: 'Phiếu nháp của đơn vị', en: 'Drafts of the office' },
  hint: {
    vi: 'Phiếu nháp chưa có số, chưa tính vào báo cáo. Mở ra nhập tiếp rồi lưu.',
    en: 'A draft has no number and is in no report. Open it, go on typing and save.',
  },
  empty: { vi: 'Chưa có phiếu nháp nào.', en: 'No drafts yet.' },
  emptyHint: {
    vi: 'Trong khi ghi danh, nhấn Alt+G để giữ phiếu đang nhập dở.',
    en: 'While enrolling, press Alt+G to keep the unfinished sign-up.',
  },
  sheet: { vi: 'Phiếu', en: 'Sign-up' },
  state: { vi: 'Trạng thái', en: 'State' },
  keptAt: { vi: 'Giữ lúc', en: 'Kept at' },
  keptBy: { vi: 'Người giữ', en: 'Kept by' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  draft: { vi: 'Nháp, giữ lúc {at}', en: 'Draft, kept at {at}' },
  openOne: { vi: 'Mở', en: 'Open' },
  openNamed: { vi: 'Mở phiếu nháp {title}', en: 'Open the draft {title}' },
  dropOne: { vi: 'Bỏ', en: 'Drop' },
  dropNamed: { vi: 'Bỏ phiếu nháp {title}', en: 'Drop the draft {title}' },
  kept: {
    vi: 'Đã giữ nháp “{title}”. Nhấn Alt+D để mở lại.',
    en: 'Kept “{title}” as a draft. Press Alt+D to open it again.',
  },
  opened: {
    vi: 'Đã mở phiếu nháp “{title}”.',
    en: 'Opened the draft “{title}”.',
  },
  openedKept: {
    vi: 'Đã mở phiếu nháp “{title}”; phiếu đang nhập dở đã được giữ thành nháp “{kept}”.',
    en: 'Opened the draft “{title}”; the unfinished sign-up was kept as the draft “{kept}”.',
  },
  dropped: { vi: 'Đã bỏ phiếu nháp “{title}”.', en: 'Dropped the draft “{title}”.' },
  titleOf: { vi: '{name}, {n} người', en: '{name} (people: {n})' },
  unnamed: { vi: 'Phiếu chưa có tên', en: 'Unnamed sign-up' },
} as const satisfies Record<string, Phrase>
