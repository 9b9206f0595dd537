import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { lockMinutes } from '#core/staff-rules.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useSetState } from '../../use-app-state.ts'

const { admin } = texts

/** After how many idle minutes the window locks. */
export function LockForm({ minutes }: { minutes: number }) {
  const say = useSay()
  const show = useSetState()
  const save = useAct('session.setLock')
  const [typed, setTyped] = useState(String(minutes))
  const value = Number(typed)
  const right = Number.isInteger(value) && value >= lockMinutes.least && value <= lockMinutes.most
  return (
    <Sheet title={say(admin.lockTitle)}>
      <EnterForm
        label={say(admin.lockTitle)}
        onSubmit={() => right && save.mutate({ minutes: value }, { onSuccess: show })}
      >
        <BoxRow>
          <TextBox
            label={say(admin.lockMinutes)}
            width={16}
            grow={0}
            inputMode="numeric"
            maxLength={2}
            value={typed}
            onChange={setTyped}
            error={right ? null : `${lockMinutes.least}–${lockMinutes.most}`}
          />
          <Button
            type="submit"
            size="md"
            variant="default"
            disabled={!right}
            loading={save.isPending}
          >
            {say(admin.save)}
          </Button>
          <Text size="sm" role="status">
            {save.isSuccess ? say(admin.lockSaved) : ''}
          </Text>
        </BoxRow>
      </EnterForm>
      {save.error && <Failed error={save.error} />}
    </Sheet>
  )
}
