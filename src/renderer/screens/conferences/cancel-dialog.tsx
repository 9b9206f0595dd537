import { Stack } from '@mantine/core'
import { useState } from 'react'
import { cleanText } from '#core/text.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'

type CancelProps = { id: number; onClose: () => void; onDone: () => void }

/** Cancels a conference; the reason stays with it. */
export function CancelDialog({ id, onClose, onDone }: CancelProps) {
  const say = useSay()
  const { conferences, common } = texts
  const act = useAct('conference.step')
  const [reason, setReason] = useState('')
  const [strict, setStrict] = useState(false)
  const submit = () => {
    setStrict(true)
    const said = cleanText(reason)
    if (said === '' || act.isPending) return
    act.mutate({ id, step: { to: 'cancelled', reason: said } }, { onSuccess: onDone })
  }
  return (
    <Dialog title={say(conferences.cancelTitle, { id })} onClose={onClose}>
      <EnterForm label={say(conferences.cancelTitle, { id })} onSubmit={submit}>
        <Stack gap="sm">
          <TextBox
            label={say(conferences.cancelReason)}
            value={reason}
            onChange={setReason}
            maxLength={500}
            autoFocus
            strict={strict}
            error={cleanText(reason) === '' ? say(common.required) : null}
          />
          {act.error && <Failed error={act.error} />}
          <FormButtons
            onBack={onClose}
            no={conferences.cancelNo}
            yes={conferences.cancelYes}
            busy={act.isPending}
            grave
          />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}
