import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconMailOpened } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, PeriodCard, SummaryFileCard } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { call, useAct, useCall } from '../../api.ts'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { ScrollPart } from '../../components/scroll-part.tsx'
import tableCss from '../../components/table.module.css'
import { useLanguage, useSay } from '../../language.tsx'
import { Reasons } from './reasons.tsx'
import { ReplyDialog } from './reply-dialog.tsx'
import { nameSpan, saySpan } from './say-span.ts'

type HistoryProps = { state: AppState; onShow: (span: Span) => void }

/** Every period that was closed, its files and what the city said of them. */
export function History({ onShow }: HistoryProps) {
  const say = useSay()
  const { periods } = texts
  const query = useCall('period.list', {})
  const again = useAct('summary.write-again')
  const [opening, setOpening] = useState(false)
  const writeAgain = async (sequence: number) => {
    const folder = await call('app.chooseFolder', { purpose: 'export' })
    if (folder) again.mutate({ sequence, folder })
  }
  return (
    <ScrollPart title={say(periods.history)}>
      <Group mb="xs">
        <Button
          variant="default"
          leftSection={<IconMailOpened size={16} aria-hidden />}
          onClick={() => setOpening(true)}
        >
          {say(periods.openReply)}
        </Button>
      </Group>
      {again.error && <Failed error={again.error} />}
      {again.data && (
        <Notice tone="leaf">
          {say(periods.written, { file: again.data.file })} {say(periods.stick.safe)}
        </Notice>
      )}
      <Answer query={query}>
        {(known) =>
          known.length === 0 ? (
            <Text size="sm">{say(periods.noHistory)}</Text>
          ) : (
            <Table className={tableCss.table} aria-label={say(periods.history)}>
              <Table.Thead>
                <Table.Tr>
                  {[
                    ...[periods.period, periods.stateHead, periods.number, periods.file],
                    ...[periods.fingerprint, periods.signedBy],
                  ].map((head) => (
                    <Table.Th key={head.vi}>{say(head)}</Table.Th>
                  ))}
                  <Table.Th>
                    <VisuallyHidden>{say(periods.show)}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              {known.map((card) => (
                <PeriodRows
                  key={saySpan(card)}
                  card={card}
                  onShow={() => onShow(card)}
                  onWrite={(sequence) => void writeAgain(sequence)}
                />
              ))}
            </Table>
          )
        }
      </Answer>
      {opening && <ReplyDialog onClose={() => setOpening(false)} />}
    </ScrollPart>
  )
}

type RowsProps = { card: PeriodCard; onShow: () => void; onWrite: (sequence: number) => void }

function PeriodRows({ card, onShow, onWrite }: RowsProps) {
  const say = useSay()
  const language = useLanguage()
  const { periods } = texts
  const words = nameSpan(card, language)
  return (
    <Table.Tbody>
      {card.files.map((file, index) => (
        <Table.Tr key={file.sequence}>
          {index === 0 && (
            <>
              <Table.Th scope="rowgroup" rowSpan={card.files.length}>
                {words}
              </Table.Th>
              <Table.Td rowSpan={card.files.length}>
                <strong>{say(periods.state[card.state])}</strong>
              </Table.Td>
            </>
          )}
          <Table.Td className={tableCss.nowrap}>
            {say(periods.numberOf, { sequence: file.sequence, revision: file.revision })}
          </Table.Td>
          <FileCell file={file} />
          <Table.Td className="mono">{file.fingerprint}</Table.Td>
          <Table.Td>
            {file.approvedBy}, {formatDate(file.createdAt.slice(0, 10))}
          </Table.Td>
          <Table.Td>
            <Group gap={4} wrap="nowrap">
              {index === 0 && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${say(periods.show)}: ${words}`}
                  onClick={onShow}
                >
                  {say(periods.show)}
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${say(periods.writeAgain)}: ${file.fileName}`}
                onClick={() => onWrite(file.sequence)}
              >
                {say(periods.writeAgain)}
              </Button>
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  )
}

function FileCell({ file }: { file: SummaryFileCard }) {
  const say = useSay()
  const { periods } = texts
  return (
    <Table.Td>
      <div>{file.fileName}</div>
      {file.reopened && <small>{say(periods.reopenedBy, file.reopened)}</small>}
      {file.answers.map((answer) => (
        <small key={answer.issuedAt}>
          <strong>{say(periods.state[answer.verdict])}</strong>
          <Reasons answers={[answer]} />
        </small>
      ))}
    </Table.Td>
  )
}
