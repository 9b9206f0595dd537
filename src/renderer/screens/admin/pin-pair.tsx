import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { TextBox } from '../../components/box.tsx'
import { useSay } from '../../language.tsx'

type PinPairProps = {
  pin: string
  again: string
  tried: boolean
  onChange: (change: { pin?: string; again?: string }) => void
}

/** A new PIN typed twice. */
export function PinPair({ pin, again, tried, onChange }: PinPairProps) {
  const say = useSay()
  return (
    <>
      <TextBox
        label={say(texts.admin.newPin)}
        value={pin}
        onChange={(typed) => onChange({ pin: typed })}
        error={tried && !isPin(pin) ? say(texts.signIn.pinShape) : null}
        strict
        secret
        maxLength={64}
      />
      <TextBox
        label={say(texts.admin.newPinAgain)}
        value={again}
        onChange={(typed) => onChange({ again: typed })}
        error={tried && pin !== again ? say(texts.admin.notSame) : null}
        strict
        secret
        maxLength={64}
      />
    </>
  )
}
