import { formatDate } from '#core/date.ts'
import type { HouseholdEnrolmentDraft, MemberDraft } from '#core/enrolment.ts'
import { placeNames } from '#core/forms/record.ts'
import type { Phrase } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import { communeKey } from '../../components/commune.ts'
import { makeDraft } from '../../components/draft-store.ts'
import { type EnrolForm, emptyMember, type MemberForm } from '../enrol/draft.ts'

/** What must be looked over in the sign-up with this key; `member` is the row, from 0. */
export type RenewalNotes = { key: string; notices: { member: number | null; text: Phrase }[] }

/** The notes about the renewal being typed. */
export const renewalNotes = makeDraft<RenewalNotes>()

/** A renewal as the sign-up screen holds it while it is typed. */
export function formOf(draft: HouseholdEnrolmentDraft): EnrolForm {
  const { key, household, signedOn, collector, conferenceId, members } = draft
  return {
    key,
    householdId: household.id,
    commune: communeKey(household.commune),
    address: household.address,
    phone: household.phone ?? '',
    signedOn: formatDate(signedOn),
    collector,
    conferenceId: conferenceId === null ? '' : String(conferenceId),
    members: members.map(memberOf),
    removed: null,
  }
}

/** The kind stays open, so that it follows the rules of the day the sign-up is saved. */
function memberOf({ person, relation, occupation, bhxh, bhyt }: MemberDraft): MemberForm {
  return {
    ...emptyMember(relation),
    id: person.id,
    name: person.name,
    birth: formatDate(person.birth.date, person.birth.precision),
    sex: person.sex,
    personalNumber: person.personalNumber ?? '',
    insuranceNumber: person.insuranceNumber ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    ethnicity: person.ethnicity ?? '',
    nationality: person.nationality,
    careFacility: person.careFacility ?? '',
    birthPlace: (person.birthPlace && placeNames(person.birthPlace)) ?? '',
    guardian: person.guardian ?? '',
    delivery: person.delivery ?? '',
    occupation,
    ...(bhxh && {
      bhxhOn: true,
      income: formatMoney(bhxh.income),
      method: bhxh.method,
      group: bhxh.group,
    }),
    ...(bhyt && {
      bhytOn: true,
      months: `${bhyt.months}` as const,
      support: bhyt.support,
      cardEnds: bhyt.cardEnds === null ? '' : formatDate(bhyt.cardEnds),
    }),
  }
}
