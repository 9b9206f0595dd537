import { ok } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import { listRenewals, logCall, makeRenewalDraft, readCalls } from '../renewals.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of terms that run out: the work list, calls, and renewing a household. */
export function renewalHandlers(desk: Desk) {
  return {
    'renewal.list': async (filter) => ok(await listRenewals(atWork(desk).office, filter)),
    'renewal.draft': async ({ householdId, on }) =>
      makeRenewalDraft(atWork(desk).office, householdId, on),
    'renewal.call': async (call) => {
      const { office, actor } = atWork(desk)
      const logged = await logCall(office, actor, call)
      if (logged.ok) desk.ports.emit('changed', { areas: ['enrolments'] })
      return logged
    },
    'renewal.calls': async ({ enrolmentId }) =>
      ok(await readCalls(atWork(desk).office, enrolmentId)),
  } satisfies Partial<Handlers>
}
