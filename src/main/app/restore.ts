import { changesBetween } from '#core/audit.ts'
import { undoneReason } from '#core/enrolment-life.ts'
import type { HouseholdDraft } from '#core/household.ts'
import type { Person } from '#core/person.ts'
import type { AuditLine } from '../db/audit-trail.ts'
import { type EnrolmentFields, fieldsOf, writeFields } from '../db/enrolment-life.ts'
import { readEnrolment } from '../db/enrolments.ts'
import { changeHousehold, readHousehold } from '../db/households.ts'
import { changePerson, readPerson } from '../db/people.ts'
import { restoreConferenceLine } from './restore-conference.ts'
import { oldValues, type Restoring } from './restoring.ts'

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
    default:
      return restoreConferenceLine(tools, line, id)
  }
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
