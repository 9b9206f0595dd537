import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { EnrolmentRow } from '#core/contract.ts'
import { problems } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { enterMoves } from '../../components/enter-moves.ts'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'

type CancelProps = { row: EnrolmentRow; onClose: () => void; onDone: () => void }

/** Cancels one enrolment; the reason is asked for and kept. */
export function CancelDialog({ row, onClose, onDone }: CancelProps) {
  const say = useSay()
  const { register } = texts
  const cancel = useAct('enrolment.cancel')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const empty = reason.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!empty) cancel.mutate({ id: row.id, reason: reason.trim() }, { onSuccess: onDone })
  }
  return (
    <Dialog title={say(register.cancelTitle, { id: row.id, name: row.name })} onClose={onClose}>
      <form onSubmit={submit} onKeyDown={enterMoves} noValidate>
        <Stack gap="sm">
          <Text size="sm">{say(register.cancelText)}</Text>
          <TextBox
            label={say(register.reason)}
            value={reason}
            onChange={setReason}
            autoFocus
            maxLength={500}
            strict={tried}
            error={empty ? say(problems['input.required'], { field: say(register.reason) }) : null}
          />
          {cancel.error && <Failed error={cancel.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {say(register.keep)}
            </Button>
            <Button type="submit" color="lacquer" loading={cancel.isPending}>
              {say(register.cancel)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
