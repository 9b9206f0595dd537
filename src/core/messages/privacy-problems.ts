import type { Phrase } from '../messages.ts'

/** What can go wrong with personal data: erasing, requests, consent, wordings. */
export const privacyProblems = {
  'privacy.must-keep': {
    vi: 'Chưa xóa được: còn {n} lượt ghi danh chưa hủy mà luật buộc đơn vị lưu. Hãy từ chối yêu cầu với lý do này (Luật 91/2025/QH15 Điều 14), hoặc đặt thời hạn lưu hồ sơ (Quản trị, Dữ liệu cá nhân) nếu đã có văn bản.',
    en: 'Not erased: {n} sign-ups that were not cancelled must be kept by law. Refuse the request for this reason (Law 91/2025 Article 14), or set the term for such records where a document gives one.',
  },
  'privacy.keep-until': {
    vi: 'Chưa xóa được: hồ sơ phải lưu đến ngày {date} theo {source}. Hãy từ chối yêu cầu với lý do này.',
    en: 'Not erased: the record must be kept until {date} by {source}. Refuse the request for this reason.',
  },
  'privacy.erased': {
    vi: 'Dữ liệu của người này đã được xóa theo quyết định của thủ trưởng; chỉ còn số đếm và số tiền. Xem lý do trong biên bản hủy.',
    en: 'This person’s data were erased by decision of the head; only counts and money are left. See the record of destruction for the reason.',
  },
  'privacy.request-unknown': {
    vi: 'Không tìm thấy yêu cầu này. Hãy mở lại danh sách yêu cầu.',
    en: 'There is no such request. Open the list of requests again.',
  },
  'privacy.request-closed': {
    vi: 'Yêu cầu này đã giải quyết xong. Nếu người dân yêu cầu thêm, hãy ghi một yêu cầu mới.',
    en: 'This request is closed. Note a new one if the person asks again.',
  },
  'privacy.extended': {
    vi: 'Yêu cầu này không gia hạn được nữa. Hãy giải quyết đúng hạn đã ghi.',
    en: 'This request cannot be given more time. Deal with it by its deadline.',
  },
  'privacy.received-later': {
    vi: 'Ngày nhận yêu cầu không được sau hôm nay. Hãy nhập lại ngày nhận.',
    en: 'A request cannot have come in after today. Enter the day again.',
  },
  'privacy.withdrawn': {
    vi: 'Tên và liên hệ của người này đã xóa vì không đồng ý lưu hoặc đã rút lại sự đồng ý. Nếu họ đồng ý, hãy ghi một dòng mới.',
    en: 'Name and contact of this person were erased: they did not agree to be kept, or withdrew consent. Add a new line if they agree.',
  },
  'privacy.no-consent': {
    vi: 'Người này chưa đồng ý lưu thông tin nên không có gì để rút lại.',
    en: 'This person did not agree to be kept, so there is nothing to withdraw.',
  },
  'privacy.term-too-short': {
    vi: 'Thời hạn lưu của mục này không được ngắn hơn {least} tháng. Hãy nhập số tháng dài hơn hoặc để trống để giữ.',
    en: 'Records of this kind are kept for at least {least} months. Enter more, or leave it empty to keep them.',
  },
  'privacy.not-due': {
    vi: 'Hồ sơ này chưa hết thời hạn lưu nên chưa được hủy. Hãy mở lại danh sách rà soát.',
    en: 'The term of this record is not over, so it is not destroyed yet. Open the review list again.',
  },
  'privacy.breach-later': {
    vi: 'Lúc phát hiện sự cố không được sau bây giờ. Hãy nhập lại ngày giờ.',
    en: 'A breach cannot have been found after now. Enter the time again.',
  },
  'privacy.breach-unknown': {
    vi: 'Không tìm thấy biên bản sự cố này. Hãy mở lại danh sách sự cố.',
    en: 'There is no such breach. Open the list again.',
  },
} as const satisfies Record<string, Phrase>
