import type { Phrase } from '../messages.ts'

/** Words around scans, pasted text of old fonts and old phone prefixes on the sign-up. */
export const scanTexts = {
  filled: {
    vi: 'Đã điền {name} từ thẻ vào dòng {n}.',
    en: 'Row {n} was filled with {name} from the card.',
  },
  again: {
    vi: 'Thẻ này đã ở dòng {n}; đã điền lại theo thẻ.',
    en: 'This card is in row {n} already; it was filled again from the card.',
  },
  tied: {
    vi: 'Tờ này của hội nghị ngày {day} tại {place}; đã chọn hội nghị đó cho phiếu.',
    en: 'This paper is of the conference of {day} at {place}; it is chosen for the sign-up.',
  },
  kept: {
    vi: 'Những gì đã nhập vẫn giữ nguyên.',
    en: 'Everything typed is still there.',
  },
  close: { vi: 'Đóng thông báo quét', en: 'Close the scan notice' },
  camera: { vi: 'Quét bằng máy ảnh', en: 'Scan by camera' },
  cameraHelp: {
    vi: 'Đưa mã QR trên thẻ căn cước vào giữa khung, cách máy ảnh khoảng 10–15 cm.',
    en: 'Hold the QR code of the identity card in the middle, 10–15 cm from the camera.',
  },
  cameraAsking: { vi: 'Đang mở máy ảnh…', en: 'Opening the camera…' },
  cameraPicture: { vi: 'Hình từ máy ảnh', en: 'Picture of the camera' },
  cameraNone: {
    vi: 'Không mở được máy ảnh: máy này không có máy ảnh, hoặc phần mềm khác đang dùng. Hãy cắm máy ảnh hoặc đóng phần mềm kia rồi thử lại.',
    en: 'The camera cannot be opened: there is none, or another program uses it. Plug one in or close that program, then try again.',
  },
  cameraRefused: {
    vi: 'Hệ điều hành không cho dùng máy ảnh. Hãy bật quyền máy ảnh cho phần mềm này rồi thử lại.',
    en: 'The system does not allow the camera. Allow it for this app, then try again.',
  },
  legacy: {
    vi: 'Chữ vừa dán có vẻ là phông {font}. Đọc ra: “{text}”',
    en: 'The pasted text seems to be of a {font} font. It reads: “{text}”',
  },
  legacyUse: { vi: 'Dùng chữ đã chuyển', en: 'Use the converted text' },
  legacyKeep: { vi: 'Giữ nguyên', en: 'Keep it' },
  oldPhone: {
    vi: 'Đầu số cũ: {old} nay là {now}. Số mới sẽ được lưu.',
    en: 'Old prefix: {old} is {now} today. The new number will be saved.',
  },
} as const satisfies Record<string, Phrase>
