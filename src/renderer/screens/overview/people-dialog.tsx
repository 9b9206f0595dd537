import { Button, Group, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PeopleFigure } from '#core/contract/overview-calls.ts'
import type { CountedPerson } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useWork, Working } from '../../components/long-read.tsx'
import { Failed, Loading } from '../../components/page.tsx'
import { useRowFocus } from '../../components/row-focus.ts'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { PersonDialog } from '../person/person-dialog.tsx'
import { peopleJob } from './jobs.ts'

const pageSize = 100

type PeopleProps = { figure: PeopleFigure; today: string; onClose: () => void }

/** The people behind a figure; Enter opens one as in the registry. */
export function PeopleDialog({ figure, today, onClose }: PeopleProps) {
  const say = useSay()
  const [open, setOpen] = useState<CountedPerson | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['overview.people', figure],
    queryFn: ({ pageParam }) =>
      call('overview.people', { figure, after: pageParam, limit: pageSize, job: peopleJob }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  const work = useWork(peopleJob, query.isFetching)
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const total = query.data?.pages.at(-1)?.total
  const title =
    total === undefined
      ? say(texts.common.loading)
      : say(texts.overview.people, { n: formatMoney(total) })
  return (
    <Dialog title={title} onClose={onClose} size="75rem">
      {query.error && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isPending && (work ? <Working work={work} job={peopleJob} /> : <Loading />)}
      {query.data && <People rows={rows} onOpen={setOpen} />}
      {query.hasNextPage && (
        <Group mt="sm">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {say(texts.overview.more)}
          </Button>
          <Text size="sm">
            {formatMoney(rows.length)} / {formatMoney(total ?? rows.length)}
          </Text>
        </Group>
      )}
      {open && (
        <PersonDialog
          personId={open.personId}
          enrolmentId={open.enrolmentId}
          today={today}
          onClose={() => setOpen(null)}
        />
      )}
    </Dialog>
  )
}

function People({ rows, onOpen }: { rows: CountedPerson[]; onOpen: (row: CountedPerson) => void }) {
  const say = useSay()
  const focus = useRowFocus(rows.length)
  const { overview, terms } = texts
  if (rows.length === 0) return <Text size="sm">{say(overview.nobody)}</Text>
  const heads = [overview.name, overview.birth, overview.number, overview.scheme]
  return (
    <div className={tableCss.wrap}>
      <Table className={tableCss.table} aria-label={say(overview.people, { n: rows.length })}>
        <Table.Thead>
          <Table.Tr>
            {[...heads, overview.signedOn, overview.commune, overview.collectors].map((head) => (
              <Table.Th key={head.vi}>{say(head)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={focus.body}>
          {rows.map((row, index) => {
            const { onKeyDown, ...props } = focus.row(index)
            return (
              <Table.Tr
                key={row.enrolmentId}
                {...props}
                onClick={() => onOpen(row)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') return onOpen(row)
                  onKeyDown?.(event)
                }}
              >
                <Table.Td>{row.name}</Table.Td>
                <Table.Td>{formatDate(row.birth.date, row.birth.precision)}</Table.Td>
                <Table.Td className="mono">{row.personalNumber}</Table.Td>
                <Table.Td>{say(terms.scheme[row.scheme])}</Table.Td>
                <Table.Td>{formatDate(row.signedOn)}</Table.Td>
                <Table.Td>{row.communeName}</Table.Td>
                <Table.Td>{say(terms.collector[row.collector])}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
