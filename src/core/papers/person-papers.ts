import { addMonths } from '../date.ts'
import type { Mau2Record } from '../forms/mau-2.ts'
import type { Tk1Record } from '../forms/tk1.ts'
import type { Person } from '../person.ts'
import type { PaperContext, SignUp } from './facts.ts'
import { marksOf, placeOf } from './marks.ts'

const adulthood = 18 * 12

/** The TK1-TS of one enrolment. Birth place and way of delivery are not kept, so they stay open. */
export function tk1Of(context: PaperContext, signUp: SignUp): Tk1Record {
  const { person, household, signedOn } = signUp
  return {
    ...marksOf(context, signedOn, { recordNumber: String(signUp.id) }),
    ...personBoxes(person),
    birthPlace: null,
    guardian: guardianOf(signUp),
    address: { ...placeOf(context, signUp.commune, signedOn), street: household.address },
    resultDelivery: null,
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
    delivery: null,
    address: { street: household.address, commune, province },
    request: null,
    attachments: null,
  }
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

/** The head of the household speaks for its minors; nobody speaks for the head. */
function guardianOf({ person, household, signedOn }: SignUp): string | null {
  const isMinor = addMonths(person.birth.date, adulthood) > signedOn
  return isMinor && person.relation !== '00' ? household.head : null
}
