import { Button, Group, Progress, Text } from '@mantine/core'
import type { BackupStand } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { call, ProblemError, useAct } from '../../api.ts'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useJob } from './job-bar.tsx'
import { momentOf } from './times.ts'

const { backup } = texts

/** The button that makes a backup now, how far it is, and when the next one comes by itself. */
export function BackupNow({ stand, onDone }: { stand: BackupStand; onDone: () => void }) {
  const say = useSay()
  const make = useAct('backup.make')
  const { job, work, begin } = useJob()
  const start = () => make.mutate({ job: begin() }, { onSettled: onDone })
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
        {make.isPending && (
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
