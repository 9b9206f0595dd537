import type { Phrase } from '../messages.ts'

/** What can go wrong with the people who sign in and their rights. */
export const staffProblems = {
  'session.not-allowed': {
    vi: 'Vai trò của bạn không được làm việc này. Hãy nhờ thủ trưởng hoặc người quản trị của đơn vị.',
    en: 'Your role may not do this. Ask the head or the administrator of the office.',
  },
  'session.pin-given': {
    vi: 'Mã PIN này do người khác đặt. Hãy đổi mã PIN trước khi làm việc.',
    en: 'Somebody else chose this PIN. Change it before you go on.',
  },
  'staff.no-head': {
    vi: 'Đơn vị phải còn ít nhất một thủ trưởng đăng nhập được. Hãy thêm thủ trưởng khác trước.',
    en: 'At least one head must be able to sign in. Add another head first.',
  },
  'staff.same-name': {
    vi: 'Đã có người tên “{name}”. Hãy thêm tên đệm hoặc chức danh để phân biệt.',
    en: 'There is already a “{name}”. Add a middle name or a title to tell them apart.',
  },
  'staff.unknown': {
    vi: 'Không còn thấy người này. Hãy mở lại danh sách.',
    en: 'This person is no longer there. Open the list again.',
  },
  'staff.self': {
    vi: 'Bạn không thể tự đổi vai trò hoặc tự khóa tài khoản của mình. Hãy nhờ người khác có quyền.',
    en: 'You cannot change your own role or switch yourself off. Ask somebody else with the right.',
  },
  'staff.same-pin': {
    vi: 'Mã PIN mới phải khác mã cũ.',
    en: 'The new PIN must differ from the old one.',
  },
} as const satisfies Record<string, Phrase>
