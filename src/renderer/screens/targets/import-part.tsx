import { Button, Group, List, Text } from '@mantine/core'
import type { PlanRead } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useWork, Working } from '../../components/long-read.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { importJob } from '../overview/jobs.ts'

/** Taking a file of targets in: first what it would do, then the good rows, and back again. */
export function ImportPart({ read }: { read: PlanRead }) {
  const say = useSay()
  const { targets } = texts
  const tried = useAct('targets.import')
  const undone = useAct('targets.undo')
  const { lastImport } = read
  const work = useWork(importJob, tried.isPending)
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          loading={tried.isPending}
          onClick={() => tried.mutate({ file: null, dryRun: true, job: importJob })}
        >
          {say(targets.importFile)}
        </Button>
        {lastImport && (
          <Button variant="default" loading={undone.isPending} onClick={() => undone.mutate({})}>
            {say(targets.importUndo, { file: lastImport.file })}
          </Button>
        )}
      </Group>
      {work && <Working work={work} job={importJob} />}
      {tried.error && <Failed error={tried.error} />}
      {undone.error && <Failed error={undone.error} />}
      {undone.data && (
        <div role="status">
          <Notice tone="leaf">{say(targets.importUndone, { file: undone.data.file })}</Notice>
        </div>
      )}
      {tried.data && <Tried key={tried.submittedAt} tried={tried.data} onClose={tried.reset} />}
    </>
  )
}

type TriedProps = {
  tried: NonNullable<ReturnType<typeof useAct<'targets.import'>>['data']>
  onClose: () => void
}

function Tried({ tried, onClose }: TriedProps) {
  const say = useSay()
  const language = useLanguage()
  const { targets } = texts
  const take = useAct('targets.import')
  const { added, changed, same, refused, file } = tried
  return (
    <Dialog title={say(targets.importFile)} onClose={onClose} size="lg">
      <Text size="sm">
        {say(targets.importTry, { file, added, changed, same, refused: refused.length })}
      </Text>
      {refused.length > 0 && (
        <List size="sm" my="xs">
          {refused.map(({ row, problem }) => (
            <List.Item key={row}>
              {say(targets.importRow, { row })} {sayProblem(problem, language)}
            </List.Item>
          ))}
        </List>
      )}
      {take.error && <Failed error={take.error} />}
      {take.data ? (
        <div role="status">
          <Notice tone="leaf">{say(targets.imported)}</Notice>
        </div>
      ) : (
        <Group justify="flex-end" mt="md">
          <Button
            disabled={added + changed === 0}
            loading={take.isPending}
            onClick={() => take.mutate({ file, dryRun: false, job: importJob })}
          >
            {say(targets.importDo)}
          </Button>
        </Group>
      )}
    </Dialog>
  )
}
