import { Kbd, Table, Title } from '@mantine/core'
import { useState } from 'react'
import { texts } from '#core/texts.ts'
import { Dialog } from '../../components/dialog.tsx'
import { type KeyAction, useActiveKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import { keyName } from './status-line.tsx'

/** Every key that works now, in words (F1). */
export function KeyList({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const active = useActiveKeys()
  // The dialog's own keys would be listed too once it is open; keep what held before.
  const [{ here, everywhere }] = useState(active)
  return (
    <Dialog title={say(texts.shell.keys)} onClose={onClose} size="lg">
      <Keys title={say(texts.shell.keysHere)} keys={here} />
      <Keys title={say(texts.shell.keysEverywhere)} keys={everywhere} />
    </Dialog>
  )
}

function Keys({ title, keys }: { title: string; keys: KeyAction[] }) {
  const say = useSay()
  if (keys.length === 0) return null
  return (
    <>
      <Title order={2} mt="sm">
        {title}
      </Title>
      <Table>
        <Table.Tbody>
          {keys.map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Th w="9rem" scope="row">
                <Kbd>{keyName(key)}</Kbd>
              </Table.Th>
              <Table.Td>{say(label)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
