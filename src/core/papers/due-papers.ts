import { formatDate } from '../date.ts'
import type { DueListRecord } from '../forms/due-list.ts'
import type { ReminderRecord } from '../forms/reminder.ts'
import { payBy, warnContinuity } from '../renewal.ts'
import type { PaperContext, PaperFacts, SignUp } from './facts.ts'
import { marksOf, officeHead, placeOf } from './marks.ts'

/** The last day to pay for what follows an enrolment. */
function lastDayToPay({ policy }: PaperContext, signUp: SignUp): string {
  const { id, scheme, signedOn, validTo, months, income, method, supportGroup, collector } = signUp
  const term = { scheme, signedOn, validTo, months, income, method, supportGroup, collector }
  return payBy(
    { ...term, enrolmentId: id, personId: signUp.person.id, occupation: 'other' },
    policy,
  )
}

/** The letter that reminds somebody to go on; a card near five years says so. */
export function reminderOf(
  context: PaperContext,
  day: string,
  signUp: SignUp,
  { amounts, cards }: Pick<PaperFacts, 'amounts' | 'cards'>,
): ReminderRecord {
  const { person, household, scheme } = signUp
  const { commune, district, province } = placeOf(context, signUp.commune, signUp.signedOn)
  const five = scheme === 'bhyt-hgd' ? warnContinuity(cards, day, context.policy) : null
  return {
    ...marksOf(context, day, { recordNumber: String(signUp.id) }),
    office: officeHead(context),
    letterNumber: null,
    name: person.name,
    address: [household.address, commune, district, province].filter(Boolean).join(', '),
    scheme,
    insuranceNumber: person.insuranceNumber,
    validTo: signUp.validTo,
    payBy: lastDayToPay(context, signUp),
    months: signUp.months,
    amount: amounts.get(signUp.id) ?? null,
    payAt: null,
    notes: five?.isNear ? [five.text] : [],
    contact: { name: null, phone: null },
    signer: { title: 'Giám đốc', name: null },
  }
}

/** The list of people due (D08a-TS), by scheme and then as given. */
export function dueListOf(
  context: PaperContext,
  day: string,
  signUps: readonly SignUp[],
): DueListRecord {
  const schemes = ['bhxh-tn', 'bhyt-hgd'] as const
  const inOrder = schemes.flatMap((scheme) => signUps.filter((each) => each.scheme === scheme))
  return {
    ...marksOf(context, day),
    superior: 'Bảo hiểm xã hội Thành phố Hà Nội',
    officeName: context.office.name,
    listNumber: null,
    month: day.slice(0, 7),
    rows: inOrder.map((signUp) => ({
      name: signUp.person.name,
      insuranceNumber: signUp.person.insuranceNumber,
      birth: signUp.person.birth,
      scheme: signUp.scheme,
      address: [signUp.household.address, signUp.commune.name].filter(Boolean).join(', '),
      dueOn: lastDayToPay(context, signUp),
      note: noteOf(signUp),
    })),
  }
}

function noteOf({ validTo, person, household }: SignUp): string {
  const phone = person.phone ?? household.phone
  return [`hết ${formatDate(validTo)}`, phone && `ĐT ${phone}`].filter(Boolean).join('; ')
}
