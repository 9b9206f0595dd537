import { Button, Group, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Progress as Work } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { call, on } from '../../api.ts'
import { useSay } from '../../language.tsx'

/** The job a form started last and how far it is; `begin` gives the name of a new one. */
export function useJob(): { job: string; work: Work | null; begin: () => string } {
  const [job, setJob] = useState('')
  const [work, setWork] = useState<Work | null>(null)
  useEffect(() => on('progress', (said) => said.job === job && setWork(said)), [job])
  const begin = () => {
    const id = crypto.randomUUID()
    setJob(id)
    setWork(null)
    return id
  }
  return { job, work, begin }
}

/** How far copying a backup out is, and the button that stops it. */
export function JobBar({ job, work }: { job: string; work: Work | null }) {
  const say = useSay()
  const label = work?.label ?? say(texts.backup.takingOut)
  return (
    <>
      <Group gap="sm" mt="xs">
        <Text size="sm" role="status">
          {label}
        </Text>
        <Button variant="default" size="xs" onClick={() => void call('restore.cancel', { job })}>
          {say(texts.backup.cancel)}
        </Button>
      </Group>
      <Progress
        mt="xs"
        value={work && work.total > 0 ? (100 * work.done) / work.total : 0}
        aria-label={label}
      />
    </>
  )
}
