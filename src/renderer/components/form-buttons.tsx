import { Button, Group, Kbd } from '@mantine/core'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'

type FormButtonsProps = {
  /** Leaves without doing it; without this there is no such button. */
  onBack?: () => void
  /** What leaving is called: cancel, unless said. */
  no?: Phrase
  /** What the form does: save, unless said. */
  yes?: Phrase
  busy: boolean
  /** Nobody leaves while it is being done. */
  holds?: boolean
  disabled?: boolean
  /** Marks what cannot be undone. */
  grave?: boolean
  /** The key that does it from any box, shown on the button. */
  hotkey?: string
}

/** The last row of a form: leave it, or do what it is for. */
export function FormButtons(props: FormButtonsProps) {
  const { onBack, no, yes = texts.common.save, busy, holds, disabled, grave, hotkey } = props
  const say = useSay()
  return (
    <Group justify="flex-end" gap="xs">
      {onBack && (
        <Button variant="default" onClick={onBack} disabled={Boolean(holds) && busy}>
          {say(no ?? texts.common.cancel)}
        </Button>
      )}
      <Button
        type="submit"
        color={grave ? 'lacquer' : 'river'}
        loading={busy}
        disabled={disabled ?? false}
        rightSection={hotkey && <Kbd size="xs">{hotkey}</Kbd>}
      >
        {say(yes)}
      </Button>
    </Group>
  )
}
