import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { AuditLine, AuditPage, CallInput } from '#core/contract.ts'
import { parseDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { call, useAct, useCall } from '../../api.ts'
import { BoxRow, ChoiceBox } from '../../components/box.tsx'
import { Answer, Empty, Failed, Notice, Sheet } from '../../components/page.tsx'
import { SpanBoxes } from '../../components/span-boxes.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import css from './audit.module.css'

const { admin } = texts

/** The audit with its filters, newest first, and the check of its chain. */
export function AuditPart({ today }: { today: string }) {
  const say = useSay()
  const [typed, setTyped] = useState({ from: '', to: '', actor: '', area: '' })
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }))
  const day = (text: string) => {
    const read = parseDate(text, { today })
    return read.ok ? read.value.date : null
  }
  const filter: CallInput<'audit.list'> = {
    before: null,
    from: day(typed.from),
    to: day(typed.to),
    actor: typed.actor || null,
    area: typed.area || null,
    subject: null,
  }
  const query = useCall('audit.list', filter, { fresh: true, keep: true })
  const known = query.data
  return (
    <Sheet title={say(admin.parts.audit)}>
      <Chain />
      <BoxRow>
        <SpanBoxes width={11} grow={0} today={today} value={typed} onChange={set} />
        <ChoiceBox
          label={say(admin.who)}
          width={16}
          grow={0}
          value={typed.actor}
          empty={say(admin.everybody)}
          options={(known?.actors ?? []).map((name) => ({ value: name, label: name }))}
          onChange={(actor) => set({ actor })}
        />
        <ChoiceBox
          label={say(admin.area)}
          width={14}
          grow={0}
          value={typed.area}
          empty={say(admin.everything)}
          options={(known?.areas ?? []).map((area) => ({
            value: area,
            label: admin.areas[area] ? say(admin.areas[area]) : area,
          }))}
          onChange={(area) => set({ area })}
        />
      </BoxRow>
      <Answer query={query}>
        {(page) => <Lines key={JSON.stringify(filter)} first={page} filter={filter} />}
      </Answer>
    </Sheet>
  )
}

function Chain() {
  const say = useSay()
  const verify = useAct('audit.verify')
  const { data } = verify
  return (
    <Group gap="sm" mb="xs">
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate({})}>
        {say(admin.verify)}
      </Button>
      {verify.error && <Failed error={verify.error} />}
      {data?.broken === null && (
        <Text size="sm" role="status">
          {say(admin.whole, { n: formatMoney(data.events) })}
          {data.file === null && ` ${say(admin.filesAgree)}`}
        </Text>
      )}
      {data && data.broken !== null && (
        <Notice>{say(admin.broken, { n: formatMoney(data.broken) })}</Notice>
      )}
      {data?.file && (
        <Notice>{say(admin.fileFault[data.file.why], { n: data.file.sequence })}</Notice>
      )}
    </Group>
  )
}

type LinesProps = { first: AuditPage; filter: CallInput<'audit.list'> }

function Lines({ first, filter }: LinesProps) {
  const say = useSay()
  const [older, setOlder] = useState<AuditPage[]>([])
  const pages = [first, ...older]
  const next = pages.at(-1)?.next ?? null
  const more = async () => {
    const page = await call('audit.list', { ...filter, before: next })
    setOlder((now) => [...now, page])
  }
  const lines = pages.flatMap((page) => page.lines)
  if (lines.length === 0) return <Empty title={say(admin.noLines)} />
  return (
    <>
      <div className={tableCss.wrap}>
        <Table className={`${tableCss.table} ${css.lines}`} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {[admin.at, admin.who, admin.event, admin.subject, admin.detail].map((head) => (
                <Table.Th key={head.vi}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Line key={line.seq} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {next !== null && (
        <Button mt="xs" variant="default" onClick={() => void more()}>
          {say(admin.more)}
        </Button>
      )}
    </>
  )
}

const clock = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** The fields of a detail, one a line; a change is told as before and after. */
function told(detail: unknown): [string, string][] {
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail).flatMap(([field, value]): [string, string][] => {
    if (field === 'changes') return changesTold(value)
    // An erasure proves each line it emptied; a reader wants to know how many.
    if (field === 'lines' && Array.isArray(value)) return [[field, String(value.length)]]
    return [[field, text(value)]]
  })
}

function changesTold(changes: unknown): [string, string][] {
  return Object.entries(changes ?? {}).map(([field, change]) => {
    const [before, after] = Array.isArray(change) ? change : [null, change]
    return [field, before === null ? text(after) : `${text(before)} → ${text(after)}`]
  })
}

const text = (value: unknown): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

function Line({ line }: { line: AuditLine }) {
  const say = useSay()
  const [area = '', act = ''] = line.event.split('.')
  return (
    <Table.Tr>
      <Table.Td className={tableCss.nowrap}>{clock.format(new Date(line.at))}</Table.Td>
      <Table.Td>{line.actor}</Table.Td>
      <Table.Td>
        {admin.areas[area] ? say(admin.areas[area]) : area} ·{' '}
        {admin.acts[act] ? say(admin.acts[act]) : act}
      </Table.Td>
      <Table.Td>{line.subject}</Table.Td>
      <Table.Td>
        {told(line.detail).map(([field, value]) => (
          <div key={field}>
            <span className={css.field}>{field}</span> {value}
          </div>
        ))}
      </Table.Td>
    </Table.Tr>
  )
}
