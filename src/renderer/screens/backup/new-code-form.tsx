import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { PaperCard } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { Failed, Notice, Sheet } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PaperView } from '../paper/paper-view.tsx'
import { RecoveryCode } from '../wizard/recovery-code.tsx'

const { backup } = texts

/** Changes the recovery code: the head's PIN, the new code on screen and paper, its end typed back. */
export function NewCodeForm() {
  const say = useSay()
  const make = useAct('recovery.new')
  const confirm = useAct('recovery.confirm')
  const [pin, setPin] = useState('')
  const code = confirm.data ? null : (make.data?.recoveryCode ?? null)
  return (
    <Sheet title={say(backup.newCode)}>
      <Text size="sm" mb="xs">
        {say(backup.newCodeText)}
      </Text>
      {code === null ? (
        <EnterForm
          label={say(backup.newCode)}
          onSubmit={() => {
            if (!isPin(pin)) return
            confirm.reset()
            make.mutate({ ownPin: pin }, { onSuccess: () => setPin('') })
          }}
        >
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
              loading={make.isPending}
            >
              {say(backup.makeCode)}
            </Button>
          </BoxRow>
        </EnterForm>
      ) : (
        <TypeBack code={code} onTyped={(lastGroup) => confirm.mutate({ lastGroup })} />
      )}
      {make.error && <Failed error={make.error} />}
      {confirm.error && <Failed error={confirm.error} />}
      {confirm.data && <Notice tone="leaf">{say(backup.codeChanged, confirm.data)}</Notice>}
      {confirm.data && confirm.data.unreached > 0 && (
        <Notice>{say(backup.unreached, confirm.data)}</Notice>
      )}
    </Sheet>
  )
}

function TypeBack({ code, onTyped }: { code: string; onTyped: (last: string) => void }) {
  const say = useSay()
  const sheet = useAct('recovery.sheet')
  const [paper, setPaper] = useState<PaperCard | null>(null)
  const [last, setLast] = useState('')
  return (
    <EnterForm label={say(backup.newCode)} onSubmit={() => last.trim() && onTyped(last.trim())}>
      <Stack gap="sm">
        <RecoveryCode code={code} />
        <Group>
          <Button
            variant="default"
            loading={sheet.isPending}
            onClick={() => sheet.mutate({}, { onSuccess: setPaper })}
          >
            {say(backup.printSheet)}
          </Button>
        </Group>
        <BoxRow>
          <TextBox
            label={say(backup.lastGroup)}
            width={16}
            grow={0}
            value={last}
            onChange={setLast}
            maxLength={20}
          />
          <Button type="submit" size="md" disabled={last.trim() === ''}>
            {say(backup.confirmCode)}
          </Button>
        </BoxRow>
        {sheet.error && <Failed error={sheet.error} />}
      </Stack>
      {paper && (
        <Dialog title={paper.title} size="xl" onClose={() => setPaper(null)}>
          <PaperView card={paper} />
        </Dialog>
      )}
    </EnterForm>
  )
}
