import { Button, Group, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupStand, Progress as Work } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { call, on, ProblemError, useAct } from '../../api.ts'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { momentOf } from './times.ts'

const { backup } = texts

/** The button that makes a backup now, how far it is, and when the next one comes by itself. */
export function BackupNow({ stand, onDone }: { stand: BackupStand; onDone: () => void }) {
  const say = useSay()
  const make = useAct('backup.make')
  const [job, setJob] = useState<string | null>(null)
  const [work, setWork] = useState<Work | null>(null)
  useEffect(() => on('progress', (said) => said.job === job && setWork(said)), [job])
  const start = () => {
    const id = crypto.randomUUID()
    setJob(id)
    setWork(null)
    make.mutate({ job: id }, { onSettled: onDone })
  }
  const failed = make.data?.find(({ problem }) => problem !== null)?.problem
  const due = stand.dueAt
    ? say(backup.due, { time: momentOf(stand.dueAt) })
    : say(backup.nothingNew)
  return (
    <>
      <Group gap="sm">
        <Button loading={make.isPending} onClick={start}>
          {say(backup.now)}
        </Button>
        {make.isPending && job !== null && (
          <Button variant="default" onClick={() => void call('backup.cancel', { job })}>
            {say(backup.cancel)}
          </Button>
        )}
        <Text size="sm" role="status">
          {make.isPending ? say(backup.making) : due}
        </Text>
      </Group>
      {make.isPending && (
        <Progress
          mt="xs"
          value={work && work.total > 0 ? (100 * work.done) / work.total : 0}
          aria-label={say(backup.making)}
        />
      )}
      {make.error && <Failed error={make.error} />}
      {failed && <Failed error={new ProblemError(failed)} />}
    </>
  )
}
