import type { PersonCard, SimilarPerson } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { Birth } from '#core/person.ts'
import type { Scheme, Sex } from '#core/terms.ts'

/** One of two people beside each other, as texts; null is unknown. */
export type Side = {
  name: string
  birth: string | null
  sex: Sex | null
  personalNumber: string | null
  insuranceNumber: string | null
  phone: string | null
  address: string | null
  communeName: string | null
  last: { scheme: Scheme; validTo: string }[]
}

/** A birth date in words, or null. */
export function sayBirth(birth: Birth | null): string | null {
  return birth && formatDate(birth.date, birth.precision)
}

/** Somebody of the book found to be similar. */
export function sideOf(similar: SimilarPerson): Side {
  const { name, birth, sex, personalNumber, insuranceNumber, phone, address, communeName } = similar
  const texts = { personalNumber, insuranceNumber, phone, address, communeName }
  return { name, birth: sayBirth(birth), sex, ...texts, last: similar.last }
}

/** The person whose card is open. */
export function sideOfCard({ person, household, enrolments }: PersonCard): Side {
  const { name, birth, sex, personalNumber, insuranceNumber, phone } = person
  const { address, communeName } = household
  const texts = { personalNumber, insuranceNumber, phone, address, communeName }
  const last = enrolments.filter(({ state }) => state !== 'cancelled')
  return { name, birth: sayBirth(birth), sex, ...texts, last }
}
