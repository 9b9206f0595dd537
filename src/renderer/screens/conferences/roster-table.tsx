import { Button, Kbd, Table, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { formatDate } from '#core/date.ts'
import { type Attendee, leadState } from '#core/roster.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { Empty } from '../../components/page.tsx'
import { useRowFocus } from '../../components/row-focus.ts'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import css from './conferences.module.css'

type TableProps = {
  rows: Attendee[]
  canWrite: boolean
  onEdit: (attendee: Attendee) => void
  /** Null for who may only look. */
  onConvert: ((attendee: Attendee) => void) | null
  onRemove: (attendee: Attendee) => void
  onWithdraw: (attendee: Attendee) => void
}

const { roster, terms } = texts

/** Everybody on the roster; Enter edits, F8 enrols, Delete takes off. */
export function RosterTable({ rows, canWrite, onEdit, ...acts }: TableProps) {
  const { onConvert, onRemove, onWithdraw } = acts
  const say = useSay()
  const mayWork = useMay('work')
  const focus = useRowFocus(rows.length)
  const current = rows[focus.at]
  useKeys([
    { key: 'alt+l', label: roster.list, run: focus.focus },
    ...(onConvert
      ? [{ key: 'F8', label: roster.convert, run: () => current && onConvert(current) }]
      : []),
  ])
  const press = (event: KeyboardEvent, row: Attendee) => {
    if (event.key === 'Enter' && canWrite) onEdit(row)
    if (event.key === 'Delete' && canWrite) onRemove(row)
  }
  if (rows.length === 0) {
    return (
      <Empty title={say(roster.empty)}>
        {canWrite && <Text size="sm">{say(roster.emptyHint)}</Text>}
      </Empty>
    )
  }
  return (
    <>
      <div className={tableCss.wrap}>
        <Table className={tableCss.table} aria-label={say(roster.list)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={tableCss.right}>TT</Table.Th>
              {columns.map((title) => (
                <Table.Th key={title.vi}>{say(title)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={focus.body}>
            {rows.map((row, index) => {
              const { onKeyDown, ...props } = focus.row(index)
              return (
                <Table.Tr
                  key={row.id}
                  {...props}
                  onDoubleClick={() => canWrite && onEdit(row)}
                  onKeyDown={(event) => {
                    press(event, row)
                    onKeyDown(event)
                  }}
                >
                  <Cells row={row} number={index + 1} />
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      <div className={css.foot}>
        {onConvert && <span className="soft">{say(roster.rowHint)}</span>}
        {current && (
          <>
            {onConvert && (
              <Button
                size="compact-sm"
                rightSection={<Kbd size="xs">F8</Kbd>}
                onClick={() => onConvert(current)}
              >
                {say(roster.convert)}
              </Button>
            )}
            {canWrite && (
              <Button size="compact-sm" variant="default" onClick={() => onRemove(current)}>
                {say(roster.remove)}
              </Button>
            )}
            {mayWork && current.consent && (
              <Button size="compact-sm" variant="default" onClick={() => onWithdraw(current)}>
                {say(texts.privacy.withdraw)}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  )
}

const columns = [
  roster.name,
  roster.birthYear,
  roster.address,
  roster.phone,
  roster.group,
  roster.interest,
  roster.consentShort,
  roster.followUp,
  roster.state,
  roster.note,
]

/** What somebody wants to know more about, in short words. */
export function useInterest(): (row: Pick<Attendee, 'bhxh' | 'bhyt'>) => string {
  const say = useSay()
  return ({ bhxh, bhyt }) =>
    [bhxh && say(terms.schemeShort['bhxh-tn']), bhyt && say(terms.schemeShort['bhyt-hgd'])]
      .filter(Boolean)
      .join(', ') || '—'
}

function Cells({ row, number }: { row: Attendee; number: number }) {
  const say = useSay()
  const interest = useInterest()
  const { name, birthYear, address, phone, occupation, consent, followUpOn, note } = row
  return (
    <>
      <Table.Td className={tableCss.right}>{number}</Table.Td>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{birthYear ?? '—'}</Table.Td>
      <Table.Td>{address || '—'}</Table.Td>
      <Table.Td className={tableCss.nowrap}>{phone ?? '—'}</Table.Td>
      <Table.Td>{say(occupation ? terms.occupation[occupation] : roster.noGroup)}</Table.Td>
      <Table.Td className={tableCss.nowrap}>{interest(row)}</Table.Td>
      <Table.Td>{consent ? 'x' : '—'}</Table.Td>
      <Table.Td>{followUpOn === null ? '—' : formatDate(followUpOn)}</Table.Td>
      <Table.Td>{say(terms.leadState[leadState(row)])}</Table.Td>
      <Table.Td>{note}</Table.Td>
    </>
  )
}
