import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { type AttachmentCard, largestThumbnail } from '#core/attachment.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { call, useAct, useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Failed, Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import css from './conferences.module.css'
import { FileCard } from './file-card.tsx'
import { FileDialog } from './file-dialog.tsx'
import { BackButton } from './roster.tsx'
import { drawThumbnail } from './thumbnail.ts'

type FilesProps = { id: number; onBack: () => void; onSaid: (said: string | null) => void }

const { roster, conferences } = texts

/** The photos and scans of a conference. */
export function Files({ id, onBack, onSaid }: FilesProps) {
  const say = useSay()
  const conference = useCall('conference.open', { id })
  const files = useCall('conference.files', { conferenceId: id })
  const [open, setOpen] = useState<AttachmentCard | null>(null)
  const detach = useAct('conference.detach')
  const attaching = useAttach(id, () => onSaid(say(roster.attached)))
  const state = conference.data?.state
  const mayWrite = useMay('work')
  const isOpen = state === 'planned' || state === 'held'
  const canWrite = mayWrite && isOpen
  useKeys([
    { key: 'Escape', label: conferences.back, run: onBack },
    { key: 'alt+t', label: roster.attach, run: () => canWrite && attaching.start() },
  ])
  const error = attaching.error ?? detach.error
  return (
    <div className={css.inside}>
      <div className={css.bar}>
        <Title order={2}>
          {conference.data &&
            say(roster.filesTitle, {
              place: conference.data.place,
              date: formatDate(conference.data.heldOn),
            })}
        </Title>
        <Group gap="xs">
          {canWrite && (
            <Button
              size="compact-sm"
              leftSection={<IconPaperclip size={16} aria-hidden />}
              rightSection={<Kbd size="xs">Alt+T</Kbd>}
              loading={attaching.busy}
              onClick={attaching.start}
            >
              {say(roster.attach)}
            </Button>
          )}
          <BackButton onClick={onBack} />
        </Group>
      </div>
      <Text size="sm">{say(roster.filesHint)}</Text>
      {state && !isOpen && <Notice>{say(roster.locked)}</Notice>}
      {error ? <Failed error={error} /> : null}
      <Answer query={files}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={say(roster.filesEmpty)} />
          ) : (
            <ul className={css.files}>
              {all.map((file) => (
                <FileCard
                  key={file.id}
                  file={file}
                  canWrite={canWrite}
                  onOpen={() => setOpen(file)}
                  onDetach={() =>
                    detach.mutate(
                      { id: file.id },
                      { onSuccess: () => onSaid(say(roster.detached, { name: file.name })) },
                    )
                  }
                />
              ))}
            </ul>
          )
        }
      </Answer>
      {open && <FileDialog file={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** Chooses a file in the system's dialog and attaches it; a photo gets its small picture at once. */
function useAttach(conferenceId: number, onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const attach = async () => {
    setError(null)
    setBusy(true)
    try {
      const path = await call('app.chooseFile', { purpose: 'picture' })
      if (path === null) return
      const { id, kind } = await call('conference.attach', { conferenceId, path })
      if (kind !== 'pdf') {
        const small = await drawThumbnail(await call('conference.file', { id, part: 'bytes' }))
        const fits = small !== null && small.length <= largestThumbnail
        if (fits) await call('conference.thumbnail', { id, bytes: small })
      }
      onDone()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, start: () => !busy && void attach() }
}
