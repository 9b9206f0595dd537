import { Progress as Bar, Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Progress } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { call, on, ProblemError } from '../api.ts'
import { useSay, useSayError } from '../language.tsx'
import { Answer, Notice } from './page.tsx'

type LongQuery<T> = {
  data: T | undefined
  error: unknown
  isFetching: boolean
  isPlaceholderData: boolean
  refetch: () => unknown
}

type LongAnswerProps<T> = { query: LongQuery<T>; job: string; children: (answer: T) => ReactNode }

/**
 * The answer of a call that may take long: how far it is and a way to stop as soon as it runs as a job.
 * What was read for another question is not shown meanwhile.
 */
export function LongAnswer<T>({ query, job, children }: LongAnswerProps<T>) {
  const say = useSay()
  const sayError = useSayError()
  const work = useWork(job, query.isFetching)
  if (work && (query.data === undefined || query.isPlaceholderData))
    return <Working work={work} job={job} />
  const { error } = query
  if (!(error instanceof ProblemError && error.problem.code === 'job.cancelled'))
    return <Answer query={query}>{children}</Answer>
  return (
    <Notice>
      <Group gap="sm">
        {sayError(error)}
        <Button size="compact-sm" variant="default" onClick={() => query.refetch()}>
          {say(texts.common.tryAgain)}
        </Button>
      </Group>
    </Notice>
  )
}

/** How far the job of this screen is; null while it does not run. The job goes when the screen goes. */
export function useWork(job: string, isRunning: boolean): Progress | null {
  const [work, setWork] = useState<Progress | null>(null)
  useEffect(() => on('progress', (said) => said.job === job && setWork(said)), [job])
  useEffect(() => {
    if (!isRunning) setWork(null)
  }, [isRunning])
  const isAtWork = useRef(false)
  isAtWork.current = work !== null
  useEffect(
    () => () => {
      if (isAtWork.current) void call('job.cancel', { job })
    },
    [job],
  )
  return work
}

/** How far a job is, with a way to stop it. */
export function Working({ work, job }: { work: Progress; job: string }) {
  const say = useSay()
  const { overview } = texts
  const share = work.total === 0 ? null : Math.floor((work.done * 100) / work.total)
  const said = share === null ? say(overview.counting) : say(overview.countingOf, { share })
  return (
    <Stack gap="xs" maw="40rem" my="md">
      <Text role="status">{said}</Text>
      <Bar value={share ?? 100} animated={share === null} aria-label={say(overview.counting)} />
      <Group>
        <Button variant="default" onClick={() => void call('job.cancel', { job })}>
          {say(overview.countingStop)}
        </Button>
      </Group>
    </Stack>
  )
}
