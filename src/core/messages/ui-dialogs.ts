import type { Phrase } from '../messages.ts'

/** What the dialogs of the system say: choosing folders and files, leaving something unsaved. */
export const dialogTexts = {
  folder: {
    data: {
      vi: 'Chọn thư mục chứa dữ liệu của đơn vị',
      en: 'Choose the folder of the office’s data',
    },
    export: {
      vi: 'Chọn thư mục hoặc USB để ghi tệp báo cáo',
      en: 'Choose the folder or USB stick to write the report file to',
    },
    trust: {
      vi: 'Chọn thư mục chứng thư tin cậy',
      en: 'Choose the folder of trusted certificates',
    },
    backup: {
      vi: 'Chọn thư mục cất hoặc chứa bản sao lưu',
      en: 'Choose the folder that keeps the backups',
    },
    received: {
      vi: 'Chọn thư mục hoặc USB chứa tệp của các đơn vị',
      en: 'Choose the folder or USB stick with the units’ files',
    },
  },
  file: {
    key: { vi: 'Chọn tệp khóa ký (PKCS#12)', en: 'Choose the signing key file (PKCS#12)' },
    summary: { vi: 'Chọn tệp báo cáo đã ký', en: 'Choose the signed report file' },
    certificate: {
      vi: 'Chọn chứng thư do nơi cấp gửi',
      en: 'Choose the certificate the authority sent',
    },
    trust: {
      vi: 'Chọn chứng thư, danh sách thu hồi hoặc bản giới thiệu khóa',
      en: 'Choose a certificate, a revocation list or an introduction of a key',
    },
    driver: {
      vi: 'Chọn trình điều khiển của thiết bị ký (PKCS#11)',
      en: 'Choose the driver of the signing token (PKCS#11)',
    },
    picture: { vi: 'Chọn ảnh hoặc bản quét', en: 'Choose photos or scans' },
    targets: { vi: 'Chọn tệp chỉ tiêu', en: 'Choose the file of targets' },
  },
  unsaved: {
    message: {
      vi: 'Phiếu ghi danh đang nhập chưa lưu.',
      en: 'The sign-up being typed is not saved.',
    },
    detail: {
      vi: 'Nếu đóng cửa sổ, những gì vừa nhập sẽ mất. Hãy ở lại để lưu bằng Ctrl+Enter.',
      en: 'Closing the window loses what was typed. Stay to save it with Ctrl+Enter.',
    },
    stay: { vi: 'Ở lại', en: 'Stay' },
    leave: { vi: 'Bỏ phiếu và đóng', en: 'Drop it and close' },
  },
} as const satisfies Record<string, Record<string, Phrase>>
