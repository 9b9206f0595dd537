import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { AppState } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PinPair } from './pin-pair.tsx'

const { admin } = texts

/** One's own PIN, changed by typing the old one and the new one twice; `why` stands above. */
export function ChangePin({ why, onDone }: { why?: string; onDone: (state: AppState) => void }) {
  const say = useSay()
  const change = useAct('session.changePin')
  const [typed, setTyped] = useState({ old: '', pin: '', again: '' })
  const [tried, setTried] = useState(false)
  const set = (more: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...more }))
  const { old, pin, again } = typed
  const save = () => {
    setTried(true)
    if (!isPin(old) || !isPin(pin) || pin !== again) return
    change.mutate({ old, new: pin }, { onSuccess: onDone })
  }
  return (
    <EnterForm label={say(admin.changePin)} onSubmit={save}>
      <Stack gap="sm">
        {why && <Text size="sm">{why}</Text>}
        <TextBox
          label={say(admin.oldPin)}
          value={old}
          onChange={(text) => set({ old: text })}
          error={tried && !isPin(old) ? say(texts.signIn.pinShape) : null}
          strict
          secret
          autoFocus
          maxLength={64}
        />
        <PinPair pin={pin} again={again} tried={tried} onChange={set} />
        {change.error && <Failed error={change.error} />}
        <Button type="submit" loading={change.isPending}>
          {say(admin.changePin)}
        </Button>
      </Stack>
    </EnterForm>
  )
}
