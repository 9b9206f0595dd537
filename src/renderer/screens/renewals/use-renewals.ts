import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { DueFilter } from '#core/contract.ts'
import { call } from '../../api.ts'

const page = 100

/** The people due that match, read page by page as the list is walked through. */
export function useRenewals(filter: DueFilter) {
  const query = useInfiniteQuery({
    queryKey: ['renewal.list', filter],
    queryFn: ({ pageParam }) => call('renewal.list', { ...filter, offset: pageParam, limit: page }),
    initialPageParam: 0,
    getNextPageParam: ({ rows, total }, _all, offset) =>
      rows.length > 0 && offset + rows.length < total ? offset + rows.length : null,
    placeholderData: keepPreviousData,
  })
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((each) => each.rows), [data])
  const readOn = useCallback(() => void fetchNextPage(), [fetchNextPage])
  return {
    answer: { data: rows, error, refetch },
    lines: { count: rows?.length ?? 0, hasMore: hasNextPage, isReading: isFetching, readOn },
    total: data?.pages[0]?.total ?? 0,
    marks: data?.pages[0]?.marks ?? [],
  }
}
