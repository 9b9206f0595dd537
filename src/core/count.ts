import { formatMoney } from './money.ts'
import { fail, ok, type Result } from './result.ts'

/** Reads a plain number of people: whole, from 0 to `largest`, dots between thousands allowed. */
export function parseCount(text: string, largest = 100_000): Result<number> {
  const tidied = text.normalize('NFKC').trim()
  const plain = /^\d{1,12}$/.test(tidied) || /^\d{1,3}(\.\d{3}){1,3}$/.test(tidied)
  const count = Number(tidied.replaceAll('.', ''))
  if (plain && count <= largest) return ok(count)
  return fail('count.unreadable', {
    text: text.trim().slice(0, 20),
    largest: formatMoney(largest),
  })
}
