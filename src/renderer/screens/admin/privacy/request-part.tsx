import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '#core/date.ts'
import { daysLeft } from '#core/privacy/deadlines.ts'
import type { DataRequest } from '#core/privacy/records.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../../api.ts'
import { Answer, Empty, Notice, Sheet } from '../../../components/page.tsx'
import tableCss from '../../../components/table.module.css'
import { type Say, useSay } from '../../../language.tsx'
import { useMay } from '../../../use-may.ts'
import { RequestForm } from './request-form.tsx'
import { StepDialog, type StepKind } from './step-dialog.tsx'

const { privacy } = texts

type Open = { form: true } | { request: DataRequest; kind: StepKind } | null

/** The register of requests people make about their data, by deadline. */
export function RequestPart({ today }: { today: string }) {
  const say = useSay()
  const query = useCall('request.list', {}, { fresh: true })
  const decides = useMay('approve')
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState<string | null>(null)
  const close = (words?: string) => {
    setOpen(null)
    setSaid(words ?? null)
    void query.refetch()
  }
  return (
    <Sheet title={say(privacy.tabs.requests)}>
      <Group mb="xs">
        <Button onClick={() => setOpen({ form: true })}>{say(privacy.newRequest)}</Button>
      </Group>
      {!decides && (
        <Text size="sm" mb="xs">
          {say(privacy.headDecides)}
        </Text>
      )}
      {said && (
        <div role="status">
          <Notice tone="leaf">{said}</Notice>
        </div>
      )}
      <Answer query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <Empty title={say(privacy.noRequests)} />
          ) : (
            <Requests
              requests={requests}
              today={today}
              onStep={decides ? (request, kind) => setOpen({ request, kind }) : null}
            />
          )
        }
      </Answer>
      {open && 'form' in open && <RequestForm today={today} onClose={() => close()} />}
      {open && 'request' in open && <StepDialog {...open} onClose={close} />}
    </Sheet>
  )
}

type ListProps = {
  requests: DataRequest[]
  today: string
  /** Null for who notes requests and does not decide them. */
  onStep: ((request: DataRequest, kind: StepKind) => void) | null
}

function Requests({ requests, today, onStep }: ListProps) {
  const say = useSay()
  const heads = [privacy.due, privacy.requestKind, privacy.subjectName, privacy.state]
  return (
    <div className={tableCss.wrap}>
      <Table className={tableCss.table}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head.vi}>{say(head)}</Table.Th>
            ))}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {requests.map((request) => (
            <Table.Tr key={request.id}>
              <Table.Td>
                <Due request={request} today={today} />
              </Table.Td>
              <Table.Td>
                {say(privacy.kind[request.kind])}
                <Text size="sm" className="soft">
                  {formatDate(request.receivedOn)}
                </Text>
              </Table.Td>
              <Table.Td>
                {request.subjectName}
                <Text size="sm" className="soft">
                  {request.contact}
                </Text>
              </Table.Td>
              <Table.Td>{stateOf(request, say)}</Table.Td>
              <Table.Td>
                {onStep && <Steps request={request} onStep={(kind) => onStep(request, kind)} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Due({ request, today }: { request: DataRequest; today: string }) {
  const say = useSay()
  const { dueOn, doneBy, answeredOn } = request
  if (dueOn === null) return <>—</>
  const left = daysLeft(dueOn, today)
  const words =
    left < 0
      ? say(privacy.overdue, { n: -left })
      : left === 0
        ? say(privacy.dueToday)
        : say(privacy.dueIn, { n: left })
  const what = dueOn === doneBy || answeredOn !== null ? privacy.doneBy : privacy.answerBy
  return (
    <>
      <Text fw={left < 0 ? 700 : 400}>{say(what, { date: formatDate(dueOn) })}</Text>
      <Text size="sm" fw={left <= 0 ? 700 : 400}>
        {words}
      </Text>
    </>
  )
}

function stateOf(request: DataRequest, say: Say): string {
  const { state, answeredOn, extension, answer, refusal } = request
  const parts = [
    say(privacy[state]),
    answeredOn && say(privacy.answered, { date: formatDate(answeredOn) }),
    extension && say(privacy.extended, { reason: extension }),
    answer,
    refusal,
  ]
  return parts.filter(Boolean).join(' · ')
}

function Steps({ request, onStep }: { request: DataRequest; onStep: (kind: StepKind) => void }) {
  const say = useSay()
  if (request.state !== 'open') return null
  const hasPerson = request.personId !== null
  const kinds: StepKind[] = [
    ...(request.answeredOn === null ? (['answer'] as const) : []),
    ...(request.mayExtend ? (['extend'] as const) : []),
    ...(hasPerson ? (['export'] as const) : []),
    ...(hasPerson && request.kind === 'delete' ? (['erase'] as const) : []),
    ...(['done', 'refuse'] as const),
  ]
  return (
    <Group gap={6}>
      {kinds.map((kind) => (
        <Button key={kind} size="compact-sm" variant="default" onClick={() => onStep(kind)}>
          {say(privacy.steps[kind])}
        </Button>
      ))}
    </Group>
  )
}
