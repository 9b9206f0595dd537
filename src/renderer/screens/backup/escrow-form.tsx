import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { call, useAct } from '../../api.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'

const { backup } = texts

/** Leaves the data key with the holder of a certificate, or takes it back; by default with nobody. */
export function EscrowForm({ escrow, onChange }: { escrow: string | null; onChange: () => void }) {
  const say = useSay()
  const act = useAct('recovery.escrow')
  const [pin, setPin] = useState('')
  const set = (certificate: string | null) =>
    act.mutate({ certificate, ownPin: pin }, { onSuccess: onChange, onSettled: () => setPin('') })
  const choose = async () => {
    if (!isPin(pin)) return
    const certificate = await call('app.chooseFile', { purpose: 'certificate' })
    if (certificate !== null) set(certificate)
  }
  return (
    <Sheet title={say(backup.escrow)}>
      <EnterForm label={say(backup.escrow)} onSubmit={() => void choose()}>
        <Text size="sm">{say(backup.escrowText)}</Text>
        <Text size="sm" fw={600} my="xs">
          {escrow ? say(backup.escrowNow, { name: escrow }) : say(backup.escrowNone)}
        </Text>
        <BoxRow>
          <TextBox
            label={say(backup.ownPin)}
            width={14}
            grow={0}
            value={pin}
            onChange={setPin}
            secret
            maxLength={64}
          />
          <Button
            type="submit"
            size="md"
            variant="default"
            disabled={!isPin(pin)}
            loading={act.isPending}
          >
            {say(backup.escrowSet)}
          </Button>
          {escrow && (
            <Button size="md" variant="default" disabled={!isPin(pin)} onClick={() => set(null)}>
              {say(backup.escrowEnd)}
            </Button>
          )}
        </BoxRow>
      </EnterForm>
      {act.error && <Failed error={act.error} />}
    </Sheet>
  )
}
