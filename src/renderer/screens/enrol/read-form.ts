import type { Priced } from '#core/contract.ts'
import type { HouseholdEnrolmentDraft, PriceRequest } from '#core/enrolment.ts'
import { parseInsuranceNumber, parsePersonalNumber } from '#core/identifiers.ts'
import { parsePhone } from '#core/phone.ts'
import type { Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { communeRef } from '../../components/commune.ts'
import { noting, readDay, type Wrongs } from '../../components/reading.ts'
import type { EnrolForm, MemberForm } from './draft.ts'
import { readBhxh, readBhyt, readMember, type SuggestedKinds } from './read-member.ts'

/** The kinds that a price answer suggests for a row. */
export function suggestedKinds(priced: Priced['members'][number] | undefined): SuggestedKinds {
  return { bhxh: priced?.bhxh?.suggestedKind, bhyt: priced?.bhyt?.suggestedKind }
}

const orNull = <T>(result: Result<T>): T | null => (result.ok ? result.value : null)

function priceMember(
  form: MemberForm,
  today: string,
  kinds: SuggestedKinds,
): PriceRequest['members'][number] {
  const ignored: Wrongs = {}
  return {
    person: {
      id: form.id,
      personalNumber: orNull(parsePersonalNumber(form.personalNumber)),
      insuranceNumber: orNull(parseInsuranceNumber(form.insuranceNumber)),
    },
    bhxh: readBhxh(form, kinds.bhxh ?? 'first', today, ignored),
    bhyt: readBhyt(form, kinds.bhyt ?? 'first', today, ignored),
  }
}

/** What can be priced of a sign-up that is still being typed; null until the signing date is right. */
export function readPriceRequest(
  form: EnrolForm,
  today: string,
  priced: Priced | undefined,
): PriceRequest | null {
  const signedOn = readDay(form.signedOn, today)
  if (!signedOn.ok) return null
  return {
    signedOn: signedOn.value,
    household: {
      id: form.householdId,
      commune: form.commune === null ? null : communeRef(form.commune),
    },
    members: form.members.map((member, index) =>
      priceMember(member, today, suggestedKinds(priced?.members[index])),
    ),
  }
}

/** Reads the boxes of the household, above the rows. */
export function readHousehold(form: EnrolForm, today: string) {
  const wrong: Wrongs = {}
  const { required, optional } = noting(wrong)
  const commune = required('household.commune', form.commune)
  const address = required('household.address', cleanText(form.address))
  const phone = optional('household.phone', form.phone, parsePhone)
  const signedOn = required('signedOn', form.signedOn.trim(), (text) => readDay(text, today, true))
  const collector = required('collector', form.collector)
  return { commune, address, phone, signedOn, collector, wrong }
}

/** Reads the whole sign-up: the draft when every box is right, and what is wrong by box otherwise. */
export function readForm(
  form: EnrolForm,
  today: string,
  priced: Priced | undefined,
): { draft: HouseholdEnrolmentDraft | null; wrong: Wrongs } {
  const { commune, address, phone, signedOn, collector, wrong } = readHousehold(form, today)
  const members = form.members.map((member, index) => {
    const read = readMember(member, today, suggestedKinds(priced?.members[index]))
    for (const [path, what] of Object.entries(read.wrong)) wrong[`members.${index}.${path}`] = what
    return read.draft
  })
  const whole = members.filter((member) => member !== null)
  if (!commune || !address || !signedOn || !collector) return { draft: null, wrong }
  if (Object.keys(wrong).length > 0) return { draft: null, wrong }
  return {
    wrong,
    draft: {
      key: form.key,
      signedOn,
      household: { id: form.householdId, commune: communeRef(commune), address, phone },
      collector,
      conferenceId: form.conferenceId === '' ? null : Number(form.conferenceId),
      members: whole,
    },
  }
}
