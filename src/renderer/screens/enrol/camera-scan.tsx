import { Button, Kbd, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState } from 'react'
import { sayProblem } from '#core/messages.ts'
import { readTie } from '#core/papers/tie.ts'
import type { Problem } from '#core/result.ts'
import { parseScan } from '#core/scan.ts'
import { texts } from '#core/texts.ts'
import { useCamera } from '../../components/camera.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Notice } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import css from './scan.module.css'

/** The button that opens the camera, and its dialog. */
export function CameraScan({ onText }: { onText: (text: string) => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const start = () => setOpen(true)
  useKeys([{ key: 'alt+q', label: texts.scan.camera, quiet: true, run: start }])
  const take = (text: string) => {
    setOpen(false)
    onText(text)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCamera size={16} aria-hidden />}
        rightSection={<Kbd size="xs">Alt+Q</Kbd>}
        onClick={start}
      >
        {say(texts.scan.camera)}
      </Button>
      {open && <CameraDialog onCard={take} onClose={() => setOpen(false)} />}
    </>
  )
}

type DialogProps = { onCard: (text: string) => void; onClose: () => void }

/** Watches until the camera sees a card; another code is named and watching goes on. */
function CameraDialog({ onCard, onClose }: DialogProps) {
  const say = useSay()
  const language = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { video, state } = useCamera((text) => {
    const read = parseScan(text)
    if (read.ok || readTie(text)) onCard(text)
    else setProblem(read.problem)
  })
  const failed = { none: texts.scan.cameraNone, refused: texts.scan.cameraRefused }
  return (
    <Dialog title={say(texts.scan.camera)} onClose={onClose} size="lg">
      <Stack gap="xs">
        {state === 'none' || state === 'refused' ? (
          <Notice>{say(failed[state])}</Notice>
        ) : (
          <>
            <Text size="sm">{say(texts.scan.cameraHelp)}</Text>
            <div className={css.camera}>
              {/* The picture has no sound and nothing to caption. */}
              <video ref={video} muted playsInline aria-label={say(texts.scan.cameraPicture)} />
              <span className={css.frame} aria-hidden />
            </div>
          </>
        )}
        <div role="status">
          {state === 'asking' && <Text size="sm">{say(texts.scan.cameraAsking)}</Text>}
          {problem && <Notice>{sayProblem(problem, language)}</Notice>}
        </div>
      </Stack>
    </Dialog>
  )
}
