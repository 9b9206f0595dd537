import { Table } from '@mantine/core'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { type HeldFigure, heldBehind } from '#core/overview-held.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'

/** The conferences behind a figure, latest first. */
export function HeldDialog({ figure, onClose }: { figure: HeldFigure; onClose: () => void }) {
  const say = useSay()
  const { overview, terms } = texts
  const { from, to } = figure
  const query = useCall('conference.list', { span: { from, to } })
  const held = query.data ? heldBehind(query.data, figure) : []
  const title = query.data
    ? say(overview.listConferences, { n: formatMoney(held.length) })
    : say(texts.common.loading)
  return (
    <Dialog title={title} onClose={onClose} size="60rem">
      <Answer query={query}>
        {() => (
          <div className={tableCss.wrap}>
            <Table className={tableCss.table} aria-label={title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say(overview.listWhen)}</Table.Th>
                  <Table.Th>{say(overview.listPlace)}</Table.Th>
                  <Table.Th>{say(overview.commune)}</Table.Th>
                  <Table.Th>{say(overview.listKind)}</Table.Th>
                  <Table.Th className={tableCss.right}>{say(overview.attendees)}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {held.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>{formatDate(one.heldOn)}</Table.Td>
                    <Table.Td>{one.place}</Table.Td>
                    <Table.Td>{one.communeName}</Table.Td>
                    <Table.Td>{say(terms.conferenceKind[one.kind])}</Table.Td>
                    <Table.Td className={tableCss.right}>{formatMoney(one.attendees)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Answer>
    </Dialog>
  )
}
