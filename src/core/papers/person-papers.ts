import { addMonths } from '../date.ts'
import type { Mau2Record } from '../forms/mau-2.ts'
import type { Tk1Record } from '../forms/tk1.ts'
import type { Person } from '../person.ts'
import type { PaperContext, SignUp } from './facts.ts'
import { marksOf, placeOf } from './marks.ts'

const adulthood = 18 * 12

/** The TK1-TS of one enrolment. */
export function tk1Of(context: PaperContext, signUp: SignUp): Tk1Record {
  const { person, household, signedOn } = signUp
  return {
    ...marksOf(context, signedOn, { recordNumber: String(signUp.id) }),
    ...personBoxes(person),
    birthPlace: person.birthPlace,
    guardian: guardianOf(signUp),
    address: { ...placeOf(context, signUp.commune, signedOn), street: household.address },
    resultDelivery: person.delivery,
    contribution: { scheme: signUp.scheme, income: signUp.income, method: signUp.method },
    change: null,
    request: null,
    attachments: null,
  }
}

/** The Mẫu số 2 of somebody who joins BHYT for the first time. */
export function mau2Of(context: PaperContext, signUp: SignUp): Mau2Record {
  const { person, household, signedOn } = signUp
  const { commune, province } = placeOf(context, signUp.commune, signedOn)
  return {
    ...marksOf(context, signedOn, { recordNumber: String(signUp.id) }),
    ...personBoxes(person),
    delivery: cardDelivery(person),
    address: { street: household.address, commune, province },
    request: null,
    attachments: null,
  }
}

/**
 * How the card comes. Box [10.1] asks between VssID and e-mail, which the sign-up does not: who gave an
 * address gets the card there, as the guide to box [08] of TK1-TS has it (QĐ 366/QĐ-BHXH).
 */
function cardDelivery({ delivery, email }: Person): Mau2Record['delivery'] {
  if (delivery !== 'electronic') return delivery
  return email ? 'email' : 'vssid'
}

function personBoxes(person: Person) {
  const { insuranceNumber, name, sex, birth, nationality, ethnicity } = person
  const { personalNumber, phone, email, careFacility } = person
  return {
    insuranceNumber,
    name,
    sex,
    birth,
    nationality,
    ethnicity,
    personalNumber,
    phone,
    email,
    careFacility,
  }
}

/** Who was named for a minor, or else the head of the household; nobody speaks for the head. */
function guardianOf({ person, household, signedOn }: SignUp): string | null {
  const isMinor = addMonths(person.birth.date, adulthood) > signedOn
  if (!isMinor) return null
  return person.guardian ?? (person.relation === '00' ? null : household.head)
}
