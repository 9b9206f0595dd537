import type { Phrase } from '../messages.ts'

/** Words of the screen for conferences and small-group sessions. */
export const conferenceTexts = {
  title: { vi: 'Hội nghị và nhóm nhỏ', en: 'Conferences and small groups' },
  list: { vi: 'Danh sách', en: 'List' },
  empty: { vi: 'Chưa ghi hội nghị nào.', en: 'No conference yet.' },
  emptyHint: {
    vi: 'Nhập hội nghị đầu tiên ở bên cạnh, rồi nhấn Ctrl+Enter để lưu.',
    en: 'Enter the first one beside this list, then press Ctrl+Enter.',
  },
  newOne: { vi: 'Hội nghị mới', en: 'New conference' },
  editing: { vi: 'Sửa hội nghị số {id}', en: 'Edit conference {id}' },
  add: { vi: 'Ghi hội nghị mới', en: 'New conference' },
  open: { vi: 'Mở dòng để sửa', en: 'Open the row' },
  toList: { vi: 'Tới danh sách', en: 'Go to the list' },
  save: { vi: 'Lưu hội nghị', en: 'Save the conference' },
  saved: { vi: 'Đã lưu hội nghị số {id}.', en: 'Conference {id} is saved.' },
  kind: { vi: 'Hình thức', en: 'Kind' },
  heldOn: { vi: 'Ngày tổ chức', en: 'Held on' },
  startsAt: { vi: 'Giờ bắt đầu', en: 'Starts at' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  place: { vi: 'Địa điểm', en: 'Place' },
  organisers: { vi: 'Đơn vị tổ chức', en: 'Organisers' },
  speakers: { vi: 'Người trình bày', en: 'Speakers' },
  attendees: { vi: 'Số người dự', en: 'Attendees' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  signUps: { vi: 'Đã đăng ký', en: 'Signed up' },
  signUpsHint: {
    vi: 'Đã có {n} người đăng ký qua buổi này (tự đếm từ sổ đăng ký).',
    en: '{n} people signed up through it (counted from the register).',
  },
  when: { vi: 'Thời gian', en: 'When' },
  dropTitle: { vi: 'Bỏ hội nghị đang nhập?', en: 'Drop this conference?' },
  dropText: {
    vi: 'Những gì vừa nhập chưa lưu. Nếu bỏ, chúng sẽ mất.',
    en: 'What was typed is not saved. Dropping it loses it.',
  },
  dropYes: { vi: 'Bỏ', en: 'Drop it' },
  dropNo: { vi: 'Tiếp tục nhập', en: 'Keep typing' },
} as const satisfies Record<string, Phrase>
