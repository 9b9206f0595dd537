import type { AppState, StaffCard } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { rightsOf } from '#core/rights.ts'
import { lockMinutes } from '#core/staff-rules.ts'
import { readSetting, writeSetting } from '../db/office.ts'
import { listStaff, type StaffRow } from '../db/staff.ts'
import { isCityCode } from './city-office.ts'
import { type Desk, dropWork } from './desk.ts'
import { change, type Office, todayInVietnam } from './office.ts'
import { holdsOffice } from './open-office.ts'
import { checkPin } from './pin.ts'

/** Where the app stands, for the window. */
export async function describeState(desk: Desk): Promise<AppState> {
  const { office, actor } = desk
  const phase = office
    ? actor
      ? 'ready'
      : 'signed-out'
    : holdsOffice(desk.settings.dataDir)
      ? 'no-key'
      : 'no-office'
  return {
    phase,
    office: office
      ? {
          code: office.row.code,
          name: office.row.name,
          practice: office.row.practice,
          city: isCityCode(office.ground, office.row.code),
        }
      : null,
    staff: office ? (await listStaff(office.store.db)).map(card) : [],
    session:
      actor && actor.role !== 'command-line'
        ? {
            id: actor.id,
            name: actor.name,
            role: actor.role,
            rights: rightsOf[actor.role],
            mustChangePin: actor.mustChangePin === true,
          }
        : null,
    readOnly: office?.readOnly === true,
    locked: desk.locked,
    lockMinutes: office ? await readLockMinutes(office) : lockMinutes.usual,
    language: desk.settings.language,
    dataDir: desk.settings.dataDir,
    today: todayInVietnam(desk.ground.now()),
    version: desk.ground.version,
    problem: desk.problem,
    unfitPlace: desk.unfit?.folder === desk.settings.dataDir ? desk.unfit.problem : null,
  }
}

/** Signs a person in by PIN. */
export async function startSession(
  desk: Desk,
  office: Office,
  staffId: number,
  pin: string,
): Promise<Result<true>> {
  const person = await confirmPerson(office, staffId, pin)
  if (!person.ok) return person
  const { id, name, role, pinGiven } = person.value
  desk.actor = { id, name, role, mustChangePin: pinGiven }
  desk.locked = null
  await change(office, desk.actor, (_db, audit) =>
    audit({
      event: 'session.started',
      subject: `staff:${staffId}`,
      detail: { role },
    }),
  )
  return ok(true)
}

/** Signs the person out; the store stays open for the next one. */
export async function endSession(desk: Desk): Promise<void> {
  const { office, actor } = desk
  if (!office || !actor) return
  await change(office, actor, (_db, audit) =>
    audit({ event: 'session.ended', subject: `staff:${actor.id}`, detail: { role: actor.role } }),
  )
  desk.actor = null
  dropWork(desk)
}

/** Locks the window: whoever signs in next finds open papers and running jobs as they were. */
export async function lockSession(desk: Desk): Promise<void> {
  const { office, actor } = desk
  if (!office || !actor) return
  await change(office, actor, (_db, audit) =>
    audit({ event: 'session.locked', subject: `staff:${actor.id}`, detail: { role: actor.role } }),
  )
  desk.actor = null
  desk.locked = actor.id
}

/** After how many minutes without a key or the mouse the window locks. */
export async function setLockMinutes(desk: Desk, minutes: number): Promise<void> {
  const { office, actor } = desk
  if (!office || !actor) return
  await change(office, actor, async (db, audit) => {
    await writeSetting(db, lockSetting, String(minutes))
    await audit({ event: 'session.lock-set', subject: 'office', detail: { minutes } })
  })
}

async function readLockMinutes(office: Office): Promise<number> {
  return Number((await readSetting(office.store.db, lockSetting)) ?? lockMinutes.usual)
}

const lockSetting = 'lock-minutes'

/** A person of the office, confirmed by PIN; every wrong try is in the audit. */
export async function confirmPerson(
  office: Office,
  staffId: number,
  pin: string,
): Promise<Result<StaffRow>> {
  const { db } = office.store
  const known = (await listStaff(db)).find(({ id }) => id === staffId)
  if (!known) return fail('session.signed-out')
  const { id, name, role } = known
  // Reading the count, trying and counting are one step: calls at once get no more tries than calls in turn.
  return change(office, { id, name, role }, async (tx, audit) => {
    const person = (await listStaff(tx)).find((each) => each.id === id) ?? known
    const checked = await checkPin(tx, person, pin, office.ground.now())
    if (checked.ok) return ok(person)
    await audit({ event: 'session.refused', subject: `staff:${id}`, detail: { role } })
    return checked
  })
}

/** The head of the office, confirmed by PIN for an act that needs one. */
export async function confirmHead(
  office: Office,
  staffId: number,
  pin: string,
): Promise<Result<StaffRow>> {
  const person = await confirmPerson(office, staffId, pin)
  return person.ok && person.value.role !== 'head' ? fail('session.not-head') : person
}

function card(person: StaffRow): StaffCard {
  return { id: person.id, name: person.name, role: person.role }
}
