import { ActionIcon, Group, Table } from '@mantine/core'
import { IconPrinter, IconX } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import type { EnrolmentRow } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useRowFocus } from '../../components/row-focus.ts'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'

type TableProps = {
  rows: EnrolmentRow[]
  onPrint: (row: EnrolmentRow) => void
  onCancel: (row: EnrolmentRow) => void
}

/** The rows of the register; arrows move, Enter or Ctrl+P prints, Delete cancels. */
export function RegisterTable({ rows, onPrint, onCancel }: TableProps) {
  const say = useSay()
  const focus = useRowFocus(rows.length)
  const current = rows[focus.at]
  const { register } = texts
  const cancel = (row: EnrolmentRow | undefined) => {
    if (row && row.state !== 'cancelled' && !row.locked) onCancel(row)
  }
  useKeys([
    { key: 'alt+l', label: texts.conferences.toList, run: focus.focus },
    { key: 'ctrl+p', label: register.print, run: () => current && onPrint(current) },
    { key: 'ctrl+Delete', label: register.cancel, run: () => cancel(current) },
  ])
  return (
    <div className={`${tableCss.wrap} ${tableCss.fill}`}>
      <Table className={tableCss.table} horizontalSpacing={9} aria-label={say(register.title)}>
        <Head />
        <Table.Tbody ref={focus.body}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              enrolment={row}
              onPrint={() => onPrint(row)}
              onCancel={() => cancel(row)}
              {...focus.row(index)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Head() {
  const say = useSay()
  const { register } = texts
  const numbers = new Set([register.months, register.payer])
  const columns = [
    register.number,
    register.signedOn,
    register.name,
    register.birth,
    register.personalNumber,
    register.scheme,
    register.kind,
    register.months,
    register.payer,
    register.commune,
    register.state,
  ]
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th
            key={column.vi}
            className={numbers.has(column as typeof register.months) ? tableCss.right : undefined}
          >
            {say(column)}
          </Table.Th>
        ))}
        <Table.Th>{say(register.actions)}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
}

type RowProps = { enrolment: EnrolmentRow; onPrint: () => void; onCancel: () => void } & Omit<
  ComponentProps<'tr'>,
  'ref'
>

function Row({ enrolment, onPrint, onCancel, onKeyDown, ...row }: RowProps) {
  const say = useSay()
  const { terms } = texts
  const { id, name, birth, birthPrecision, personalNumber, scheme, kind } = enrolment
  const { signedOn, months, payer, communeName, state } = enrolment
  return (
    <Table.Tr
      {...row}
      onDoubleClick={onPrint}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Enter') return onPrint()
        if (event.key === 'Delete') return onCancel()
        onKeyDown?.(event)
      }}
    >
      <Table.Td>{id}</Table.Td>
      <Table.Td>{formatDate(signedOn)}</Table.Td>
      <Table.Td fw={600} className={state === 'cancelled' ? tableCss.gone : tableCss.nowrap}>
        {name}
      </Table.Td>
      <Table.Td>{formatDate(birth, birthPrecision)}</Table.Td>
      <Table.Td className="mono">{personalNumber}</Table.Td>
      <Table.Td>{say(terms.schemeShort[scheme])}</Table.Td>
      <Table.Td>{say(terms.kind[kind])}</Table.Td>
      <Table.Td className={tableCss.right}>{months}</Table.Td>
      <Table.Td className={tableCss.right}>{formatMoney(payer)}</Table.Td>
      <Table.Td>{communeName}</Table.Td>
      <Table.Td>
        <StateWords enrolment={enrolment} />
      </Table.Td>
      <Table.Td>
        <RowButtons enrolment={enrolment} onPrint={onPrint} onCancel={onCancel} />
      </Table.Td>
    </Table.Tr>
  )
}

function StateWords({ enrolment }: { enrolment: EnrolmentRow }) {
  const say = useSay()
  const { state, locked } = enrolment
  return (
    <>
      {say(texts.terms.state[state])}
      {locked && ` (${say(texts.register.locked)})`}
    </>
  )
}

function RowButtons({
  enrolment,
  onPrint,
  onCancel,
}: Pick<RowProps, 'enrolment' | 'onPrint' | 'onCancel'>) {
  const say = useSay()
  const closed = enrolment.state === 'cancelled' || enrolment.locked
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        size="sm"
        tabIndex={-1}
        aria-label={`${say(texts.register.print)} ${enrolment.id}`}
        onClick={onPrint}
      >
        <IconPrinter size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="sm"
        color="lacquer"
        tabIndex={-1}
        disabled={closed}
        aria-label={`${say(texts.register.cancel)} ${enrolment.id}`}
        onClick={onCancel}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
