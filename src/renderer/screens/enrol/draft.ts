import type { BhytChoice } from '#core/enrolment.ts'
import type { Relation } from '#core/household.ts'
import type {
  Collector,
  Occupation,
  ParticipationKind,
  PaymentMethod,
  Sex,
  SupportGroup,
} from '#core/terms.ts'
import { makeDraft } from '../../components/draft-store.ts'

/** A row of the sign-up as typed: texts stay as the clerk wrote them; `''` is not chosen yet. */
export type MemberForm = {
  rowId: string
  id: number | null
  relation: Relation | ''
  name: string
  birth: string
  sex: Sex | ''
  personalNumber: string
  insuranceNumber: string
  phone: string
  occupation: Occupation | ''
  ethnicity: string
  nationality: string
  email: string
  careFacility: string
  birthPlace: string
  guardian: string
  delivery: 'electronic' | 'paper' | ''
  bhxhOn: boolean
  bhxhKind: ParticipationKind | ''
  bhxhNote: string
  income: string
  method: PaymentMethod | ''
  declaredUntil: string
  group: SupportGroup
  bhytOn: boolean
  bhytKind: ParticipationKind | ''
  bhytNote: string
  months: `${BhytChoice['months']}`
  support: BhytChoice['support']
  cardEnds: string
}

/** A household sign-up as typed. `removed` is the row taken out last, for undoing. */
export type EnrolForm = {
  key: string
  householdId: number | null
  commune: string | null
  address: string
  phone: string
  signedOn: string
  collector: Collector | ''
  conferenceId: string
  members: MemberForm[]
  removed: { member: MemberForm; index: number } | null
}

/** An empty row; the kind follows the suggestion until the clerk chooses one. */
export function emptyMember(relation: Relation | '' = ''): MemberForm {
  return {
    rowId: crypto.randomUUID(),
    id: null,
    relation,
    name: '',
    birth: '',
    sex: '',
    personalNumber: '',
    insuranceNumber: '',
    phone: '',
    occupation: '',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    email: '',
    careFacility: '',
    birthPlace: '',
    guardian: '',
    delivery: '',
    bhxhOn: false,
    bhxhKind: '',
    bhxhNote: '',
    income: '',
    method: '',
    declaredUntil: '',
    group: 'other',
    bhytOn: false,
    bhytKind: '',
    bhytNote: '',
    months: '12',
    support: 'none',
    cardEnds: '',
  }
}

/** A new sign-up; place, collecting point and conference carry over from the one before. */
export function newForm(signedOn: string, before?: EnrolForm): EnrolForm {
  return {
    key: crypto.randomUUID(),
    householdId: null,
    commune: before?.commune ?? null,
    address: '',
    phone: '',
    signedOn: before?.signedOn ?? signedOn,
    collector: before?.collector ?? '',
    conferenceId: before?.conferenceId ?? '',
    members: [emptyMember('00')],
    removed: null,
  }
}

/** Whether a row holds anything worth keeping. */
export function isTyped(member: MemberForm): boolean {
  const { name, birth, personalNumber, insuranceNumber, phone, bhxhOn, bhytOn } = member
  return [name, birth, personalNumber, insuranceNumber, phone].some(Boolean) || bhxhOn || bhytOn
}

/** Whether a sign-up holds anything that would be lost. */
export function isDirty(form: EnrolForm | null): boolean {
  if (!form) return false
  return form.address !== '' || form.phone !== '' || form.members.some(isTyped)
}

/** The sign-up being typed. */
export const draftStore = makeDraft<EnrolForm>()

/** The sign-up being typed, or null before the screen was opened. */
export function useDraft(): EnrolForm | null {
  return draftStore.use()
}
