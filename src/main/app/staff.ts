import type { Changes } from '#core/audit.ts'
import type { CallInput, StaffLine } from '#core/contract.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { checkStaff } from '#core/staff-rules.ts'
import { type AnyStaff, addStaff, allStaff, changeStaff, setPin } from '../db/staff.ts'
import { type Actor, change, type Office } from './office.ts'
import { hashPin } from './pin.ts'
import { confirmPerson } from './session.ts'

type Manager = Actor & { id: number }

/** Everybody who can or could sign in. */
export async function listPeople(office: Office): Promise<StaffLine[]> {
  return (await allStaff(office.store.db)).map(line)
}

/** Adds a person; the PIN is given by somebody else, so the person changes it at the first sign-in. */
export async function addPerson(
  office: Office,
  manager: Manager,
  { name, role, pin, ownPin }: CallInput<'staff.add'>,
): Promise<Result<StaffLine[]>> {
  const sure = await confirmPerson(office, manager.id, ownPin)
  if (!sure.ok) return sure
  const now = await allStaff(office.store.db)
  const after = checkStaff([...now, { id: 0, name, role, active: true }])
  if (!after.ok) return after
  await change(office, manager, async (db, audit) => {
    const id = await addStaff(db, { name, role, ...hashPin(pin) })
    await setPin(db, id, { ...hashPin(pin), given: true })
    await audit({ event: 'staff.added', subject: `staff:${id}`, detail: { role } })
  })
  return ok(await listPeople(office))
}

/** Renames a person, changes the role, or lets the person sign in no longer; nobody is ever removed. */
export async function editPerson(
  office: Office,
  manager: Manager,
  { id, name, role, active, ownPin }: CallInput<'staff.edit'>,
): Promise<Result<StaffLine[]>> {
  const sure = await confirmPerson(office, manager.id, ownPin)
  if (!sure.ok) return sure
  const now = await allStaff(office.store.db)
  const before = now.find((person) => person.id === id)
  if (!before) return fail('staff.unknown')
  if (id === manager.id && (!active || role !== before.role)) return fail('staff.self')
  const after = checkStaff(
    now.map((each) => (each.id === id ? { ...each, name, role, active } : each)),
  )
  if (!after.ok) return after
  await change(office, manager, async (db, audit) => {
    await changeStaff(db, id, { name, role, active })
    const changes: Changes = { role: [before.role, role], active: [before.active, active] }
    await audit({ event: 'staff.changed', subject: `staff:${id}`, detail: { changes } })
  })
  return ok(await listPeople(office))
}

/** Gives a person who forgot the PIN a new one and ends the wait after wrong tries. */
export async function resetPin(
  office: Office,
  manager: Manager,
  { id, pin, ownPin }: CallInput<'staff.resetPin'>,
): Promise<Result<StaffLine[]>> {
  const sure = await confirmPerson(office, manager.id, ownPin)
  if (!sure.ok) return sure
  const known = (await allStaff(office.store.db)).some((person) => person.id === id)
  if (!known) return fail('staff.unknown')
  await change(office, manager, async (db, audit) => {
    await setPin(db, id, { ...hashPin(pin), given: id !== manager.id })
    await audit({ event: 'staff.pin-reset', subject: `staff:${id}`, detail: {} })
  })
  return ok(await listPeople(office))
}

/** Changes one's own PIN; the new one must be another. */
export async function changeOwnPin(
  office: Office,
  actor: Manager,
  pins: CallInput<'session.changePin'>,
): Promise<Result<true>> {
  if (office.readOnly) return fail('store.looking-only')
  const sure = await confirmPerson(office, actor.id, pins.old)
  if (!sure.ok) return sure
  if (pins.old === pins.new) return fail('staff.same-pin')
  await change(office, actor, async (db, audit) => {
    await setPin(db, actor.id, { ...hashPin(pins.new), given: false })
    await audit({ event: 'staff.pin-changed', subject: `staff:${actor.id}`, detail: {} })
  })
  return ok(true)
}

function line({ id, name, role, active, lockedUntil, pinGiven }: AnyStaff): StaffLine {
  return { id, name, role, active, lockedUntil, pinGiven }
}
