import { Table, Text } from '@mantine/core'
import type { Conference } from '#core/conference.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { Empty } from '../../components/page.tsx'
import { useRowFocus } from '../../components/row-focus.ts'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'

type ListProps = {
  rows: Conference[]
  chosen: number | null
  onOpen: (conference: Conference) => void
}

/** The conferences, newest first; Enter opens one for editing. */
export function ConferenceList({ rows, chosen, onOpen }: ListProps) {
  const say = useSay()
  const { conferences } = texts
  const focus = useRowFocus(rows.length)
  useKeys([{ key: 'alt+l', label: conferences.toList, run: focus.focus }])
  if (rows.length === 0) {
    return (
      <Empty title={say(conferences.empty)}>
        <Text size="sm">{say(conferences.emptyHint)}</Text>
      </Empty>
    )
  }
  return (
    <div className={tableCss.wrap}>
      <Table className={tableCss.table} aria-label={say(conferences.list)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(conferences.when)}</Table.Th>
            <Table.Th>{say(conferences.kind)}</Table.Th>
            <Table.Th>{say(conferences.place)}</Table.Th>
            <Table.Th className={tableCss.right}>{say(conferences.attendees)}</Table.Th>
            <Table.Th className={tableCss.right}>{say(conferences.signUps)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={focus.body}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              conference={row}
              chosen={row.id === chosen}
              onOpen={() => onOpen(row)}
              {...focus.row(index)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

type RowProps = { conference: Conference; chosen: boolean; onOpen: () => void } & Omit<
  React.ComponentProps<'tr'>,
  'ref'
>

function Row({ conference, chosen, onOpen, onKeyDown, ...row }: RowProps) {
  const say = useSay()
  const { heldOn, startsAt, kind, place, communeName, attendees, signUps } = conference
  return (
    <Table.Tr
      {...row}
      aria-current={chosen || undefined}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key === 'Enter') return onOpen()
        onKeyDown?.(event)
      }}
    >
      <Table.Td className={tableCss.nowrap}>
        {formatDate(heldOn)} {startsAt}
      </Table.Td>
      <Table.Td className={tableCss.nowrap}>{say(texts.terms.conferenceKind[kind])}</Table.Td>
      <Table.Td>
        {place}, {communeName}
      </Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(attendees)}</Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(signUps)}</Table.Td>
    </Table.Tr>
  )
}
