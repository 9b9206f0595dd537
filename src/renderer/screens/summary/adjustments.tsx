import { Button, Table, Text } from '@mantine/core'
import { IconPlusMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { AdjustmentCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Answer } from '../../components/page.tsx'
import { ScrollPart } from '../../components/scroll-part.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'

/** The adjustments that a period carries, and a way to add one. */
export function Adjustments({ span }: { span: Span }) {
  const say = useSay()
  const [adding, setAdding] = useState(false)
  const query = useCall('adjustment.list', { from: span.from, to: span.to })
  return (
    <ScrollPart title={say(texts.periods.adjustments)}>
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm">{say(texts.periods.noAdjustments)}</Text>
          ) : (
            <AdjustmentTable rows={rows} />
          )
        }
      </Answer>
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconPlusMinus size={16} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {say(texts.periods.adjust)}
      </Button>
      {adding && <AdjustDialog onClose={() => setAdding(false)} />}
    </ScrollPart>
  )
}

const signed = (value: number): string =>
  value > 0 ? `+${formatMoney(value)}` : formatMoney(value).replace('-', '−')

function AdjustmentTable({ rows }: { rows: readonly AdjustmentCard[] }) {
  const say = useSay()
  const { periods, summary, terms } = texts
  const heads = [
    periods.enrolment,
    periods.person,
    texts.register.scheme,
    periods.why,
    periods.signedOn,
    periods.madeOn,
  ]
  const amounts = [periods.months, summary.gross, summary.support, summary.payer]
  return (
    <Table className={tableCss.table} aria-label={say(periods.adjustments)}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head.vi}>{say(head)}</Table.Th>
          ))}
          {amounts.map((head) => (
            <Table.Th key={head.vi} className={tableCss.right}>
              {say(head)}
            </Table.Th>
          ))}
          <Table.Th>{say(periods.reason)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{row.enrolmentId}</Table.Td>
            <Table.Td>{row.name}</Table.Td>
            <Table.Td>{say(terms.schemeShort[row.scheme])}</Table.Td>
            <Table.Td>
              {say(row.why === 'cancelled' ? periods.cancelledShort : periods.correctedShort)}
            </Table.Td>
            <Table.Td>{formatDate(row.signedOn)}</Table.Td>
            <Table.Td>{formatDate(row.madeOn)}</Table.Td>
            {[row.months, row.gross, row.state + row.local, row.payer].map((value, index) => (
              <Table.Td key={amounts[index]?.vi ?? ''} className={tableCss.right}>
                {signed(value)}
              </Table.Td>
            ))}
            <Table.Td>{row.reason}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
