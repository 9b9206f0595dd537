import type { Phrase } from '../messages.ts'

/** Words of the paper preview: edition, notices, pages, print and save. */
export const paperTexts = {
  title: { vi: 'Xem trước khi in', en: 'Print preview' },
  making: { vi: 'Đang vẽ tờ in…', en: 'Drawing the paper…' },
  page: { vi: 'Trang {n} trên {of}', en: 'Page {n} of {of}' },
  sheet: { vi: 'Tờ {n} trên {of}', en: 'Paper {n} of {of}' },
  previous: { vi: 'Tờ trước', en: 'Previous paper' },
  next: { vi: 'Tờ sau', en: 'Next paper' },
  print: { vi: 'In', en: 'Print' },
  printing: { vi: 'Đang mở hộp thoại in…', en: 'Opening the print dialog…' },
  printed: { vi: 'Đã gửi tới máy in.', en: 'Sent to the printer.' },
  notPrinted: {
    vi: 'Chưa in: hộp thoại in đã đóng.',
    en: 'Not printed: the print dialog was closed.',
  },
  save: { vi: 'Lưu tệp PDF', en: 'Save as PDF' },
  saved: { vi: 'Đã lưu: {file}', en: 'Saved: {file}' },
  zoomIn: { vi: 'Phóng to', en: 'Zoom in' },
  zoomOut: { vi: 'Thu nhỏ', en: 'Zoom out' },
  zoom: { vi: 'Cỡ xem {percent}%', en: 'Zoom {percent}%' },
  edition: { vi: 'Mẫu theo', en: 'Edition' },
  editionOfDay: { vi: 'Mẫu của ngày ký', en: 'Edition of the signing day' },
  compare: {
    vi: 'In kèm dấu “bản in thử – đối chiếu mẫu chính thức”',
    en: 'Mark it “trial print – compare with the official form”',
  },
  notices: { vi: 'Cần lưu ý', en: 'Please note' },
  missing: { vi: 'Các mục in để trống', en: 'Boxes printed empty' },
  recoverySheet: { vi: 'Tờ mã khôi phục', en: 'Recovery sheet' },
} as const satisfies Record<string, Phrase>
