import { fail, ok } from '#core/result.ts'
import { type Desk, holdPaper } from '../desk.ts'
import { printPaper, savePaper } from '../paper-out.ts'
import { makeTk1 } from '../papers.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of printed paper. */
export function paperHandlers(desk: Desk) {
  return {
    'paper.tk1': async (wish) => {
      const { office, actor } = atWork(desk)
      const paper = await makeTk1(office, actor, wish)
      return paper.ok ? ok(holdPaper(desk, paper.value)) : paper
    },
    'paper.bytes': async ({ documentId }) => {
      const paper = desk.papers.get(documentId)
      return paper ? ok(paper.bytes) : fail('paper.gone')
    },
    'paper.print': async ({ documentId }) => printPaper(desk, documentId),
    'paper.save': async ({ documentId }) => savePaper(desk, documentId),
  } satisfies Partial<Handlers>
}
