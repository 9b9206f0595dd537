import { Table, Text } from '@mantine/core'
import type { ConferenceCard } from '#core/conference.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { Empty } from '../../components/page.tsx'
import { useRowFocus } from '../../components/row-focus.ts'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import css from './conferences.module.css'
import { StateMark } from './state-mark.tsx'

type ListProps = {
  rows: ConferenceCard[]
  today: string
  chosen: number | null
  onOpen: (conference: ConferenceCard) => void
}

/** The conferences, newest first; Enter opens one. */
export function ConferenceList({ rows, today, chosen, onOpen }: ListProps) {
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
            <Table.Th>{say(conferences.place)}</Table.Th>
            <Table.Th>{say(conferences.state)}</Table.Th>
            <Table.Th className={tableCss.right}>{say(conferences.attendees)}</Table.Th>
            <Table.Th className={tableCss.right}>{say(conferences.signUps)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={focus.body}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              conference={row}
              today={today}
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

type RowProps = {
  conference: ConferenceCard
  today: string
  chosen: boolean
  onOpen: () => void
} & Omit<React.ComponentProps<'tr'>, 'ref'>

function Row({ conference, today, chosen, onOpen, onKeyDown, ...row }: RowProps) {
  const say = useSay()
  const { heldOn, startsAt, kind, place, communeName, state, attendees, signUps } = conference
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
      <Table.Td>
        <span className={state === 'cancelled' ? tableCss.gone : undefined}>{place}</span>
        <span className={css.under}>
          {communeName} · {say(texts.terms.conferenceKind[kind])}
        </span>
      </Table.Td>
      <Table.Td className={tableCss.nowrap}>
        <StateMark conference={conference} today={today} />
      </Table.Td>
      <Table.Td className={tableCss.right}>
        {state === 'planned' ? '—' : formatMoney(attendees)}
      </Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(signUps)}</Table.Td>
    </Table.Tr>
  )
}
