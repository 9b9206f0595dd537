import { Button, Group, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, ReceivedLine, RepliesWritten } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { call, useAct, useCall } from '../../api.ts'
import { ChoiceBox } from '../../components/box.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Failed, Notice, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { megabytes } from '../backup/times.ts'
import { FileDialog } from '../city-days/file-dialog.tsx'
import css from './city-replies.module.css'
import { ReceivedTable } from './received-table.tsx'
import { type Reply, ReplyDialog } from './reply-dialog.tsx'

const { cityReplies } = texts

const always = { from: '0001-01-01', to: '9999-12-31' }

/** The received files, and the city's signed answers to them. */
export function CityReplies({ state }: { state: AppState }) {
  const say = useSay()
  const [waiting, setWaiting] = useState(true)
  const files = useCall('city.files', { ...always, unit: null, waiting }, { keep: true })
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const [reply, setReply] = useState<Reply | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  const [written, setWritten] = useState<RepliesWritten | null>(null)
  const lines = (files.data ?? []).filter(({ id }) => picked.has(id))
  const answerable = lines.filter(({ state: at, newest }) => at === 'received' && newest)
  const start = (verdict: Reply['verdict']) => {
    if (answerable.length > 0) setReply({ ids: answerable.map(({ id }) => id), verdict })
  }
  const done = (replies: RepliesWritten) => {
    setWritten(replies)
    setReply(null)
    setPicked(new Set())
  }
  useKeys([
    { key: 'alt+n', label: cityReplies.accept, run: () => start('accepted') },
    { key: 'alt+l', label: cityReplies.return, run: () => start('returned') },
  ])
  return (
    <Page title={cityReplies.title}>
      <Head
        waiting={waiting}
        onWaiting={setWaiting}
        rows={files.data ?? []}
        picked={lines}
        answerable={answerable.length}
        onStart={start}
        onWritten={done}
      />
      {written && (
        <div role="status">
          <Notice tone="leaf">
            {say(cityReplies.written, { n: written.files.length, folder: written.folder })}
          </Notice>
        </div>
      )}
      <Answer query={files}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say(cityReplies.none)}>
              <Text size="sm">{say(cityReplies.noneHint)}</Text>
            </Empty>
          ) : (
            <ReceivedTable rows={rows} picked={picked} onPick={setPicked} onOpen={setOpen} />
          )
        }
      </Answer>
      {reply && (
        <ReplyDialog state={state} reply={reply} onClose={() => setReply(null)} onDone={done} />
      )}
      {open !== null && <FileDialog id={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

type HeadProps = {
  waiting: boolean
  onWaiting: (waiting: boolean) => void
  rows: ReceivedLine[]
  picked: ReceivedLine[]
  answerable: number
  onStart: (verdict: Reply['verdict']) => void
  onWritten: (written: RepliesWritten) => void
}

function Head({ waiting, onWaiting, rows, picked, answerable, onStart, onWritten }: HeadProps) {
  const say = useSay()
  const again = useAct('city.replyAgain')
  const answered = picked.filter(({ reply }) => reply !== null).map(({ id }) => id)
  const writeAgain = async () => {
    const folder = await call('app.chooseFolder', { purpose: 'export' })
    if (folder !== null) again.mutate({ ids: answered, folder }, { onSuccess: onWritten })
  }
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <div className={css.show}>
          <ChoiceBox
            label={say(cityReplies.show)}
            value={waiting ? 'waiting' : 'all'}
            options={[
              { value: 'waiting', label: say(cityReplies.waiting) },
              { value: 'all', label: say(cityReplies.all) },
            ]}
            onChange={(value) => onWaiting(value === 'waiting')}
          />
        </div>
        <Group gap="xs">
          <span role="status">
            {say(cityReplies.picked, {
              n: formatMoney(picked.length),
              all: formatMoney(rows.length),
              size: megabytes(rows.reduce((sum, { size }) => sum + size, 0)),
            })}
          </span>
          {answered.length > 0 && (
            <Button
              variant="default"
              loading={again.isPending}
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => void writeAgain()}
            >
              {say(cityReplies.again)}
            </Button>
          )}
          <Button
            disabled={answerable === 0}
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={() => onStart('accepted')}
          >
            {say(cityReplies.accept)}
          </Button>
          <Button
            variant="default"
            disabled={answerable === 0}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => onStart('returned')}
          >
            {say(cityReplies.return)}
          </Button>
        </Group>
      </Group>
      {again.error ? <Failed error={again.error} /> : null}
    </>
  )
}
