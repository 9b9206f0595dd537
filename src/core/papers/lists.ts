import { supportFor } from '../contribution/support.ts'
import type { D03Record, D03Row } from '../forms/d03.ts'
import type { D05Record, D05Row } from '../forms/d05.ts'
import { share } from '../money.ts'
import { rowOn } from '../policy-row.ts'
import type { SupportGroup } from '../terms.ts'
import type { PaperContext, SignUp } from './facts.ts'
import { collectorHead, marksOf, placeOf } from './marks.ts'

const province = '01'

function homeOf(context: PaperContext, signUp: SignUp): string {
  const { commune, district } = placeOf(context, signUp.commune, signUp.signedOn)
  return [signUp.household.address, commune, district].filter(Boolean).join(', ')
}

function commonCells(context: PaperContext, signUp: SignUp) {
  const { person, validFrom, months } = signUp
  return {
    name: person.name,
    insuranceNumber: person.insuranceNumber,
    personalNumber: person.personalNumber,
    birth: person.birth,
    address: homeOf(context, signUp),
    receiptOn: signUp.receiptDate,
    receiptNumber: signUp.receiptNumber,
    from: validFrom.slice(0, 7),
    months,
    collectorCode: null,
  }
}

/** List D05-TS of a day's sign-ups to BHXH tự nguyện. A stop is never entered here, so nobody is under Giảm. */
export function d05Of(
  context: PaperContext,
  edition: string,
  signUps: readonly [SignUp, ...SignUp[]],
): D05Record {
  const [first] = signUps
  return {
    ...marksOf(context, first.signedOn),
    ...collectorHead(context, first.collector),
    listNumber: null,
    increases: signUps.map((signUp) => d05Row(context, edition, signUp)),
    decreases: [],
    books: signUps.filter((signUp) => signUp.kind === 'first').length,
  }
}

const changes = { first: 'tăng tham gia lần đầu', returning: 'đăng ký lại', renewing: 'đóng tiếp' }
// QĐ 490 has no column for it: collecting software writes these words under Ghi chú.
const notes = { first: 'Tăng_mới', returning: 'Tăng_mới', renewing: 'Đóng_tiếp' }

function d05Row(context: PaperContext, edition: string, signUp: SignUp): D05Row {
  const group = signUp.supportGroup as SupportGroup
  const { statePercent, localPercent } = supportFor(
    context.policy,
    signUp.signedOn,
    [group],
    province,
  )
  return {
    ...commonCells(context, signUp),
    income: signUp.income,
    due: signUp.gross,
    payer: signUp.payer,
    statePercent: signUp.state > 0 ? statePercent : null,
    stateAmount: signUp.state,
    localPercent: signUp.local > 0 ? localPercent : null,
    localAmount: signUp.local || null,
    otherPercent: null,
    otherAmount: null,
    delivery: signUp.person.delivery,
    change: changes[signUp.kind],
    note: edition === 'QD490' ? notes[signUp.kind] : null,
  }
}

/** List D03-TS of a day's sign-ups to BHYT by household; the base is what the ladder leaves of it. */
export function d03Of(context: PaperContext, signUps: readonly [SignUp, ...SignUp[]]): D03Record {
  const [first] = signUps
  const head = collectorHead(context, first.collector)
  return {
    ...marksOf(context, first.signedOn),
    unit: head.organisation,
    unitCode: head.organisationCode,
    taxCode: null,
    address: null,
    phone: null,
    email: null,
    listNumber: null,
    group: 'Hộ gia đình',
    groupCode: 'GD',
    baseSalary: rowOn(context.policy.amounts.baseSalary, first.signedOn)?.value ?? null,
    source: null,
    statePercent: null,
    increases: signUps.map((signUp) => d03Row(context, signUp)),
    decreases: [],
    cards: signUps.length,
  }
}

function d03Row(context: PaperContext, signUp: SignUp): D03Row {
  return {
    ...commonCells(context, signUp),
    sex: signUp.person.sex,
    careFacility: signUp.person.careFacility,
    base: baseOf(context, signUp),
    localSupport: signUp.local || null,
    otherSupport: null,
    note: notes[signUp.kind],
  }
}

function baseOf({ policy }: PaperContext, { position, signedOn }: SignUp): number | null {
  const salary = rowOn(policy.amounts.baseSalary, signedOn)?.value
  const ladder = rowOn(policy.health.ladder, signedOn)?.value
  if (salary === undefined || !ladder) return null
  if (position === null) return salary
  return share(salary, ladder[Math.min(position, ladder.length) - 1] ?? 100, 100)
}
