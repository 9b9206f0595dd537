/** Sentences for backups, restoring and the recovery code: what is wrong, then what to do. */
export const backupProblems = {
  'backup.busy': {
    vi: 'Dữ liệu đang được đọc cho một việc khác nên chưa sao lưu được. Hãy đợi việc đó xong rồi thử lại.',
    en: 'The store is being read by other work. Wait until it is done, then back up again.',
  },
  'backup.unsound': {
    vi: 'Bản sao lưu vừa kiểm tra không nguyên vẹn nên không dùng được. Hãy chọn bản khác hoặc sao lưu lại, và kiểm tra ổ đĩa “nơi cất”.',
    en: 'This backup is not whole and cannot be used. Choose another one or back up again, and check the disk.',
  },
  'backup.no-place': {
    vi: 'Chưa chọn nơi cất bản sao lưu. Hãy chọn ít nhất một thư mục ở ổ đĩa khác rồi sao lưu.',
    en: 'No place for backups is chosen. Choose at least one folder on another disk, then back up.',
  },
  'backup.place-missing': {
    vi: 'Không thấy nơi cất “{folder}”. Hãy cắm lại ổ đĩa hoặc chọn nơi cất khác.',
    en: 'The place “{folder}” is not there. Plug the disk in again or choose another place.',
  },
  'backup.place-inside': {
    vi: 'Nơi cất “{folder}” nằm trong thư mục dữ liệu, hỏng ổ đĩa là mất cả hai. Hãy chọn thư mục ở ổ đĩa khác.',
    en: 'The place “{folder}” is inside the data folder: both would be lost together. Choose another disk.',
  },
  'backup.places-same': {
    vi: 'Hai nơi cất là cùng một thư mục. Hãy chọn hai thư mục khác nhau, tốt nhất ở hai ổ đĩa.',
    en: 'Both places are the same folder. Choose two folders, best on two disks.',
  },
  'backup.gone': {
    vi: 'Không còn bản sao lưu này. Hãy mở lại danh sách và chọn bản khác.',
    en: 'This backup is gone. Open the list again and choose another one.',
  },
  'backup.unreadable': {
    vi: 'Thư mục “{folder}” không phải bản sao lưu đọc được của Ra Quân. Hãy chọn thư mục có office.db, keys.json và manifest.json.',
    en: 'The folder “{folder}” is no readable backup. Choose one with office.db, keys.json and manifest.json.',
  },
  'backup.newer': {
    vi: 'Bản sao lưu này do phiên bản Ra Quân mới hơn tạo ra. Hãy cập nhật phần mềm rồi khôi phục.',
    en: 'This backup was made by a newer Ra Quân. Update the app, then restore.',
  },
  'backup.other-unit': {
    vi: 'Bản sao lưu này của “{name}”, không phải đơn vị đang mở. Hãy chọn bản sao lưu của đơn vị mình.',
    en: 'This backup is of “{name}”, not of the open office. Choose a backup of your own office.',
  },
  'recovery.wait': {
    vi: 'Đã nhập sai mã khôi phục nhiều lần. Hãy đợi {seconds} giây rồi nhập lại; dữ liệu không thay đổi.',
    en: 'The recovery code was wrong too often. Wait {seconds} seconds, then type it again; nothing was changed.',
  },
  'store.looking-only': {
    vi: 'Dữ liệu bị hỏng nên chỉ mở để xem, không ghi được gì. Hãy khôi phục từ bản sao lưu gần nhất rồi làm việc tiếp.',
    en: 'The store is damaged and open for looking only. Restore the latest backup, then go on working.',
  },
  'store.not-updated': {
    vi: 'Không đưa được dữ liệu lên phiên bản mới ({why}); dữ liệu còn nguyên như cũ. Hãy dùng lại phiên bản Ra Quân trước và báo người hỗ trợ.',
    en: 'The store could not be brought up to date ({why}) and is as it was. Use the previous Ra Quân and tell who supports you.',
  },
  'store.place-synced': {
    vi: 'Thư mục “{folder}” được dịch vụ đám mây đồng bộ; dữ liệu đang dùng đặt ở đó sẽ hỏng. Hãy chọn thư mục trong ổ đĩa của máy này.',
    en: 'The folder “{folder}” is kept in step by a cloud service, which damages a store in use. Choose a folder on this computer’s own disk.',
  },
  'store.place-network': {
    vi: 'Thư mục “{folder}” nằm trên mạng; dữ liệu đang dùng đặt ở đó sẽ hỏng. Hãy chọn thư mục trong ổ đĩa của máy này.',
    en: 'The folder “{folder}” is on the network, which damages a store in use. Choose a folder on this computer’s own disk.',
  },
  'store.stands-synced': {
    vi: 'Dữ liệu đang dùng nằm ở “{folder}”, thư mục được dịch vụ đám mây đồng bộ, dễ hỏng. Vẫn vào làm việc được; hãy chuyển sớm: vào Quản trị → Sao lưu, bấm Sao lưu ngay, rồi khôi phục bản đó vào một thư mục trong ổ đĩa của máy này.',
    en: 'The store in use lies in “{folder}”, which a cloud service keeps in step and may damage. You can go on working; move it soon: in Administration → Backups make a backup, then restore it into a folder on this computer’s own disk.',
  },
  'store.stands-network': {
    vi: 'Dữ liệu đang dùng nằm trên mạng, ở “{folder}”, dễ hỏng khi mạng chập chờn. Vẫn vào làm việc được; hãy chuyển sớm: vào Quản trị → Sao lưu, bấm Sao lưu ngay, rồi khôi phục bản đó vào một thư mục trong ổ đĩa của máy này.',
    en: 'The store in use lies on the network, in “{folder}”, and may be damaged when it falters. You can go on working; move it soon: in Administration → Backups make a backup, then restore it into a folder on this computer’s own disk.',
  },
  'store.stands-removable': {
    vi: 'Dữ liệu đang dùng nằm trên ổ tháo rời, ở “{folder}”; rút ra giữa chừng là hỏng. Vẫn vào làm việc được; hãy chuyển sớm: vào Quản trị → Sao lưu, bấm Sao lưu ngay, rồi khôi phục bản đó vào một thư mục trong ổ đĩa của máy này.',
    en: 'The store in use lies on a removable disk, in “{folder}”; pulling it out damages it. You can go on working; move it soon: in Administration → Backups make a backup, then restore it into a folder on this computer’s own disk.',
  },
  'store.place-removable': {
    vi: 'Thư mục “{folder}” nằm trên ổ tháo rời; rút ra giữa chừng là hỏng dữ liệu. Hãy chọn thư mục trong ổ đĩa của máy này; ổ tháo rời chỉ để cất bản sao lưu.',
    en: 'The folder “{folder}” is on a removable disk. Choose a folder on this computer’s own disk; use the removable one for backups.',
  },
} as const
