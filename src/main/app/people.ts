import type { PersonFound } from '#core/contract.ts'
import type { Scheme } from '#core/terms.ts'
import { displayName, unitByKey } from '#core/units.ts'
import { listHistory, type StoredEnrolment } from '../db/enrolments.ts'
import { readHousehold } from '../db/households.ts'
import type { Db } from '../db/kysely.ts'
import { findByNumber, listMembers } from '../db/people.ts'
import type { Office } from './office.ts'

/** What the office's book knows of the holder of a number, or null when nobody holds it. */
export async function findPerson(office: Office, number: string): Promise<PersonFound | null> {
  const { db } = office.store
  const person = await findByNumber(db, number)
  if (person === null) return null
  const household = await readHousehold(db, person.householdId)
  if (household === null) throw new Error('a person without a household')
  const commune = unitByKey(office.ground.policy.places, household.commune)
  return {
    person,
    household: {
      ...household,
      communeName: commune ? displayName(commune) : household.commune.code,
      members: await listMembers(db, household.id),
    },
    last: (await lastByScheme(db, person.id)).map((enrolment) => ({
      scheme: enrolment.scheme,
      validTo: enrolment.valid_to,
      signedOn: enrolment.signed_on,
      kind: enrolment.kind,
    })),
  }
}

/** A person's participation that runs longest, one for each scheme joined. */
export async function lastByScheme(db: Db, personId: number): Promise<StoredEnrolment[]> {
  const longest = new Map<Scheme, StoredEnrolment>()
  for (const enrolment of await listHistory(db, personId)) {
    const known = longest.get(enrolment.scheme)
    if (!known || enrolment.valid_to > known.valid_to) longest.set(enrolment.scheme, enrolment)
  }
  return [...longest.values()]
}
