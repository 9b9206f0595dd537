import type { Person, PersonDraft } from './person.ts'

/**
 * The data a kept person goes on with: their own, and what they lack from the dropped one. A birth date
 * of which only the year was known is completed when the year is the same.
 */
export function mergedPerson(keep: Person, drop: Person): PersonDraft {
  const { householdId: _household, relation: _relation, position: _position, ...own } = keep
  const isYearOnly = keep.birth.precision === 'year' && drop.birth.precision === 'day'
  const sameYear = keep.birth.date.slice(0, 4) === drop.birth.date.slice(0, 4)
  return {
    ...own,
    birth: isYearOnly && sameYear ? drop.birth : keep.birth,
    personalNumber: keep.personalNumber ?? drop.personalNumber,
    insuranceNumber: keep.insuranceNumber ?? drop.insuranceNumber,
    phone: keep.phone ?? drop.phone,
    email: keep.email ?? drop.email,
    ethnicity: keep.ethnicity ?? drop.ethnicity,
    careFacility: keep.careFacility ?? drop.careFacility,
    birthPlace: keep.birthPlace ?? drop.birthPlace,
    guardian: keep.guardian ?? drop.guardian,
    delivery: keep.delivery ?? drop.delivery,
  }
}
