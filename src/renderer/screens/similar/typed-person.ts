import type { TypedPerson } from '#core/contract/registry-calls.ts'
import type { PersonCard } from '#core/contract.ts'
import { parseDate } from '#core/date.ts'
import { parseInsuranceNumber, parsePersonalNumber } from '#core/identifiers.ts'
import { longestName } from '#core/person.ts'
import { parsePhone } from '#core/phone.ts'
import type { Result } from '#core/result.ts'
import { communeRef } from '../../components/commune.ts'
import type { EnrolForm, MemberForm } from '../enrol/draft.ts'

const orNull = <T>(result: Result<T>): T | null => (result.ok ? result.value : null)

/** What is known so far of a person being typed; null while it is too little to compare. */
export function readTyped(form: EnrolForm, member: MemberForm, today: string): TypedPerson | null {
  const name = member.name.trim().slice(0, longestName)
  const birth = orNull(parseDate(member.birth, { today, past: true, allowYear: true }))
  const personalNumber = orNull(parsePersonalNumber(member.personalNumber))
  const insuranceNumber = orNull(parseInsuranceNumber(member.insuranceNumber))
  const phone = orNull(parsePhone(member.phone))
  const isNamed = name.includes(' ') && (birth !== null || phone !== null)
  if (!isNamed && personalNumber === null && insuranceNumber === null) return null
  return {
    id: member.id,
    name,
    birth,
    sex: member.sex || null,
    personalNumber,
    insuranceNumber,
    phone,
    householdId: form.householdId,
    commune: form.commune === null ? null : communeRef(form.commune),
    address: form.address.trim().slice(0, longestName) || null,
  }
}

/** A person of the book, as others are compared with them. */
export function typedOfCard({ person, household }: PersonCard): TypedPerson {
  const { id, name, birth, sex, personalNumber, insuranceNumber, phone } = person
  return {
    id,
    name,
    birth,
    sex,
    personalNumber,
    insuranceNumber,
    phone,
    householdId: household.id,
    commune: household.commune,
    address: household.address,
  }
}
