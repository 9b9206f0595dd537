import type { EnrolmentState } from '../enrolment.ts'
import type { Phrase } from '../messages.ts'
import type { TargetMeasure } from '../target.ts'
import type {
  Collector,
  ConferenceKind,
  ConferenceState,
  LeadOutcome,
  Occupation,
  Organiser,
  ParticipationKind,
  PaymentMethod,
  PeriodKind,
  Role,
  Scheme,
  Sex,
  SupportGroup,
} from '../terms.ts'

const scheme: Record<Scheme, Phrase> = {
  'bhxh-tn': { vi: 'BHXH tự nguyện', en: 'Voluntary SI' },
  'bhyt-hgd': { vi: 'BHYT hộ gia đình', en: 'Household HI' },
}

const schemeShort: Record<Scheme, Phrase> = {
  'bhxh-tn': { vi: 'BHXH TN', en: 'Voluntary SI' },
  'bhyt-hgd': { vi: 'BHYT HGĐ', en: 'Household HI' },
}

const kind: Record<ParticipationKind, Phrase> = {
  first: { vi: 'Lần đầu', en: 'First time' },
  returning: { vi: 'Tham gia lại', en: 'Returning' },
  renewing: { vi: 'Đóng tiếp', en: 'Renewing' },
}

const collector: Record<Collector, Phrase> = {
  post: { vi: 'Bưu điện', en: 'Post office' },
  'service-organisation': { vi: 'Tổ chức dịch vụ thu khác', en: 'Other service organisation' },
  'office-counter': { vi: 'Tại quầy BHXH', en: 'Our own counter' },
}

const occupation: Record<Occupation, Phrase> = {
  trader: { vi: 'Buôn bán', en: 'Trader' },
  'small-business': { vi: 'Kinh doanh', en: 'Small business' },
  freelancer: { vi: 'Lao động tự do', en: 'Freelancer' },
  'boarding-house-owner': { vi: 'Chủ nhà trọ', en: 'Boarding-house owner' },
  other: { vi: 'Khác', en: 'Other' },
}

const sex: Record<Sex, Phrase> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
}

const method: Record<PaymentMethod, Phrase> = {
  '1m': { vi: '1 tháng', en: '1 month' },
  '3m': { vi: '3 tháng', en: '3 months' },
  '6m': { vi: '6 tháng', en: '6 months' },
  '12m': { vi: '12 tháng', en: '12 months' },
  '2y': { vi: '2 năm về sau', en: '2 years ahead' },
  '3y': { vi: '3 năm về sau', en: '3 years ahead' },
  '4y': { vi: '4 năm về sau', en: '4 years ahead' },
  '5y': { vi: '5 năm về sau', en: '5 years ahead' },
  missing: { vi: 'Thời gian còn thiếu', en: 'Missing months' },
}

const group: Record<SupportGroup, Phrase> = {
  poor: { vi: 'Hộ nghèo', en: 'Poor household' },
  'near-poor': { vi: 'Hộ cận nghèo', en: 'Near-poor household' },
  ethnic: { vi: 'Dân tộc thiểu số', en: 'Ethnic minority' },
  other: { vi: 'Khác', en: 'Other' },
}

const support: Record<'none' | 'near-poor' | 'agri', Phrase> = {
  none: { vi: 'Không', en: 'None' },
  'near-poor': { vi: 'Cận nghèo', en: 'Near-poor household' },
  agri: {
    vi: 'Nông, lâm, ngư nghiệp mức sống trung bình',
    en: 'Farming household of average means',
  },
}

const conferenceKind: Record<ConferenceKind, Phrase> = {
  conference: { vi: 'Hội nghị tư vấn', en: 'Conference' },
  'small-group': { vi: 'Nhóm nhỏ', en: 'Small group' },
}

const conferenceState: Record<ConferenceState, Phrase> = {
  planned: { vi: 'Dự kiến', en: 'Planned' },
  held: { vi: 'Đã tổ chức', en: 'Held' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

const leadState: Record<LeadOutcome | 'open' | 'joined', Phrase> = {
  open: { vi: 'Chưa liên hệ', en: 'Not called yet' },
  'will-join': { vi: 'Sẽ tham gia', en: 'Will join' },
  thinking: { vi: 'Đang cân nhắc', en: 'Thinking' },
  refused: { vi: 'Không tham gia', en: 'Will not join' },
  'no-answer': { vi: 'Không liên lạc được', en: 'No answer' },
  joined: { vi: 'Đã đăng ký', en: 'Joined' },
}

const organiser: Record<Organiser, Phrase> = {
  bhxh: { vi: 'Cơ quan BHXH', en: 'Social insurance office' },
  post: { vi: 'Bưu điện', en: 'Post office' },
  'people-committee': { vi: 'Ủy ban nhân dân', en: 'People’s committee' },
  association: { vi: 'Hội, đoàn thể', en: 'Association' },
}

const periodKind: Record<PeriodKind, Phrase> = {
  'launch-day': { vi: 'Ngày ra quân', en: 'Launch day' },
  day: { vi: 'Ngày', en: 'Day' },
  week: { vi: 'Tuần', en: 'Week' },
  month: { vi: 'Tháng', en: 'Month' },
  campaign: { vi: 'Đợt cao điểm', en: 'Campaign' },
}

const role: Record<Role, Phrase> = {
  clerk: { vi: 'Cán bộ nhập', en: 'Clerk' },
  head: { vi: 'Thủ trưởng', en: 'Head' },
  viewer: { vi: 'Lãnh đạo chỉ xem', en: 'Viewer' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
}

const state: Record<EnrolmentState, Phrase> = {
  draft: { vi: 'Nháp', en: 'Draft' },
  registered: { vi: 'Đã ghi tại đây', en: 'Recorded here' },
  paid: { vi: 'Đã thu tiền', en: 'Paid' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

const measure: Record<TargetMeasure, Phrase> = {
  joiners: { vi: 'Người tham gia', en: 'People who join' },
  'first-time-persons': { vi: 'Người tham gia lần đầu', en: 'First-time joiners' },
  conferences: { vi: 'Hội nghị', en: 'Conferences' },
  'bhxh-tn-persons': { vi: 'Người tham gia BHXH tự nguyện', en: 'Voluntary SI participants' },
  'bhyt-hgd-persons': { vi: 'Người tham gia BHYT hộ gia đình', en: 'Household HI participants' },
}

/** How each term of the office is said on screen, by its value. */
export const termTexts = {
  scheme,
  schemeShort,
  kind,
  collector,
  occupation,
  sex,
  method,
  group,
  support,
  conferenceKind,
  conferenceState,
  leadState,
  organiser,
  periodKind,
  role,
  state,
  measure,
}
