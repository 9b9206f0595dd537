import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { RosterPasted } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed, Loading, Notice } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useLanguage, useSay } from '../../language.tsx'

type PasteProps = { conferenceId: number; onClose: () => void; onDone: (said: string) => void }

const { roster } = texts

/** Rows copied from a spreadsheet: what they would come to, then the same for good. */
export function PasteDialog(props: PasteProps) {
  const say = useSay()
  return (
    <Dialog title={say(roster.pasteTitle)} onClose={props.onClose} size="xl">
      <Paste {...props} />
    </Dialog>
  )
}

function Paste({ conferenceId, onClose, onDone }: PasteProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const order = { conferenceId, text }
  const has = text.trim() !== ''
  const trial = useCall('roster.paste', { ...order, dryRun: true }, { enabled: has, fresh: true })
  const act = useAct('roster.paste')
  const count = has ? (trial.data?.added ?? 0) : 0
  const paste = () => {
    if (count === 0 || act.isPending) return
    act.mutate(
      { ...order, dryRun: false },
      {
        onSuccess: ({ added, refused }) => {
          onDone(say(roster.pasted, { n: added, refused: refused.length }))
          onClose()
        },
      },
    )
  }
  useKeys([{ key: 'ctrl+Enter', label: roster.paste, run: paste }])
  return (
    <Stack gap="sm">
      <Text size="sm">{say(roster.pasteHelp)}</Text>
      <TextBox
        label={say(roster.pasteBox)}
        lines={6}
        maxLength={1_000_000}
        value={text}
        onChange={setText}
        autoFocus
      />
      {has && trial.isFetching && <Loading />}
      {has && trial.error ? <Failed error={trial.error} /> : null}
      {has && trial.data && <Plan plan={trial.data} />}
      {act.error && <Failed error={act.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {say(texts.common.cancel)}
        </Button>
        <Button onClick={paste} disabled={count === 0} loading={act.isPending}>
          {say(roster.pasteYes, { n: count })}
        </Button>
      </Group>
    </Stack>
  )
}

function Plan({ plan }: { plan: RosterPasted }) {
  const say = useSay()
  const { added, names, refused, phonesLeft } = plan
  const shown = names.join(', ') + (added > names.length ? '…' : '')
  return (
    <div role="status">
      {added > 0 ? (
        <Notice tone="leaf">{say(roster.pasteGood, { n: added, names: shown })}</Notice>
      ) : (
        <Notice>{say(roster.pasteNobody)}</Notice>
      )}
      {phonesLeft > 0 && <Notice>{say(roster.pastePhones, { n: phonesLeft })}</Notice>}
      {refused.length > 0 && <Refused rows={refused} />}
    </div>
  )
}

function Refused({ rows }: { rows: RosterPasted['refused'] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {say(roster.pasteRefused, { n: rows.length })}
      </Text>
      <div className={tableCss.wrap} style={{ maxHeight: '16rem' }}>
        <Table className={tableCss.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(roster.line)}</Table.Th>
              <Table.Th>{say(roster.name)}</Table.Th>
              <Table.Th>{say(roster.why)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ line, name, problem }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{name || '—'}</Table.Td>
                <Table.Td>{sayProblem(problem, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  )
}
