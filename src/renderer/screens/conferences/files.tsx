import { Alert, Button, Group, Kbd, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconPaperclip } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import type { AttachmentCard } from '#core/attachment.ts'
import { formatDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer, Empty, Failed, Notice } from '../../components/page.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import css from './conferences.module.css'
import { FileCard } from './file-card.tsx'
import { FileDialog } from './file-dialog.tsx'
import { BackButton } from './roster.tsx'
import { useAttach } from './use-attach.ts'

type FilesProps = { id: number; onBack: () => void; onSaid: (said: string | null) => void }

const { roster, conferences } = texts

/** The photos and scans of a conference. */
export function Files({ id, onBack, onSaid }: FilesProps) {
  const say = useSay()
  const conference = useCall('conference.open', { id })
  const files = useCall('conference.files', { conferenceId: id })
  const [open, setOpen] = useState<AttachmentCard | null>(null)
  const detach = useAct('conference.detach')
  const attaching = useAttach(id)
  const state = conference.data?.state
  const mayWrite = useMay('work')
  const isOpen = state === 'planned' || state === 'held'
  const canWrite = mayWrite && isOpen
  useKeys([
    { key: 'Escape', label: conferences.back, run: onBack },
    { key: 'alt+t', label: roster.attach, run: () => canWrite && attaching.choose() },
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
              loading={attaching.waiting > 0}
              onClick={attaching.choose}
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
      <Outcomes {...attaching} />
      <DropArea onDrop={(dropped) => canWrite && attaching.drop(dropped)}>
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
      </DropArea>
      {open && <FileDialog file={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** Where files are dropped. */
function DropArea({ onDrop, children }: { onDrop: (files: File[]) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={css.drop}
      data-over={over || undefined}
      aria-label={useSay()(roster.dropHere)}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop([...event.dataTransfer.files])
      }}
    >
      {children}
    </section>
  )
}

/** What became of each file, the refused ones with their reason. */
function Outcomes({
  outcomes,
  waiting,
}: Pick<ReturnType<typeof useAttach>, 'outcomes' | 'waiting'>) {
  const say = useSay()
  const sayError = useSayError()
  if (outcomes.length + waiting === 0) return null
  const refused = outcomes.filter(({ error }) => error !== null)
  const done = outcomes.length - refused.length
  return (
    <>
      <div role="status">
        {waiting > 0 ? (
          <Text size="sm">{say(roster.attaching, { waiting })}</Text>
        ) : (
          done > 0 && <Notice tone="leaf">{say(roster.attachedSome, { n: done })}</Notice>
        )}
      </div>
      {refused.length > 0 && (
        <Alert
          color="lacquer"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title={say(roster.attachRefused, { n: refused.length })}
        >
          <ul className={css.refused}>
            {refused.map(({ path, error }) => (
              <li key={path}>{sayError(error)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}
