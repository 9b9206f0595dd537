import type { RegistryFilters, RegistryShow } from '#core/contract/registry-calls.ts'
import { formatDate, parseDate } from '#core/date.ts'
import type { Collector, ParticipationKind, Scheme } from '#core/terms.ts'
import { communeKey, communeRef } from '../../components/commune.ts'

type State = NonNullable<RegistryFilters['state']>

/** What the register is narrowed to, as typed; `''` does not narrow. */
export type Filter = {
  query: string
  from: string
  to: string
  scheme: Scheme | ''
  kind: ParticipationKind | ''
  collector: Collector | ''
  state: State | ''
  commune: string | null
}

/** Nothing typed, everything shown. */
export const noFilter: Filter = {
  query: '',
  from: '',
  to: '',
  scheme: '',
  kind: '',
  collector: '',
  state: '',
  commune: null,
}

/** The states a line of the register can be in. */
export const filterStates: readonly State[] = [
  'registered',
  'paid',
  'sent',
  'accepted',
  'returned',
  'cancelled',
]

/** Whether anything narrows the register. */
export function isNarrowed(filter: Filter): boolean {
  return Object.values(filter).some(Boolean)
}

function readDay(text: string, today: string): string | null {
  const read = parseDate(text, { today })
  return read.ok ? read.value.date : null
}

/** The filter as the book is asked; days that cannot be read do not narrow. */
export function readFilters(filter: Filter, today: string): RegistryFilters {
  return {
    from: readDay(filter.from, today),
    to: readDay(filter.to, today),
    scheme: filter.scheme || null,
    kind: filter.kind || null,
    commune: filter.commune === null ? null : communeRef(filter.commune),
    collector: filter.collector || null,
    state: filter.state || null,
    conferenceId: null,
  }
}

/** The search text as the book is asked. */
export function readQuery(filter: Filter): string {
  return filter.query.trim().slice(0, 200)
}

/** A saved filter as typed. */
export function showFilters(query: string, filters: RegistryFilters): Filter {
  const day = (date: string | null) => (date === null ? '' : formatDate(date))
  return {
    query,
    from: day(filters.from),
    to: day(filters.to),
    scheme: filters.scheme ?? '',
    kind: filters.kind ?? '',
    collector: filters.collector ?? '',
    state: filters.state ?? '',
    commune: filters.commune === null ? null : communeKey(filters.commune),
  }
}

/** Which lines are shown, and how they are narrowed. */
export type View = { show: RegistryShow; filter: Filter }
