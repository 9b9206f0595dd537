import { Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AppState } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { Gate } from '../../components/gate.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { useSetState } from '../../use-app-state.ts'
import { RestoreForm } from '../backup/restore-form.tsx'

/** Opens the store of an office with its printed recovery code. */
export function Unlock({ state }: { state: AppState }) {
  const say = useSay()
  const sayError = useSayError()
  const show = useSetState()
  const unlock = useAct('office.unlock')
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    unlock.mutate({ recoveryCode: code }, { onSuccess: show })
  }
  return (
    <Gate title={say(texts.signIn.unlockTitle)} state={state}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {state.unfitPlace && <Notice>{sayError(new ProblemError(state.unfitPlace))}</Notice>}
          {state.problem && state.problem.code !== 'store.key-missing' && (
            <Failed error={new ProblemError(state.problem)} />
          )}
          <Text size="sm">{say(texts.signIn.unlockText)}</Text>
          <TextBox
            label={say(texts.signIn.recoveryCode)}
            value={code}
            onChange={setCode}
            error={unlock.error ? sayError(unlock.error) : null}
            strict
            autoFocus
            maxLength={100}
          />
          <Button type="submit" size="md" loading={unlock.isPending} disabled={code.trim() === ''}>
            {say(texts.signIn.unlock)}
          </Button>
        </Stack>
      </form>
      <RestoreForm />
    </Gate>
  )
}
