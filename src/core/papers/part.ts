import { fail, ok, type Result } from '../result.ts'
import type { PaperPlace, PlacedPaper } from './order.ts'

/**
 * The papers of a print job between two places, both included: what is printed again after a paper jam.
 * A page means the whole paper it is part of, for half a form is of no use.
 */
export function partOf(
  papers: readonly PlacedPaper[],
  from: PaperPlace | null,
  to: PaperPlace | null,
): Result<PlacedPaper[]> {
  const start = from === null ? 0 : placeOf(papers, from, 'first')
  const end = to === null ? papers.length - 1 : placeOf(papers, to, 'last')
  if (start < 0 || end < 0 || end < start) return fail('paper.no-such-place')
  return ok(papers.slice(start, end + 1))
}

/** An enrolment may have several papers: a part begins with its first and ends with its last. */
function placeOf(
  papers: readonly PlacedPaper[],
  place: PaperPlace,
  which: 'first' | 'last',
): number {
  if ('page' in place) return papers.findIndex(({ pagesSoFar }) => pagesSoFar >= place.page)
  if ('paper' in place) return place.paper <= papers.length ? place.paper - 1 : -1
  const isAbout = ({ enrolments }: PlacedPaper) => enrolments.includes(place.enrolmentId)
  return which === 'first' ? papers.findIndex(isAbout) : papers.findLastIndex(isAbout)
}
