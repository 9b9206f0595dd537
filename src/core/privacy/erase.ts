import { addMonths, formatDate, type IsoDate } from '../date.ts'
import { fail, ok, type Result } from '../result.ts'
import { ageBandOn } from '../summary-facts.ts'
import type { RetentionRow } from './rules.ts'

/** What stands where an erased name or address stood. */
export const erasedWords = '(đã xóa)'

/** What decides whether a person's data may be erased: the days signed and the last days covered. */
export type ErasureFacts = {
  enrolments: readonly { state: string; validTo: IsoDate }[]
}

/**
 * Refuses to erase what the law has the office keep: a sign-up that was not cancelled, until the term
 * its head set for such records is over after the last day covered (Luật 91/2025/QH15 Điều 14).
 */
export function mayErase(
  { enrolments }: ErasureFacts,
  term: RetentionRow,
  today: IsoDate,
): Result<true> {
  const live = enrolments.filter(({ state }) => state !== 'cancelled')
  if (live.length === 0) return ok(true)
  if (term.months === null) return fail('privacy.must-keep', { n: live.length })
  const last = live.reduce((latest, { validTo }) => (validTo > latest ? validTo : latest), '')
  const until = addMonths(last, term.months)
  if (until <= today) return ok(true)
  return fail('privacy.keep-until', { date: formatDate(until), source: term.source })
}

/**
 * A birth date that says less and counts the same: 1 January, or else 31 December or the first of the
 * month, whichever leaves the person in the same age band on every day signed.
 */
export function coarserBirth(birth: IsoDate, signedOn: readonly IsoDate[]): IsoDate {
  const year = birth.slice(0, 4)
  const candidates = [`${year}-01-01`, `${year}-12-31`, `${birth.slice(0, 7)}-01`]
  const same = (candidate: IsoDate) =>
    signedOn.every((day) => ageBandOn(candidate, day) === ageBandOn(birth, day))
  return candidates.find(same) ?? birth
}
