import { exportMerged } from '../city-export.ts'
import { replyAgain, replyAtDesk } from '../city-replies.ts'
import { openReceived, readFiles, readGaps, readMatrix, readStand } from '../city-views.ts'
import type { Desk } from '../desk.ts'
import { receiveFiles } from '../receive-job.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of the city's desk. */
export function cityHandlers(desk: Desk) {
  const changed = () => desk.ports.emit('changed', { areas: ['received'] })
  return {
    'city.receive': async (order) => {
      const { office, actor } = atWork(desk)
      const received = await receiveFiles(desk, office, actor, order)
      changed()
      return received
    },
    'city.files': async (filter) => readFiles(atWork(desk).office, filter),
    'city.open': async ({ id }) => openReceived(atWork(desk).office, id, desk.settings.language),
    'city.matrix': async (span) => readMatrix(atWork(desk).office, span),
    'city.gaps': async () => readGaps(atWork(desk).office),
    'city.stand': async (order) => readStand(atWork(desk).office, order),
    'city.export': async (order) => {
      const { office, actor } = atWork(desk)
      return exportMerged(desk, office, actor, order)
    },
    'city.reply': async (order) => {
      const { office, actor } = atWork(desk)
      const replied = await replyAtDesk(desk, office, actor, order)
      changed()
      return replied
    },
    'city.replyAgain': async ({ ids, folder }) =>
      replyAgain(desk, atWork(desk).office, ids, folder),
  } satisfies Partial<Handlers>
}
