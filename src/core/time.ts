import { fail, ok, type Result } from './result.ts'

/** Reads a time of day as clerks type it (`8:00`, `8h30`, `0830`, `8 giờ`) into `HH:MM`. */
export function parseTime(text: string): Result<string> {
  const tidied = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const found =
    /^(\d{1,2})(?:[:h.]|giờ)(\d{2})?(?:phút)?$/.exec(tidied) ?? /^(\d{2})(\d{2})$/.exec(tidied)
  const hour = Number(found?.[1])
  const minute = Number(found?.[2] ?? 0)
  if (!found || hour > 23 || minute > 59) {
    return fail('time.unreadable', { text: text.trim().slice(0, 20) })
  }
  return ok(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}
