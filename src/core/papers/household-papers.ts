import type { HouseholdAnnexRecord } from '../forms/household-annex.ts'
import type { Mau4Record } from '../forms/mau-4.ts'
import type { QuoteRecord } from '../forms/quote.ts'
import { placeNames } from '../forms/record.ts'
import { relations } from '../household.ts'
import type { Person } from '../person.ts'
import { rowOn } from '../policy-row.ts'
import type { PaperContext, SignUp } from './facts.ts'
import { collectorHead, marksOf, officeHead, placeOf } from './marks.ts'

/** A relation to the head in words; a code we do not know stays open. */
function relationWords({ relation }: Person): string | null {
  return relation in relations ? relations[relation as keyof typeof relations].vi : null
}

/** The annex of a household: everybody in it, whoever signs up. The paper book ended in 2023. */
export function annexOf(
  context: PaperContext,
  signUp: SignUp,
  members: readonly Person[],
): HouseholdAnnexRecord {
  const { household, signedOn } = signUp
  return {
    ...marksOf(context, signedOn, { recordNumber: String(household.id) }),
    head: household.head,
    householdBook: null,
    householdNumber: null,
    phone: household.phone,
    address: {
      ...placeOf(context, signUp.commune, signedOn),
      street: household.address,
      hamlet: null,
    },
    members: members.map((person) => ({
      name: person.name,
      insuranceNumber: person.insuranceNumber,
      birth: person.birth,
      sex: person.sex,
      nationality: person.nationality,
      ethnicity: person.ethnicity,
      birthPlace: person.birthPlace && placeNames(person.birthPlace),
      relation: relationWords(person),
      personalNumber: person.personalNumber,
      note: null,
    })),
  }
}

/** The Mẫu số 4 of a household's members who join BHYT on one day. */
export function mau4Of(context: PaperContext, signUps: readonly [SignUp, ...SignUp[]]): Mau4Record {
  const [first] = signUps
  const { household, signedOn } = first
  const { commune, province } = placeOf(context, first.commune, signedOn)
  const salary = rowOn(context.policy.amounts.baseSalary, signedOn)
  return {
    ...marksOf(context, signedOn, { recordNumber: String(household.id) }),
    ...collectorHead(context, first.collector),
    head: household.head,
    phone: household.phone,
    address: { street: household.address, commune, province },
    members: signUps.map((signUp) => ({
      name: signUp.person.name,
      insuranceNumber: signUp.person.insuranceNumber,
      personalNumber: signUp.person.personalNumber,
      birth: signUp.person.birth,
      careFacility: signUp.person.careFacility,
      base: salary?.value ?? null,
      relation: relationWords(signUp.person),
      supportPercent: supportPercent(context, signUp),
      card: signUp.person.delivery,
      months: signUp.months,
    })),
  }
}

function supportPercent({ policy }: PaperContext, signUp: SignUp): number | null {
  if (signUp.state === 0) return null
  const own = policy.health.supports.filter((row) => row.value.group === signUp.supportGroup)
  return rowOn(own, signUp.signedOn)?.value.percent ?? null
}

/** The quote of a household: the amounts charged, with the derivation kept beside them. */
export function quoteOf(
  context: PaperContext,
  signUps: readonly [SignUp, ...SignUp[]],
): QuoteRecord {
  const [first] = signUps
  const { household, signedOn } = first
  const { commune, district, province } = placeOf(context, first.commune, signedOn)
  const sources = signUps.flatMap(({ basis }) => basis.map(({ source }) => source))
  return {
    ...marksOf(context, signedOn, { recordNumber: String(household.id) }),
    kind: 'payment',
    office: officeHead(context),
    head: household.head,
    address: [household.address, commune, district, province].filter(Boolean).join(', '),
    phone: household.phone,
    lines: signUps.map((signUp) => ({
      name: signUp.person.name,
      scheme: signUp.scheme,
      months: signUp.months,
      validFrom: signUp.validFrom,
      validTo: signUp.validTo,
      gross: signUp.gross,
      state: signUp.state,
      local: signUp.local,
      payer: signUp.payer,
      derivation: signUp.derivation,
    })),
    basis: [...new Set(sources)],
    notices: [],
    clerk: first.createdBy,
  }
}
