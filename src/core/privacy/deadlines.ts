import { addDays, daysBetween, formatDate, type IsoDate } from '../date.ts'
import type { Phrase } from '../messages.ts'
import type { WorkCalendar } from '../overview-days.ts'
import type { RequestTerm } from './rules.ts'

/**
 * When a request must be answered and carried out. Days are counted from the day after it came in and
 * never moved to a later working day, so that the office is rather early than late.
 */
export type RequestDeadlines = { answerBy: IsoDate | null; doneBy: IsoDate }

/** The deadlines of a request received on a day; `extended` adds the one extension there is. */
export function deadlinesOf(
  term: RequestTerm,
  { receivedOn, thirdParty, extended }: RequestFacts,
  calendar: Pick<WorkCalendar, 'isWorking'>,
): RequestDeadlines {
  const days = thirdParty ? term.thirdPartyDays : term.days
  return {
    answerBy:
      term.answerWorkingDays === null
        ? null
        : workingDayAfter(receivedOn, term.answerWorkingDays, calendar),
    doneBy: addDays(receivedOn, days + (extended ? term.extensionDays : 0)),
  }
}

/** What a deadline follows from; `thirdParty` when others hold the data too. */
export type RequestFacts = { receivedOn: IsoDate; thirdParty: boolean; extended: boolean }

/** The `count`th working day after a day. */
export function workingDayAfter(
  day: IsoDate,
  count: number,
  { isWorking }: Pick<WorkCalendar, 'isWorking'>,
): IsoDate {
  let date = day
  for (let left = count; left > 0; ) {
    date = addDays(date, 1)
    if (isWorking(date)) left -= 1
  }
  return date
}

/** Days left to a deadline; negative when it is over. */
export function daysLeft(deadline: IsoDate, today: IsoDate): number {
  return daysBetween(today, deadline)
}

/** The instant a breach must be reported by, from the ISO instant it was found. */
export function breachDeadline(foundAt: string, hours: number): string {
  return new Date(Date.parse(foundAt) + hours * 3_600_000).toISOString()
}

/** An ISO instant as people in Viet Nam say it: `08:30 ngày 16/11/2024`. */
export function instantInWords(instant: string): string {
  return instantSaid(instant).vi
}

/** The same in both languages. */
export function instantSaid(instant: string): Phrase {
  const here = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
  const [time, day] = [here.slice(11, 16), formatDate(here.slice(0, 10))]
  return { vi: `${time} ngày ${day}`, en: `${time} on ${day}` }
}
