import type { CallAnswer, CallInput, RegistryRow, SavedFilter } from '#core/contract.ts'
import type { CommuneRef } from '#core/household.ts'
import type { Person } from '#core/person.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanText } from '#core/text.ts'
import { displayName, unitByKey } from '#core/units.ts'
import { maskNumber } from '../db/enrolments.ts'
import { readHousehold } from '../db/households.ts'
import { readMerged, resolvePerson } from '../db/merge.ts'
import { listMembers, readPerson } from '../db/people.ts'
import { listLines } from '../db/registry-rows.ts'
import { listFilters, removeFilter, saveFilter } from '../db/saved-filters.ts'
import { type Hit, searchRegistry } from '../db/search.ts'
import { type Actor, change, type Office } from './office.ts'

/** A page of the registry, in Vietnamese order, with personal numbers masked. */
export async function searchPeople(
  office: Office,
  search: CallInput<'registry.search'>,
): Promise<CallAnswer<'registry.search'>> {
  const { hits, total, next } = await searchRegistry(office.store.db, search)
  const rows = hits.flatMap((hit) =>
    search.show === 'enrolments'
      ? hit.enrolments.map((enrolment) => toRow(office, { ...hit, enrolments: [enrolment] }))
      : [toRow(office, hit)],
  )
  return { rows, total, next }
}

function toRow(office: Office, { person, enrolments, members }: Hit): RegistryRow {
  const { personal_number: number } = person
  return {
    personId: person.id,
    name: person.name,
    birth: { date: person.birth_date, precision: person.birth_precision },
    sex: person.sex,
    personalNumber: number === null ? null : maskNumber(number),
    phone: person.phone ?? person.household_phone,
    householdId: person.household_id,
    address: person.address,
    communeName: communeName(office, {
      code: person.commune_code,
      validFrom: person.commune_from,
    }),
    members,
    enrolments,
  }
}

/** A commune as it is written on paper; its code when the list of units does not know it. */
export function communeName(office: Office, commune: CommuneRef): string {
  const unit = unitByKey(office.ground.policy.places, commune)
  return unit ? displayName(unit) : commune.code
}

/** Everything about a person with their numbers masked. */
export async function showPerson(
  office: Office,
  id: number,
): Promise<Result<CallAnswer<'registry.person'>>> {
  const card = await openPerson(office, id)
  if (!card.ok) return card
  const { person, household, otherNumbers } = card.value
  return ok({
    ...card.value,
    person: masked(person),
    household: { ...household, members: household.members.map(masked) },
    otherNumbers: otherNumbers.map(maskNumber),
  })
}

function masked(person: Person): Person {
  const { personalNumber, insuranceNumber } = person
  return {
    ...person,
    personalNumber: personalNumber && maskNumber(personalNumber),
    insuranceNumber: insuranceNumber && maskNumber(insuranceNumber),
  }
}

/** Everything about a person, numbers in full; that somebody looked is an event. */
export async function unmaskPerson(
  office: Office,
  actor: Actor,
  id: number,
): Promise<Result<CallAnswer<'registry.person'>>> {
  const card = await openPerson(office, id)
  if (!card.ok) return card
  const subject = `person:${card.value.person.id}`
  await change(office, actor, (_db, audit) =>
    audit({ event: 'privacy.unmasked', subject, detail: {} }),
  )
  return card
}

/** Everything about a person, numbers in full; the id of somebody merged away answers who was kept. */
export async function openPerson(
  office: Office,
  id: number,
): Promise<Result<CallAnswer<'registry.person'>>> {
  const { db } = office.store
  const current = await resolvePerson(db, id)
  const person = current === null ? null : await readPerson(db, current)
  const household = person && (await readHousehold(db, person.householdId))
  if (!person && current !== null) return fail('privacy.erased')
  if (!person || !household) return fail('person.unknown', { id })
  const merged = await readMerged(db, person.id)
  return ok({
    person,
    household: {
      ...household,
      communeName: communeName(office, household.commune),
      members: await listMembers(db, household.id),
    },
    enrolments: await listLines(db, person.id),
    otherNumbers: merged.numbers,
    mergedFrom: merged.people,
  })
}

/** The saved filters of the office. */
export async function listSavedFilters(office: Office): Promise<SavedFilter[]> {
  return listFilters(office.store.db)
}

const mostFilters = 100

/** Keeps a filter under a name, over an older one of that name; answers all of them. */
export async function keepFilter(
  office: Office,
  actor: Actor,
  filter: CallInput<'registry.saveFilter'>,
): Promise<Result<SavedFilter[]>> {
  const name = cleanText(filter.name)
  const known = await listSavedFilters(office)
  if (known.length >= mostFilters && !known.some((one) => one.name === name)) {
    return fail('filter.too-many', { most: mostFilters })
  }
  const { query, filters } = filter
  await change(office, actor, async (db, _audit, at) =>
    saveFilter(db, { name, query: cleanText(query), filters, savedBy: actor.name }, at),
  )
  return ok(await listSavedFilters(office))
}

/** Forgets a saved filter; answers the others. */
export async function dropFilter(
  office: Office,
  actor: Actor,
  name: string,
): Promise<SavedFilter[]> {
  await change(office, actor, async (db) => removeFilter(db, cleanText(name)))
  return listSavedFilters(office)
}
