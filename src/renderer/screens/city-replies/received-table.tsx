import { Badge, Button, Checkbox, Table } from '@mantine/core'
import type { ReceivedLine } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import table from '../../components/table.module.css'
import { useLanguage, useSay } from '../../language.tsx'
import { sayPeriod } from '../city-days/say-period.ts'

const { cityReplies, city } = texts

type ReceivedTableProps = {
  rows: ReceivedLine[]
  picked: ReadonlySet<number>
  onPick: (picked: ReadonlySet<number>) => void
  onOpen: (id: number) => void
}

/** The received files; a box on each line picks it. */
export function ReceivedTable({ rows, picked, onPick, onOpen }: ReceivedTableProps) {
  const say = useSay()
  const all = rows.every(({ id }) => picked.has(id))
  const toggle = (id: number) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    onPick(next)
  }
  return (
    <div className={table.wrap}>
      <Table className={table.table} aria-label={say(cityReplies.list)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Checkbox
                size="xs"
                aria-label={say(cityReplies.pickAll)}
                checked={all}
                indeterminate={!all && picked.size > 0}
                onChange={() => onPick(new Set(all ? [] : rows.map(({ id }) => id)))}
              />
            </Table.Th>
            {[city.unit, city.period, city.number, cityReplies.state, cityReplies.findings].map(
              (title) => (
                <Table.Th key={title.vi}>{say(title)}</Table.Th>
              ),
            )}
            <Table.Th>
              <span className="soft">{say(cityReplies.open)}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line
              key={row.id}
              row={row}
              picked={picked.has(row.id)}
              onToggle={() => toggle(row.id)}
              onOpen={() => onOpen(row.id)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const colours = { received: 'river', accepted: 'leaf', returned: 'lamp', outdated: 'gray' }

type LineProps = {
  row: ReceivedLine
  picked: boolean
  onToggle: () => void
  onOpen: () => void
}

function Line({ row, picked, onToggle, onOpen }: LineProps) {
  const say = useSay()
  const language = useLanguage()
  const replaced = row.state === 'received' && !row.newest
  const notes = row.reply
    ? row.reply.reasons.map(({ text }) => text)
    : row.findings.map((finding) => sayProblem(finding, language))
  const name = `${row.unit.name}, ${sayPeriod(row.period, say)}`
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={`${say(cityReplies.pick)} ${name}`}
          checked={picked}
          onChange={onToggle}
        />
      </Table.Td>
      <Table.Td className={table.nowrap}>{row.unit.name}</Table.Td>
      <Table.Td className={table.nowrap}>{sayPeriod(row.period, say)}</Table.Td>
      <Table.Td className={table.nowrap}>
        {say(city.numberOf, { sequence: row.sequence, revision: row.revision })}
      </Table.Td>
      <Table.Td className={table.nowrap}>
        <Badge color={colours[row.state]} variant="light" radius="sm" tt="none">
          {say(replaced ? cityReplies.replaced : cityReplies[row.state])}
        </Badge>
      </Table.Td>
      <Table.Td>{notes.join(' ')}</Table.Td>
      <Table.Td>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${say(cityReplies.open)} ${name}`}
          onClick={onOpen}
        >
          {say(cityReplies.open)}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
