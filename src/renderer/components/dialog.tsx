import { Button, Group, Modal, type ModalProps, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { KeysOnTop, useKeys } from './keys.tsx'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  size?: ModalProps['size']
  full?: boolean
}

/** A dialog over the screen; while it is open only its own keys work, and Esc closes it. */
export function Dialog({ title, onClose, children, size = 'md', full }: DialogProps) {
  const say = useSay()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={full ?? false}
      centered
      closeButtonProps={{ 'aria-label': say(texts.common.close) }}
      styles={{ title: { fontWeight: 600, fontSize: '1rem' } }}
    >
      <KeysOnTop>
        <EscapeCloses />
        {children}
      </KeysOnTop>
    </Modal>
  )
}

/** Lists Esc among the dialog's keys; the dialog itself does the closing. */
function EscapeCloses() {
  useKeys([{ key: 'Escape', label: texts.common.close, run: () => {} }])
  return null
}

type ConfirmProps = {
  title: Phrase
  text: Phrase
  yes: Phrase
  no: Phrase
  onYes: () => void
  onNo: () => void
}

/** Asks before something is dropped; the safe answer has the focus, so Enter keeps everything. */
export function Confirm({ title, text, yes, no, onYes, onNo }: ConfirmProps) {
  const say = useSay()
  return (
    <Dialog title={say(title)} onClose={onNo}>
      <Text size="sm">{say(text)}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="outline" color="lacquer" onClick={onYes}>
          {say(yes)}
        </Button>
        <Button data-autofocus onClick={onNo}>
          {say(no)}
        </Button>
      </Group>
    </Dialog>
  )
}
