import { ok } from '#core/result.ts'
import { adjustSignUp, listAdjusted } from '../adjustments.ts'
import { listRecipients } from '../annex.ts'
import type { Desk } from '../desk.ts'
import { listAllPeriods, reopenPeriod } from '../periods.ts'
import { openChosenReply } from '../replies.ts'
import { readStick, writeAgain } from '../summaries.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of periods: history, reopening, adjustments and the city's answers. */
export function periodHandlers(desk: Desk) {
  const changed = (...areas: ('enrolments' | 'conferences' | 'summaries')[]) =>
    desk.ports.emit('changed', { areas })
  return {
    'period.list': async () => ok(await listAllPeriods(atWork(desk).office)),
    'period.reopen': async (order) => {
      const { office, actor } = atWork(desk)
      if (actor.id === null) throw new Error('nobody is signed in')
      const reopened = await reopenPeriod(office, { ...actor, id: actor.id }, order)
      if (reopened.ok) changed('summaries', 'enrolments', 'conferences')
      return reopened
    },
    'adjustment.add': async ({ enrolmentId, adjustment }) => {
      const { office, actor } = atWork(desk)
      const made = await adjustSignUp(office, actor, enrolmentId, adjustment)
      if (made.ok) changed('summaries', 'enrolments')
      return made
    },
    'adjustment.list': async (span) => ok(await listAdjusted(atWork(desk).office, span)),
    'reply.open': async (order) => {
      const { office, actor } = atWork(desk)
      const opened = await openChosenReply(desk, office, actor, order)
      if (opened.ok) changed('summaries')
      return opened
    },
    'summary.recipients': async () => listRecipients(atWork(desk).office),
    'summary.stick': async (asked) => readStick(desk, atWork(desk).office, asked),
    'summary.write-again': async (order) => {
      const written = await writeAgain(desk, atWork(desk).office, order)
      if (written.ok) desk.ports.emit('changed', { areas: ['summaries'] })
      return written
    },
  } satisfies Partial<Handlers>
}
