import { Button, Checkbox, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { RetentionReview } from '#core/contract.ts'
import { addMonths, formatDate, parseDate } from '#core/date.ts'
import { instantSaid } from '#core/privacy/deadlines.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../../api.ts'
import { TextBox } from '../../../components/box.tsx'
import { DateBox } from '../../../components/date-box.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { EnterForm } from '../../../components/enter-form.tsx'
import { FormButtons } from '../../../components/form-buttons.tsx'
import { HeadBoxes, useHeadWord } from '../../../components/head-boxes.tsx'
import { Answer, Empty, Failed, Notice, Sheet } from '../../../components/page.tsx'
import tableCss from '../../../components/table.module.css'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

type DueRow = RetentionReview['due'][number]
type Open = { keep: DueRow } | { destroy: DueRow[] } | null

const keyOf = ({ kind, recordId }: DueRow): string => `${kind} ${recordId}`

/** Records whose term is over, one decision each, and the record of what was destroyed. */
export function ReviewPart({ today }: { today: string }) {
  const say = useSay()
  const query = useCall('privacy.due', {}, { fresh: true })
  const [open, setOpen] = useState<Open>(null)
  const close = () => {
    setOpen(null)
    void query.refetch()
  }
  return (
    <Sheet title={say(privacy.dueTitle)}>
      <Answer query={query}>
        {({ due, destroyed }) => (
          <>
            {due.length === 0 ? (
              <Empty title={say(privacy.nothingDue)} />
            ) : (
              <DueList key={due.map(keyOf).join()} due={due} onOpen={setOpen} />
            )}
            <Title order={3} size="h4" mt="md">
              {say(privacy.destroyed)}
            </Title>
            {destroyed.length === 0 && <Text size="sm">{say(privacy.nothingDestroyed)}</Text>}
            {destroyed.map((row) => (
              <Text key={row.id} size="sm">
                {say(privacy.destroyedLine, {
                  n: row.id,
                  what: say(privacy.record[row.kind]).toLowerCase(),
                  record: row.kind === 'sheet' ? '' : row.recordId,
                  at: instantSaid(row.erasedAt),
                  who: row.decidedBy,
                  reason: row.reason,
                })}
              </Text>
            ))}
          </>
        )}
      </Answer>
      {open && 'keep' in open && <KeepDialog row={open.keep} today={today} onClose={close} />}
      {open && 'destroy' in open && <DestroyDialog rows={open.destroy} onClose={close} />}
    </Sheet>
  )
}

function DueList({ due, onOpen }: { due: DueRow[]; onOpen: (open: Open) => void }) {
  const say = useSay()
  const [chosen, setChosen] = useState<string[]>([])
  const rows = due.filter((row) => chosen.includes(keyOf(row)))
  const toggle = (key: string) =>
    setChosen((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]))
  return (
    <>
      <div className={tableCss.wrap}>
        <Table className={tableCss.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>{say(privacy.dueRecord)}</Table.Th>
              <Table.Th>{say(privacy.since)}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {due.map((row) => (
              <Table.Tr key={keyOf(row)}>
                <Table.Td>
                  <Checkbox
                    aria-label={say(privacy.choose, { name: row.name })}
                    checked={chosen.includes(keyOf(row))}
                    onChange={() => toggle(keyOf(row))}
                  />
                </Table.Td>
                <Table.Td>
                  {say(privacy.record[row.kind])}: {row.name}
                </Table.Td>
                <Table.Td>{formatDate(row.since)}</Table.Td>
                <Table.Td>
                  <Button size="compact-sm" variant="default" onClick={() => onOpen({ keep: row })}>
                    {say(privacy.keepLonger)}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group mt="xs">
        <Button
          color="lacquer"
          disabled={rows.length === 0}
          onClick={() => onOpen({ destroy: rows.slice(0, 200) })}
        >
          {say(privacy.destroy, { n: Math.min(rows.length, 200) })}
        </Button>
      </Group>
    </>
  )
}

type KeepProps = { row: DueRow; today: string; onClose: () => void }

function KeepDialog({ row, today, onClose }: KeepProps) {
  const say = useSay()
  const act = useAct('privacy.keep')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(formatDate(addMonths(today, 12)))
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    const day = parseDate(until, { today })
    if (!day.ok || reason.trim() === '') return
    const { kind, recordId } = row
    const order = { kind, recordId, reason, lookAgainOn: day.value.date }
    act.mutate(order, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${say(privacy.keepLonger)} – ${row.name}`} onClose={onClose}>
      <EnterForm label={say(privacy.keepLonger)} onSubmit={submit}>
        <Stack gap="sm">
          <TextBox
            label={say(privacy.reason)}
            value={reason}
            onChange={setReason}
            error={tried && reason.trim() === '' ? say(privacy.reasonMissing) : null}
            strict
            autoFocus
            maxLength={500}
          />
          <DateBox
            label={say(privacy.lookAgainOn)}
            today={today}
            value={until}
            onChange={setUntil}
          />
          {act.error && <Failed error={act.error} />}
          <FormButtons busy={act.isPending} />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}

function DestroyDialog({ rows, onClose }: { rows: DueRow[]; onClose: () => void }) {
  const say = useSay()
  const act = useAct('privacy.destroy')
  const word = useHeadWord()
  const title = say(privacy.destroy, { n: rows.length })
  const submit = () => {
    const head = word.read()
    if (head === null) return
    const records = rows.map(({ kind, recordId }) => ({ kind, recordId }))
    act.mutate({ records, ...head }, { onSuccess: onClose })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <EnterForm label={title} onSubmit={submit}>
        <Stack gap="sm">
          <Notice>{say(privacy.eraseText)}</Notice>
          <Text size="sm">{say(privacy.eraseStays)}</Text>
          <HeadBoxes word={word} />
          {act.error && <Failed error={act.error} />}
          <Group justify="flex-end">
            <Button type="submit" color="lacquer" loading={act.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </EnterForm>
    </Dialog>
  )
}
