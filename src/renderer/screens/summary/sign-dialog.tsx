import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, SummaryExported } from '#core/contract.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useSay } from '../../language.tsx'
import { SignForm } from './sign-form.tsx'
import css from './summary.module.css'

type SignDialogProps = { day: string; state: AppState; onClose: () => void }

/** Closes and signs a day: the head, the key, the folder; "đã lưu" comes only with the answer. */
export function SignDialog({ day, state, onClose }: SignDialogProps) {
  const say = useSay()
  const [written, setWritten] = useState<SummaryExported | null>(null)
  return (
    <Dialog
      title={say(texts.summary.signTitle, { day: formatDate(day) })}
      onClose={onClose}
      size="lg"
    >
      {written ? (
        <Written written={written} onClose={onClose} />
      ) : (
        <SignForm day={day} state={state} onWritten={setWritten} onCancel={onClose} />
      )}
    </Dialog>
  )
}

function Written({ written, onClose }: { written: SummaryExported; onClose: () => void }) {
  const say = useSay()
  const { summary } = texts
  const facts = [
    [summary.file, written.file],
    [
      summary.sequence,
      say(summary.sequenceOf, { sequence: written.sequence, revision: written.revision }),
    ],
    [summary.fingerprint, written.fingerprint],
  ] as const
  return (
    <Stack gap="sm" role="status">
      <Group gap="sm" className={css.done}>
        <IconCircleCheck size={40} stroke={1.6} aria-hidden />
        <div>
          <Text fw={700} size="xl">
            {say(summary.done)}
          </Text>
          <Text size="sm">{say(summary.doneText)}</Text>
        </div>
      </Group>
      <dl className={css.facts}>
        {facts.map(([label, value]) => (
          <div key={label.vi}>
            <dt>{say(label)}</dt>
            <dd className={label === summary.fingerprint ? 'mono' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <Group justify="flex-end">
        <Button onClick={onClose} autoFocus>
          {say(texts.common.close)}
        </Button>
      </Group>
    </Stack>
  )
}
