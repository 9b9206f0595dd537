import { sql } from 'kysely'
import type { RegistryFilters } from '#core/contract/registry-calls.ts'
import { addDays, addMonths } from '#core/date.ts'
import { facetTerms, type TypedWord } from '#core/search-terms.ts'
import { Collector, ParticipationKind, Scheme } from '#core/terms.ts'
import type { Db } from './kysely.ts'

/**
 * The full-text question behind a search. `names` has every word in the name or a number; `rest` are
 * the others, with some word only in the address; `any` is both, and null when nothing is asked for.
 * `isSure` says that whoever matches fits the filters; otherwise different enrolments of a person may
 * fit parts of them, and rows have to be looked at.
 */
export type Match = {
  names: string | null
  rest: string | null
  any: string | null
  isSure: boolean
}

const states = ['registered', 'paid', 'sent', 'accepted', 'returned', 'cancelled']

/** A term as a quoted string: nothing that was typed ever becomes syntax. */
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`

const anyOf = (terms: readonly string[]): string => `(${terms.map(quoted).join(' OR ')})`

const all = (parts: readonly string[]): string => parts.join(' AND ')

/** Puts words and filters into full-text questions. `byEnrolment`: lines are enrolments, not people. */
export async function matchOf(
  db: Db,
  words: readonly TypedWord[],
  filters: RegistryFilters,
  byEnrolment: boolean,
): Promise<Match> {
  const { parts, isSure } = await facetParts(db, filters, byEnrolment)
  const names = words.every(({ inName }) => inName.length > 0)
    ? [...words.map(({ inName }) => anyOf(inName)), ...parts]
    : null
  const any = [...words.map(({ inName, inAddress }) => anyOf([...inName, ...inAddress])), ...parts]
  const digits = words.some((word) => word.digits !== null)
  const shape = { isSure: isSure && !digits }
  if (words.length === 0) {
    const only = parts.length > 0 ? all(parts) : null
    return { ...shape, names: only, rest: null, any: only }
  }
  return {
    ...shape,
    names: names && all(names),
    rest: names ? `(${all(any)}) NOT (${all(names)})` : all(any),
    any: all(any),
  }
}

async function facetParts(
  db: Db,
  filters: RegistryFilters,
  byEnrolment: boolean,
): Promise<{ parts: string[]; isSure: boolean }> {
  const parts: string[] = []
  const { commune, conferenceId } = filters
  const choices = choiceTerms(filters)
  const months = await monthTerms(db, filters)
  if (choices) parts.push(anyOf(choices))
  if (months) parts.push(anyOf(months.terms))
  if (conferenceId !== null) parts.push(quoted(facetTerms.conference(conferenceId)))
  const aboutOne = parts.length
  if (commune) {
    const { code, validFrom } = commune
    parts.push(quoted(facetTerms[byEnrolment ? 'signed' : 'household'](code, validFrom)))
  }
  const isSure = aboutOne <= 1 && months?.isWhole !== false && !(byEnrolment && commune)
  return { parts, isSure }
}

function choiceTerms(filters: RegistryFilters): string[] | null {
  const { scheme, kind, collector, state } = filters
  if (!scheme && !kind && !collector && !state) return null
  const terms: string[] = []
  for (const oneScheme of scheme ? [scheme] : Scheme.options)
    for (const oneKind of kind ? [kind] : ParticipationKind.options)
      for (const oneCollector of collector ? [collector] : Collector.options)
        for (const oneState of state ? [state] : states)
          terms.push(
            facetTerms.choice({
              scheme: oneScheme,
              kind: oneKind,
              collector: oneCollector,
              state: oneState,
            }),
          )
  return terms
}

/** The months of a span of days, as far as the book has enrolments; none is a term nobody has. */
async function monthTerms(
  db: Db,
  { from, to }: RegistryFilters,
): Promise<{ terms: string[]; isWhole: boolean } | null> {
  if (from === null && to === null) return null
  const book = await sql<{ first: string | null; last: string | null }>`select
    (select min(signed_on) from enrolment) as first,
    (select max(signed_on) from enrolment) as last`.execute(db)
  const { first, last } = book.rows[0] ?? { first: null, last: null }
  if (first === null || last === null) return { terms: [facetTerms.month('none')], isWhole: true }
  const start = from === null || from < first ? first : from
  const end = to === null || to > last ? last : to
  const terms: string[] = []
  for (let month = `${start.slice(0, 7)}-01`; month <= end; month = addMonths(month, 1))
    terms.push(facetTerms.month(month))
  const isWhole =
    (start === first || start.endsWith('-01')) && (end === last || addDays(end, 1).endsWith('-01'))
  return { terms: terms.length > 0 ? terms : [facetTerms.month('none')], isWhole }
}
