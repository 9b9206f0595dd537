import type { PersonFound } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { largestHousehold } from '#core/enrolment.ts'
import { placeNames } from '#core/forms/record.ts'
import { Relation } from '#core/household.ts'
import { parsePersonalNumber, readPersonalNumber } from '#core/identifiers.ts'
import type { Person } from '#core/person.ts'
import type { Sex } from '#core/terms.ts'
import { communeKey } from '../../components/commune.ts'
import { type EnrolForm, emptyMember, isTyped, type MemberForm } from './draft.ts'

const sexOf: Partial<Record<Relation, Sex>> = {
  '01': 'female',
  '02': 'male',
  '03': 'male',
  '04': 'female',
  '06': 'male',
  '07': 'female',
  '10': 'male',
  '11': 'female',
  '19': 'female',
  '20': 'male',
}

/** The sex that a change tells: a relation like "Vợ", or the fourth digit of a personal number. */
function sexTold({ relation, personalNumber }: Partial<MemberForm>): Sex | '' {
  if (relation) return sexOf[relation] ?? ''
  const number = parsePersonalNumber(personalNumber ?? '')
  return number.ok ? readPersonalNumber(number.value).sex : ''
}

/** Changes boxes of one row; what tells the sex fills it while it is still empty. */
export function changeMember(
  form: EnrolForm,
  index: number,
  change: Partial<MemberForm>,
): EnrolForm {
  const members = form.members.map((member, at) =>
    at === index ? { ...member, sex: member.sex || sexTold(change), ...change } : member,
  )
  return { ...form, members }
}

function insert(form: EnrolForm, index: number, member: MemberForm): EnrolForm {
  if (form.members.length >= largestHousehold) return form
  return { ...form, members: form.members.toSpliced(index, 0, member) }
}

/** Adds an empty row at the end. */
export function addMember(form: EnrolForm): EnrolForm {
  return insert(form, form.members.length, emptyMember())
}

/** Adds a row with the choices of another one, below it; who the person is stays empty. */
export function duplicateMember(form: EnrolForm, index: number): EnrolForm {
  const like = form.members[index]
  if (!like) return form
  const { rowId, relation } = emptyMember(like.relation === '00' ? '' : like.relation)
  const nobody = { id: null, name: '', birth: '', sex: '' as const, personalNumber: '' }
  const fresh = {
    insuranceNumber: '',
    birthPlace: '',
    cardEnds: '',
    declaredUntil: '',
    bhxhNote: '',
    bhytNote: '',
  }
  const suggested = { bhxhKind: '' as const, bhytKind: '' as const }
  return insert(form, index + 1, { ...like, ...nobody, ...fresh, ...suggested, rowId, relation })
}

/** Takes a row out and remembers it; the last row is emptied instead. */
export function removeMember(form: EnrolForm, index: number): EnrolForm {
  const member = form.members[index]
  if (!member) return form
  const rest = form.members.toSpliced(index, 1)
  const removed = isTyped(member) ? { member, index } : form.removed
  return { ...form, members: rest.length > 0 ? rest : [emptyMember('00')], removed }
}

/** Puts the row taken out last back where it was. */
export function undoRemove(form: EnrolForm): EnrolForm {
  if (!form.removed) return form
  const kept = form.members.filter((member) => isTyped(member) || form.members.length > 1)
  const { index, member } = form.removed
  return { ...insert({ ...form, members: kept }, index, member), removed: null }
}

/** Moves a row up (-1) or down (+1). */
export function moveMember(form: EnrolForm, index: number, by: -1 | 1): EnrolForm {
  const member = form.members[index]
  const to = index + by
  if (!member || to < 0 || to >= form.members.length) return form
  return { ...form, members: form.members.toSpliced(index, 1).toSpliced(to, 0, member) }
}

function asTyped(person: Person): Partial<MemberForm> {
  const relation = Relation.safeParse(person.relation)
  return {
    id: person.id,
    ...(relation.success && { relation: relation.data }),
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
  }
}

/** Fills a row with the person of the book, and the household while that is still empty. */
export function fillFromBook(form: EnrolForm, index: number, found: PersonFound): EnrolForm {
  const card = found.last.find(({ scheme }) => scheme === 'bhyt-hgd')
  const filled = changeMember(form, index, {
    ...asTyped(found.person),
    ...(card && { cardEnds: formatDate(card.validTo) }),
  })
  if (form.householdId !== null || form.address !== '') return filled
  const { id, commune, address, phone } = found.household
  return {
    ...filled,
    householdId: id,
    commune: communeKey(commune),
    address,
    phone: phone ?? '',
  }
}

/** The people of the book's household who have no row yet. */
export function othersOf(form: EnrolForm, found: PersonFound): Person[] {
  return found.household.members.filter(
    (person) => !form.members.some((member) => member.id === person.id),
  )
}

/** Adds a row for each of the household's other people. */
export function addOthers(form: EnrolForm, found: PersonFound): EnrolForm {
  return othersOf(form, found).reduce(
    (all, person) => insert(all, all.members.length, { ...emptyMember(), ...asTyped(person) }),
    form,
  )
}
