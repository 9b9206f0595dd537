import { createHash } from 'node:crypto'
import type { PaperCard } from '#core/contract.ts'
import { type Phrase, phraseOf } from '#core/messages.ts'
import type { CommonGap, PapersMade } from '#core/papers/order.ts'
import { countPages } from '../forms/reissue.ts'

/** What a card says besides what can be read from the document itself. */
export type AboutPaper = Pick<PaperCard, 'title' | 'fileName' | 'edition' | 'notices' | 'missing'>

/** The card of a PDF; its id is the hash of its bytes. */
export function paperCard(bytes: Uint8Array, about: AboutPaper): PaperCard {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { documentId: sha256, sha256, pages: countPages(bytes), printJob: null, ...about }
}

/** The card of a print job, which hashed and counted its document while it was drawn. */
export function batchCard(
  { sha256, papers }: Pick<PapersMade, 'sha256' | 'papers'>,
  printJob: number,
  about: AboutPaper,
): PaperCard {
  const pages = papers.at(-1)?.pagesSoFar ?? 0
  return { documentId: sha256, sha256, pages, printJob, ...about }
}

/** The sentences for what is empty on many papers: one for each box or column. */
export function sayGaps(gaps: readonly CommonGap[]): Phrase[] {
  return gaps.map(({ problem, count, numbers }) => {
    if (count === 1) return phraseOf(problem)
    const { box = '', column = '', field = '' } = problem.values ?? {}
    const more = count > numbers.length ? ', …' : ''
    return problem.code === 'forms.missing-cell'
      ? phraseOf({ code: 'paper.gap-cell', values: { column, field, count } })
      : phraseOf({
          code: 'paper.gap-box',
          values: { box, field, count, numbers: numbers.join(', ') + more },
        })
  })
}

/** The sentences for papers that no edition in force could be found for. */
export function sayLeftOut(without: PapersMade['without']): Phrase[] {
  return without.map(({ problem, papers }) =>
    phraseOf({ code: 'paper.left-out', values: { count: papers, why: phraseOf(problem) } }),
  )
}

/** A sentence that the data of the office hold in Vietnamese only, such as the source of a form. */
export function asWritten(sentence: string): Phrase {
  return { vi: sentence, en: sentence }
}
