import { ok } from '#core/result.ts'
import { listBreaches } from '../../db/privacy-breaches.ts'
import { countBreach } from '../../db/privacy-due.ts'
import { type Desk, holdPaper } from '../desk.ts'
import { breachPaper, saveBreach } from '../privacy/breaches.ts'
import { saveDiagnostics } from '../privacy/diagnostics.ts'
import { eraseRecords } from '../privacy/erase.ts'
import { exportPerson } from '../privacy/person-export.ts'
import { moveRequest, readRequests, takeRequest } from '../privacy/requests.ts'
import { destroyDue, keepDue, reviewRetention } from '../privacy/retention.ts'
import { readPrivacy, savePrivacy } from '../privacy/settings.ts'
import { withdrawConsent } from '../privacy/withdraw.ts'
import { unmaskPerson } from '../registry.ts'
import { confirmHead } from '../session.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of personal data: what people are told, what they ask for, terms, breaches. */
export function privacyHandlers(desk: Desk) {
  const at = () => atWork(desk)
  const changed = () => desk.ports.emit('changed', { areas: ['enrolments', 'conferences'] })
  return {
    'privacy.read': async () => ok(await readPrivacy(at().office)),
    'privacy.save': async (wish) => savePrivacy(at().office, wish),
    'request.list': async () => ok(await readRequests(at().office)),
    'request.add': async (draft) => takeRequest(at().office, at().actor, draft),
    'request.step': async (move) => moveRequest(at().office, at().actor, move),
    'privacy.export': async (wish) => exportPerson(desk, at(), wish),
    'privacy.erase': async ({ personId, requestId, reason, headId, pin }) => {
      const { office } = at()
      const head = await confirmHead(office, headId, pin)
      if (!head.ok) return head
      const order = { kind: 'person' as const, recordId: String(personId), reason, requestId }
      const erased = await eraseRecords(office, head.value, [order])
      if (erased.ok) changed()
      return erased
    },
    'privacy.due': async () => ok(await reviewRetention(at().office)),
    'privacy.keep': async (choice) => keepDue(at().office, at().actor, choice),
    'privacy.destroy': async (wish) => {
      const done = await destroyDue(at().office, wish)
      changed()
      return done
    },
    'breach.list': async () => ok(await listBreaches(at().office.store.db)),
    'breach.count': async (filter) => ok(await countBreach(at().office.store.db, filter)),
    'breach.save': async (draft) => saveBreach(at().office, at().actor, draft),
    'breach.paper': async ({ id }) => {
      const made = await breachPaper(at().office, at().actor, id)
      return made.ok ? ok(holdPaper(desk, made.value)) : made
    },
    'roster.withdraw': async ({ id }) => {
      const done = await withdrawConsent(at().office, at().actor, id)
      if (done.ok) desk.ports.emit('changed', { areas: ['conferences'] })
      return done
    },
    'person.unmask': async ({ id }) => unmaskPerson(at().office, at().actor, id),
    'app.diagnostics': async () => saveDiagnostics(desk, at()),
  } satisfies Partial<Handlers>
}
