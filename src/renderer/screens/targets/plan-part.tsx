import { Button, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { PlanRead } from '#core/contract.ts'
import { keyOfEntry, type PlanEntry, type PlanPart } from '#core/target-plan.ts'
import { texts } from '#core/texts.ts'
import { Sheet } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { columnsOf } from './columns.ts'

type PartProps = {
  part: PlanPart
  read: PlanRead
  mayEdit: boolean
  onEdit: (row: PlanEntry['row'] | null) => void
  onRemove: (key: string, name: string) => void
}

/** The entries of one part of the plan; the head adds, changes and removes them. */
export function PlanPartTable({ part, read, mayEdit, onEdit, onRemove }: PartProps) {
  const say = useSay()
  const { targets } = texts
  const rows = read.plan[part]
  const columns = columnsOf(part, read, say)
  return (
    <Sheet title={say(targets.parts[part])}>
      {rows.length === 0 && <Text size="sm">{say(targets.none)}</Text>}
      {rows.length > 0 && (
        <div className={tableCss.wrap}>
          <Table className={tableCss.table} aria-label={say(targets.parts[part])}>
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ head, right }) => (
                  <Table.Th key={head.vi} className={right && tableCss.right}>
                    {say(head)}
                  </Table.Th>
                ))}
                {mayEdit && <Table.Th aria-label={say(targets.edit)} />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const key = keyOfEntry({ part, row } as PlanEntry)
                const name = columns[0]?.cell(row) ?? key
                return (
                  <Table.Tr key={key}>
                    {columns.map(({ head, cell, right }) => (
                      <Table.Td key={head.vi} className={right && tableCss.right}>
                        {cell(row)}
                      </Table.Td>
                    ))}
                    {mayEdit && (
                      <Table.Td>
                        <Group gap={4} justify="flex-end" wrap="nowrap">
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`${say(targets.edit)} ${name}`}
                            onClick={() => onEdit(row)}
                          >
                            {say(targets.edit)}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`${say(targets.remove)} ${name}`}
                            onClick={() => onRemove(key, name)}
                          >
                            {say(targets.remove)}
                          </Button>
                        </Group>
                      </Table.Td>
                    )}
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {mayEdit && (
        <Group mt="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            aria-label={`${say(targets.add)}: ${say(targets.parts[part])}`}
            onClick={() => onEdit(null)}
          >
            {say(targets.add)}
          </Button>
        </Group>
      )}
    </Sheet>
  )
}
