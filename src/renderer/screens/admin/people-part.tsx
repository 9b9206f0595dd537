import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { AppState, StaffLine } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Sheet } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { LockForm } from './lock-form.tsx'
import { StaffDialog, type StaffTask } from './staff-dialog.tsx'

const { admin } = texts

/** The people who may sign in, and after how long the window locks. */
export function PeoplePart({ state }: { state: AppState }) {
  const say = useSay()
  const people = useCall('staff.list', {}, { fresh: true })
  const [task, setTask] = useState<StaffTask | null>(null)
  useKeys([{ key: 'Insert', label: admin.add, run: () => setTask({ kind: 'add' }) }])
  return (
    <>
      <Sheet title={say(admin.parts.people)}>
        <Text size="sm">{say(admin.peopleText)}</Text>
        <Answer query={people}>
          {(lines) => <PeopleTable lines={lines} own={state.session?.id} onTask={setTask} />}
        </Answer>
        <Group mt="sm">
          <Button onClick={() => setTask({ kind: 'add' })}>{say(admin.add)}</Button>
        </Group>
      </Sheet>
      <LockForm minutes={state.lockMinutes} />
      {task && (
        <StaffDialog
          task={task}
          onClose={() => {
            setTask(null)
            void people.refetch()
          }}
        />
      )}
    </>
  )
}

type TableProps = {
  lines: StaffLine[]
  own: number | undefined
  onTask: (task: StaffTask) => void
}

function PeopleTable({ lines, own, onTask }: TableProps) {
  const say = useSay()
  return (
    <Table className={tableCss.table} verticalSpacing={6} mt="sm">
      <Table.Thead>
        <Table.Tr>
          {[admin.name, admin.role, admin.state].map((head) => (
            <Table.Th key={head.vi}>{say(head)}</Table.Th>
          ))}
          <Table.Th aria-label={say(admin.edit)} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Th scope="row">{person.name}</Table.Th>
            <Table.Td>{say(texts.terms.role[person.role])}</Table.Td>
            <Table.Td>
              <Standing person={person} />
            </Table.Td>
            <Table.Td>
              <Group gap="xs" justify="flex-end">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={say(admin.editOf, { name: person.name })}
                  onClick={() => onTask({ kind: 'edit', person })}
                >
                  {say(admin.edit)}
                </Button>
                {person.id !== own && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={say(admin.resetOf, { name: person.name })}
                    onClick={() => onTask({ kind: 'reset', person })}
                  >
                    {say(admin.reset)}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Standing({ person }: { person: StaffLine }) {
  const say = useSay()
  if (!person.active) return <>{say(admin.inactive)}</>
  if (person.lockedUntil !== null && Date.parse(person.lockedUntil) > Date.now()) {
    const time = new Date(person.lockedUntil).toLocaleTimeString('vi', { timeStyle: 'short' })
    return <>{say(admin.waiting, { time })}</>
  }
  return <>{say(person.pinGiven ? admin.pinGiven : admin.active)}</>
}
