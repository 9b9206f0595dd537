import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { RegistryRow } from '#core/contract.ts'
import { call } from '../../api.ts'
import { readFilters, readQuery, type View } from './filter.ts'

const firstPage = 80
const laterPage = 200

/** The lines of the register that match, read page by page as the list is walked through. */
export function useRegistry({ show, filter }: View, today: string) {
  const asked = { show, query: readQuery(filter), filters: readFilters(filter, today) }
  const query = useInfiniteQuery({
    queryKey: ['registry.search', asked],
    queryFn: ({ pageParam }) =>
      call('registry.search', {
        ...asked,
        after: pageParam,
        limit: pageParam === null ? firstPage : laterPage,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data])
  const readOn = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const counted = data?.pages[0]?.total ?? null
  return {
    answer: { data: rows, error, refetch },
    lines: { count: rows?.length ?? 0, hasMore: hasNextPage, isReading: isFetching, readOn },
    total: totalOf(rows?.length ?? 0, hasNextPage, counted),
  }
}

/** How many match: what was counted, or at least what was read; `more` means there are more. */
function totalOf(
  read: number,
  hasMore: boolean,
  counted: { count: number; more: boolean } | null,
): { count: number; more: boolean } {
  if (!hasMore) return { count: read, more: false }
  const isKnown = counted !== null && !counted.more && counted.count >= read
  return { count: Math.max(read, counted?.count ?? 0), more: !isKnown }
}

/** What tells lines apart: people and households by the person, enrolments by their number. */
export function lineKey({ personId, enrolments }: RegistryRow, isEnrolment: boolean): string {
  return isEnrolment ? `e${enrolments[0]?.id ?? 0}` : `p${personId}`
}
