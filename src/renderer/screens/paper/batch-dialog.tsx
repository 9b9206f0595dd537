import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { PaperCard } from '#core/contract.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Failed, Notice } from '../../components/page.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { AgainForm } from './again-form.tsx'
import { BatchForm, type BatchSource } from './batch-form.tsx'
import { PaperDesk } from './paper-desk.tsx'
import { PrintJobs } from './print-jobs.tsx'
import { useBatch } from './use-batch.ts'

const { batch } = texts

type BatchDialogProps = { source: BatchSource; today: string; onClose: () => void }

/**
 * Prints everything for marked enrolments, a filter of the register, a day or a conference into one
 * document, with progress and a way to stop; and again from a page or number after a paper jam.
 */
export function BatchDialog({ source, today, onClose }: BatchDialogProps) {
  const say = useSay()
  const { work, start, stop, leave } = useBatch()
  const forms = useCall('paper.forms', {})
  return (
    <Dialog title={say(batch.title)} onClose={onClose} full>
      {work.at === 'idle' && (
        <Stack gap="md" maw="62rem" mx="auto">
          <Outcome error={work.error} />
          <Answer query={forms}>
            {(cards) => (
              <BatchForm
                source={source}
                cards={cards}
                today={today}
                onMake={(wish) => void start({ new: wish })}
              />
            )}
          </Answer>
          <PrintJobs onAgain={(wish) => void start({ again: wish })} />
        </Stack>
      )}
      {work.at === 'working' && <Working progress={work.progress} onStop={stop} />}
      {work.at === 'done' && (
        <Made card={work.card} onAgain={(wish) => void start({ again: wish })} onLeave={leave} />
      )}
    </Dialog>
  )
}

/** Stopping is what was asked for, and no failure. */
function Outcome({ error }: { error: unknown }) {
  const sayError = useSayError()
  const isStop = error instanceof ProblemError && error.problem.code === 'job.cancelled'
  if (isStop) return <Notice>{sayError(error)}</Notice>
  return error ? <Failed error={error} /> : null
}

type WorkingProps = { progress: { done: number; total: number } | null; onStop: () => void }

/** How far a print job is, with a way to stop it. */
export function Working({ progress, onStop }: WorkingProps) {
  const say = useSay()
  const { done, total } = progress ?? { done: 0, total: 0 }
  useKeys([{ key: 'alt+d', label: batch.stop, run: onStop }])
  const share = total === 0 ? 0 : Math.round((done / total) * 100)
  return (
    <Stack gap="sm" maw="40rem" mx="auto" mt="xl">
      <Text role="status">
        {total === 0
          ? say(batch.starting)
          : say(batch.working, { done: formatMoney(done), total: formatMoney(total) })}
      </Text>
      <Progress value={share} size="lg" aria-label={say(batch.title)} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop} data-autofocus>
          {say(batch.stop)}
        </Button>
      </Group>
    </Stack>
  )
}

type MadeProps = {
  card: PaperCard
  onAgain: Parameters<typeof PrintJobs>[0]['onAgain']
  onLeave: () => void
}

function Made({ card, onAgain, onLeave }: MadeProps) {
  const say = useSay()
  const back = (
    <Button variant="default" size="compact-sm" style={{ alignSelf: 'start' }} onClick={onLeave}>
      {say(batch.back)}
    </Button>
  )
  return (
    <PaperDesk
      query={{ data: card, error: null, refetch: () => undefined }}
      settings={back}
      more={card.printJob !== null && <AgainForm printJob={card.printJob} onAgain={onAgain} />}
    />
  )
}
