/** Sentences for the store, its folder and its keys: what is wrong, then what to do. */
export const storeProblems = {
  'store.missing': {
    vi: 'Không thấy dữ liệu của đơn vị trong thư mục “{folder}”. Hãy kiểm tra lại thư mục.',
    en: 'No office data in the folder “{folder}”. Check the folder.',
  },
  'store.foreign': {
    vi: 'Tệp dữ liệu trong “{folder}” không mở được bằng khóa này hoặc không phải của Ra Quân. Hãy kiểm tra thư mục và mã khôi phục.',
    en: 'The store in “{folder}” does not open with this key or is not ours. Check the folder and the recovery code.',
  },
  'store.damaged': {
    vi: 'Tệp dữ liệu trong “{folder}” bị hỏng. Đừng ghi thêm; hãy khôi phục từ bản sao lưu gần nhất.',
    en: 'The store in “{folder}” is damaged. Do not write to it; restore the latest backup.',
  },
  'store.newer': {
    vi: 'Dữ liệu này do phiên bản Ra Quân mới hơn tạo ra. Hãy cập nhật phần mềm rồi mở lại.',
    en: 'This store was made by a newer Ra Quân. Update the app, then open it again.',
  },
  'store.in-use': {
    vi: 'Dữ liệu trong “{folder}” đang được mở ở một cửa sổ khác. Hãy dùng cửa sổ đó hoặc đóng nó trước.',
    en: 'The store in “{folder}” is open in another window. Use that window or close it first.',
  },
  'store.read-only': {
    vi: 'Không ghi được vào thư mục “{folder}”. Hãy chọn thư mục khác hoặc xin quyền ghi.',
    en: 'The folder “{folder}” cannot be written. Choose another one or ask for write access.',
  },
  'store.no-space': {
    vi: 'Ổ đĩa chứa “{folder}” đã đầy. Hãy giải phóng dung lượng rồi thử lại; chưa có gì bị mất.',
    en: 'The disk holding “{folder}” is full. Free some space and try again; nothing was lost.',
  },
  'store.key-missing': {
    vi: 'Máy này không mở được khóa dữ liệu. Hãy nhập mã khôi phục đã in khi tạo đơn vị.',
    en: 'This computer cannot open the data key. Enter the recovery code printed when the office was created.',
  },
  'file.unreadable': {
    vi: 'Không đọc được tệp “{file}”. Hãy kiểm tra đường dẫn và quyền đọc.',
    en: 'The file “{file}” cannot be read. Check the path and access rights.',
  },
  'file.exists': {
    vi: 'Đã có tệp “{file}” và sẽ không ghi đè. Hãy chọn tên khác hoặc dời tệp cũ đi.',
    en: 'The file “{file}” exists and will not be overwritten. Choose another name or move the old file.',
  },
  'file.unwritable': {
    vi: 'Không ghi được tệp “{file}”. Hãy kiểm tra thư mục, quyền ghi và dung lượng.',
    en: 'The file “{file}” cannot be written. Check the folder, access rights and space.',
  },
} as const
