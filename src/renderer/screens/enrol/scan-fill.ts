import { formatDate } from '#core/date.ts'
import { largestHousehold } from '#core/enrolment.ts'
import type { Scan } from '#core/scan.ts'
import { foldKey } from '#core/text.ts'
import { addMember, changeMember } from './change.ts'
import type { EnrolForm, MemberForm } from './draft.ts'

const digits = (text: string): string => text.replace(/\D/g, '')

/** Whether a row already is the person on the card, by number or, while it has none, by name. */
function isPerson(member: MemberForm, scan: Scan): boolean {
  const personal = digits(member.personalNumber)
  const insurance = digits(member.insuranceNumber)
  if (scan.number && personal) return personal === scan.number
  if (scan.insuranceNumber && insurance) return insurance === scan.insuranceNumber
  return member.name !== '' && foldKey(member.name) === foldKey(scan.name)
}

const isFree = ({ name, personalNumber, insuranceNumber }: MemberForm): boolean =>
  name === '' && personalNumber === '' && insuranceNumber === ''

/**
 * The row a scan belongs to: that of the same person, else the one in use while nobody is in it,
 * else the first row without a person, else a new one (the number of rows). Null when all are taken.
 */
export function rowForScan(form: EnrolForm, active: number, scan: Scan): number | null {
  const same = form.members.findIndex((member) => isPerson(member, scan))
  if (same >= 0) return same
  const here = form.members[active]
  if (here && isFree(here)) return active
  const free = form.members.findIndex(isFree)
  if (free >= 0) return free
  return form.members.length < largestHousehold ? form.members.length : null
}

/** Fills a row from a card, and the address of the household while that is empty. */
export function fillFromScan(form: EnrolForm, row: number, scan: Scan): EnrolForm {
  const grown = row >= form.members.length ? addMember(form) : form
  const member = grown.members[row]
  const filled = changeMember(grown, row, {
    name: scan.name,
    birth: formatDate(scan.birth, scan.birthPrecision),
    sex: scan.sex,
    ...(scan.number && { personalNumber: scan.number }),
    ...(scan.insuranceNumber && { insuranceNumber: scan.insuranceNumber }),
    // Another number is another person than the one of the book.
    ...(scan.number && member && digits(member.personalNumber) !== scan.number && { id: null }),
  })
  return filled.address === '' ? { ...filled, address: scan.address } : filled
}
