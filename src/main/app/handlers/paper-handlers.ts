import { fail, ok } from '#core/result.ts'
import type { Desk } from '../desk.ts'
import { stopJob } from '../jobs.ts'
import { listJobs, makeAgain, makeBatch, makeOrDraw } from '../paper-batch.ts'
import { listForms } from '../paper-context.ts'
import { printPaper, savePaper } from '../paper-out.ts'
import { calibratePrinter, listPrinters, makeTestPage } from '../printers.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of printed paper. */
export function paperHandlers(desk: Desk) {
  return {
    'paper.forms': async () => ok(listForms(desk.ground)),
    'paper.make': async (wish) => {
      const { office, actor } = atWork(desk)
      return makeOrDraw(desk, office, actor, wish)
    },
    'paper.batch': async (wish) => {
      const { office, actor } = atWork(desk)
      return makeBatch(desk, office, actor, wish)
    },
    'paper.jobs': async () => ok(await listJobs(atWork(desk).office)),
    'paper.again': async (wish) => {
      const { office, actor } = atWork(desk)
      return makeAgain(desk, office, actor, wish)
    },
    'job.cancel': async ({ job }) => ok({ stopped: stopJob(desk, job) }),
    'paper.bytes': async ({ documentId }) => {
      const paper = desk.papers.get(documentId)
      return paper ? ok(paper.bytes) : fail('paper.gone')
    },
    'paper.printers': async () => ok(await listPrinters(desk)),
    'paper.print': async (wish) => printPaper(desk, wish),
    'paper.save': async ({ documentId }) => savePaper(desk, documentId),
    'paper.calibrate': async (wish) => calibratePrinter(desk, wish),
    'paper.testPage': async ({ printer }) => makeTestPage(desk, printer),
  } satisfies Partial<Handlers>
}
