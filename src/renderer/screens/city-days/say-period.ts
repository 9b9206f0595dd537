import type { ReceivedLine } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import type { Say } from '../../language.tsx'

/** A period in words: "Ngày 14/11/2024", "Tuần 11/11/2024 – 17/11/2024". */
export function sayPeriod({ kind, from, to }: ReceivedLine['period'], say: Say): string {
  const days = [...new Set([formatDate(from), formatDate(to)])].join(' – ')
  return `${say(texts.terms.periodKind[kind])} ${days}`
}
