import { fail, ok, type Result } from './result.ts'

/** The largest number of people a clerk may type. */
export const largestCount = 100_000

/** Reads a plain number of people: whole, 0 to 100,000, a dot between thousands allowed. */
export function parseCount(text: string): Result<number> {
  const tidied = text.normalize('NFKC').trim()
  const plain = /^\d{1,6}$/.test(tidied) || /^\d{1,3}\.\d{3}$/.test(tidied)
  const count = Number(tidied.replace('.', ''))
  if (!plain || count > largestCount) {
    return fail('count.unreadable', { text: text.trim().slice(0, 20) })
  }
  return ok(count)
}
