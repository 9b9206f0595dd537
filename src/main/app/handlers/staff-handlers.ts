import { ok } from '#core/result.ts'
import { readAudit, verifyAudit } from '../audit-view.ts'
import type { Desk } from '../desk.ts'
import { describeState, lockSession, setLockMinutes } from '../session.ts'
import { addPerson, changeOwnPin, editPerson, listPeople, resetPin } from '../staff.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the people who sign in, the lock of the window, and the audit. */
export function staffHandlers(desk: Desk) {
  const people = () => atWork(desk)
  return {
    'staff.list': async () => ok(await listPeople(atWork(desk).office)),
    'staff.add': async (input) => addPerson(people().office, people().actor, input),
    'staff.edit': async (input) => editPerson(people().office, people().actor, input),
    'staff.resetPin': async (input) => resetPin(people().office, people().actor, input),
    'session.changePin': async (pins) => {
      const { office, actor } = atWork(desk)
      const changed = await changeOwnPin(office, actor, pins)
      if (!changed.ok) return changed
      desk.actor = { ...actor, mustChangePin: false }
      return ok(await describeState(desk))
    },
    'session.lock': async () => {
      await lockSession(desk)
      return ok(await describeState(desk))
    },
    'session.setLock': async ({ minutes }) => {
      await setLockMinutes(desk, minutes)
      return ok(await describeState(desk))
    },
    'audit.list': async (filter) => ok(await readAudit(people().office, people().actor, filter)),
    'audit.verify': async () => ok(await verifyAudit(atWork(desk).office)),
  } satisfies Partial<Handlers>
}
