import { parseDate, parseMonth } from '#core/date.ts'
import { fill, type Language, type Phrase, problems, sayProblem } from '#core/messages.ts'
import { fail, ok, type Problem, type Result } from '#core/result.ts'
import { texts } from '#core/texts.ts'

/** What is wrong with a box: a problem, or that it is still empty. */
export type Wrong = Problem | 'required'

/** What is wrong, by the path of the box in the draft. */
export type Wrongs = Record<string, Wrong>

/** Readers that answer the value of a box, or null with the reason noted under its path. */
export function noting(wrong: Wrongs) {
  const take = <T>(path: string, result: Result<T>): T | null => {
    if (result.ok) return result.value
    wrong[path] = result.problem
    return null
  }
  function required<T>(path: string, value: T | null | ''): T | null
  function required<V, T>(
    path: string,
    value: V | null | '',
    read: (value: V) => Result<T>,
  ): T | null
  function required<V, T>(path: string, value: V | null | '', read?: (value: V) => Result<T>) {
    if (value === null || value === '') {
      wrong[path] = 'required'
      return null
    }
    return read ? take(path, read(value)) : value
  }
  const optional = <T>(path: string, text: string, read: (text: string) => Result<T>): T | null =>
    text.trim() === '' ? null : take(path, read(text))
  return { take, required, optional }
}

/** A date that must be a whole day, as ISO; `past` refuses the days after today. */
export function readDay(text: string, today: string, past = false): Result<string> {
  const read = parseDate(text, { today, past })
  return read.ok ? ok(read.value.date) : read
}

/** The last day of a typed month, as ISO. */
export function readMonth(text: string, today: string): Result<string> {
  return parseMonth(text, { today })
}

/** Reads a percentage up to `max`, with a comma or a point; zero only where 100 is possible. */
export const readPercent =
  (max: number) =>
  (text: string): Result<number> => {
    const number = /^\d{1,3}([.,]\d{1,6})?$/.test(text.trim()) ? Number(text.replace(',', '.')) : -1
    const low = max < 100 ? number <= 0 : number < 0
    return low || number > max ? fail('policy.percent-unreadable', { text, max }) : ok(number)
  }

/** What is wrong, as short as a narrow box needs it; the error summary says it in full. */
export function sayInBox(wrong: Wrong, language: Language): string {
  return wrong === 'required' ? fill(texts.common.required, language) : sayProblem(wrong, language)
}

/** What is wrong with a box, in one sentence; `label` names the box. */
export function sayWrong(wrong: Wrong, label: Phrase | undefined, language: Language): string {
  if (wrong !== 'required') return sayProblem(wrong, language)
  return fill(problems['input.required'], language, { field: label ? fill(label, language) : '' })
}
