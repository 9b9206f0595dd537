import { ok } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import { cancelSignUp, listRegister, priceHousehold } from '../enrolments.ts'
import { findPerson } from '../people.ts'
import { saveHousehold } from '../save-household.ts'
import { exportSummary, previewSummary } from '../summaries.ts'
import { verifyFile } from '../verify.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the day's work: people, sign-ups, conferences, summaries. */
export function workHandlers(desk: Desk) {
  const changed = (area: 'enrolments' | 'summaries') =>
    desk.ports.emit('changed', { areas: [area] })
  return {
    'person.find': async ({ number }) => ok(await findPerson(atWork(desk).office, number)),
    'enrolment.price': async (request) => priceHousehold(atWork(desk).office, request),
    'enrolment.save': async (draft) => {
      const { office, actor } = atWork(desk)
      const saved = await saveHousehold(office, actor, draft)
      if (saved.ok) changed('enrolments')
      return saved
    },
    'enrolment.list': async (filter) => ok(await listRegister(atWork(desk).office, filter)),
    'enrolment.cancel': async ({ id, reason }) => {
      const { office, actor } = atWork(desk)
      const cancelled = await cancelSignUp(office, actor, id, reason)
      if (cancelled.ok) changed('enrolments')
      return cancelled
    },
    'summary.preview': async (period) => previewSummary(atWork(desk).office, period),
    'summary.export': async (order) => {
      const { office, actor } = atWork(desk)
      const exported = await exportSummary(desk, office, actor, order)
      if (exported.ok) changed('summaries')
      return exported
    },
    'summary.verify': async ({ file, trust }) => verifyFile(desk, file, trust),
  } satisfies Partial<Handlers>
}
