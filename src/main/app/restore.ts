import { type AuditEntry, changesBetween } from '#core/audit.ts'
import type { ConferenceDraft } from '#core/conference.ts'
import { undoneReason } from '#core/enrolment-life.ts'
import type { HouseholdDraft } from '#core/household.ts'
import type { Person } from '#core/person.ts'
import type { AuditLine } from '../db/audit-trail.ts'
import { cancelConference, changeConference, readConference } from '../db/conferences.ts'
import { type EnrolmentFields, fieldsOf, writeFields } from '../db/enrolment-life.ts'
import { readEnrolment } from '../db/enrolments.ts'
import { changeHousehold, readHousehold } from '../db/households.ts'
import type { Db } from '../db/kysely.ts'
import { changePerson, readPerson } from '../db/people.ts'
import { communeOn } from './area.ts'
import type { Office } from './office.ts'

/** What putting a record back works with: the transaction, its audit and the office. */
export type Restoring = {
  db: Db
  audit: (entry: AuditEntry) => Promise<void>
  office: Office
}

/**
 * Takes back one line of the chain: old values return, an enrolment or conference that was added is
 * cancelled, people and households that were added stay in the book.
 */
export async function restoreLine(tools: Restoring, line: AuditLine): Promise<void> {
  const id = Number(line.subject.split(':')[1])
  switch (line.event) {
    case 'enrolment.added':
      return cancelAdded(tools, id)
    case 'enrolment.cancelled':
      return restoreCancelled(tools, id)
    case 'enrolment.stepped':
    case 'enrolment.changed':
      return restoreEnrolment(tools, id, oldValues<EnrolmentFields>(line))
    case 'household.changed':
      return restoreHousehold(tools, id, oldValues<HouseholdDraft>(line))
    case 'person.changed':
      return restorePerson(tools, id, oldValues<Person>(line))
    case 'conference.added':
      return cancelAddedConference(tools, id)
    case 'conference.changed':
      return restoreConference(tools, id, oldValues<ConferenceDraft>(line))
  }
}

function oldValues<T>({ detail }: AuditLine): Partial<T> {
  const changes = (detail.changes ?? {}) as Record<string, [unknown, unknown]>
  return Object.fromEntries(
    Object.entries(changes).map(([field, [old]]) => [field, old]),
  ) as Partial<T>
}

async function cancelAdded({ db, audit }: Restoring, id: number): Promise<void> {
  await writeFields(db, id, { state: 'cancelled', cancelReason: undoneReason })
  const detail = { reason: undoneReason }
  await audit({ event: 'enrolment.cancelled', subject: `enrolment:${id}`, detail })
}

async function restoreCancelled(tools: Restoring, id: number): Promise<void> {
  const row = await readEnrolment(tools.db, id)
  const state = row?.previous_state
  if (state) await restoreEnrolment(tools, id, { state, cancelReason: null })
}

async function restoreEnrolment(
  { db, audit }: Restoring,
  id: number,
  old: Partial<EnrolmentFields>,
): Promise<void> {
  const row = await readEnrolment(db, id)
  if (!row) return
  await writeFields(db, id, old)
  const changes = changesBetween(fieldsOf(row), old)
  await audit({ event: 'enrolment.restored', subject: `enrolment:${id}`, detail: { changes } })
}

async function restoreHousehold(
  { db, audit }: Restoring,
  id: number,
  old: Partial<HouseholdDraft>,
): Promise<void> {
  const now = await readHousehold(db, id)
  if (!now) return
  await changeHousehold(db, id, { ...now, ...old })
  const changes = changesBetween(now, old)
  await audit({ event: 'household.restored', subject: `household:${id}`, detail: { changes } })
}

async function restorePerson(
  { db, audit }: Restoring,
  id: number,
  old: Partial<Person>,
): Promise<void> {
  const now = await readPerson(db, id)
  if (!now) return
  const { householdId, relation, position, ...draft } = { ...now, ...old }
  await changePerson(db, id, draft, { householdId, relation, position })
  const changes = changesBetween(now, old)
  await audit({ event: 'person.restored', subject: `person:${id}`, detail: { changes } })
}

async function cancelAddedConference({ db, audit }: Restoring, id: number): Promise<void> {
  await cancelConference(db, id, undoneReason)
  const detail = { reason: undoneReason }
  await audit({ event: 'conference.cancelled', subject: `conference:${id}`, detail })
}

async function restoreConference(
  { db, audit, office }: Restoring,
  id: number,
  old: Partial<ConferenceDraft>,
): Promise<void> {
  const now = await readConference(db, id)
  if (!now) return
  const { communeName: _name, signUps: _signUps, ...current } = now
  const draft = { ...current, ...old }
  const { places } = office.ground.policy
  const commune = communeOn(places, office.row.code, draft.commune, draft.heldOn)
  await changeConference(db, id, draft, commune?.name ?? now.communeName)
  const changes = changesBetween(now, old)
  await audit({ event: 'conference.restored', subject: `conference:${id}`, detail: { changes } })
}
