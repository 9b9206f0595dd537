import { Table, Text } from '@mantine/core'
import type { PlaceCard } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { ProblemError } from '../../api.ts'
import { Failed } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { megabytes, momentOf } from './times.ts'

const { backup } = texts

/** The backups at one place, newest first, each with its verdict. */
export function PlaceTable({ card }: { card: PlaceCard }) {
  const say = useSay()
  return (
    <section aria-label={card.place}>
      <Text fw={600} size="sm" mt="sm" mb={4}>
        {card.place}
      </Text>
      {card.problem && <Failed error={new ProblemError(card.problem)} />}
      {!card.problem && card.backups.length === 0 && <Text size="sm">{say(backup.none)}</Text>}
      {card.backups.length > 0 && (
        <Table className={tableCss.table} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {[backup.madeAt, backup.rows, backup.size, backup.verdict].map((head) => (
                <Table.Th key={head.vi}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {card.backups.map((each) => (
              <Table.Tr key={each.name}>
                <Table.Th scope="row" className={tableCss.nowrap}>
                  {each.madeAt ? momentOf(each.madeAt) : each.name}
                </Table.Th>
                <Table.Td>
                  {say(backup.holds, {
                    people: formatMoney(each.people ?? 0),
                    enrolments: formatMoney(each.enrolments ?? 0),
                  })}
                </Table.Td>
                <Table.Td className={tableCss.nowrap}>{megabytes(each.size ?? 0)}</Table.Td>
                <Table.Td>{say(backup.verdicts[each.verdict])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}
