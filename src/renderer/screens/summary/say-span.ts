import { formatDate } from '#core/date.ts'
import { periodWords, type Span } from '#core/period.ts'

/** A period as a key: the same text exactly for the same period. */
export const saySpan = ({ kind, from, to }: Span): string => `${kind} ${from} ${to}`

/** A period as a person reads it, in the language of the window. */
export function nameSpan(span: Span, language: 'vi' | 'en'): string {
  if (language === 'vi') return periodWords(span)
  const { kind, from, to } = span
  return from === to
    ? `${kind} ${formatDate(from)}`
    : `${kind} ${formatDate(from)} – ${formatDate(to)}`
}
