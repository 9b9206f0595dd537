import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppState, SummaryExported } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import type { Span } from '#core/period.ts'
import { texts } from '#core/texts.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { SignForm } from './sign-form.tsx'
import { Stick } from './stick.tsx'
import css from './summary.module.css'

type SignDialogProps = {
  span: Span
  pool: boolean
  title: string
  note: string | null
  state: AppState
  onClose: () => void
}

/** Closes and signs a period: the head, the key, the folder; "đã lưu" comes only with the answer. */
export function SignDialog({ span, pool, title, note, state, onClose }: SignDialogProps) {
  const [written, setWritten] = useState<Done | null>(null)
  // The period behind the dialog changes its state while signing; what was asked stays.
  const [asked] = useState({ title, note })
  return (
    <Dialog title={asked.title} onClose={onClose} size="lg">
      {written ? (
        <Written {...written} onClose={onClose} />
      ) : (
        <SignForm
          {...{ span, pool, state }}
          note={asked.note}
          onWritten={setWritten}
          onCancel={onClose}
        />
      )}
    </Dialog>
  )
}

/** A file that was written, and the folder it was written to. */
export type Done = { written: SummaryExported; folder: string }

function Written({ written, folder, onClose }: Done & { onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
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
      <Stick folder={folder} sequence={written.sequence} />
      {written.notices.map((notice) => (
        <Notice key={notice.code}>{sayProblem(notice, language)}</Notice>
      ))}
      <Group justify="flex-end">
        <Button onClick={onClose} autoFocus>
          {say(texts.common.close)}
        </Button>
      </Group>
    </Stack>
  )
}
