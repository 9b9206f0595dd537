import { Button, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { AppState, StaffCard } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { TextBox } from '../../components/box.tsx'
import { enterMoves } from '../../components/enter-moves.ts'
import { goToBox } from '../../components/error-summary.tsx'
import { Gate } from '../../components/gate.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { useSay, useSayError } from '../../language.tsx'
import { useSetState } from '../../use-app-state.ts'
import { RestoreForm } from '../backup/restore-form.tsx'
import { People } from './people.tsx'

/** Choose who you are, type the PIN, Enter. */
export function SignIn({ state }: { state: AppState }) {
  const say = useSay()
  const sayError = useSayError()
  const show = useSetState()
  const start = useAct('session.start')
  const [person, setPerson] = useState<StaffCard | undefined>(
    state.staff.find(({ id }) => id === state.locked) ?? state.staff[0],
  )
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    if (wrong) goToBox('pin')
  }, [wrong])
  const choose = (chosen: StaffCard) => {
    setPerson(chosen)
    setPin('')
    setWrong(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWrong(null)
    if (!person) return
    if (!isPin(pin)) return setWrong(say(texts.signIn.pinShape))
    start.mutate(
      { staffId: person.id, pin },
      { onSuccess: show, onError: (error) => setWrong(sayError(error)) },
    )
  }
  return (
    <Gate title={say(texts.signIn.title)} state={state}>
      <Notices state={state} />
      <form onSubmit={submit} onKeyDown={enterMoves} noValidate>
        <Stack gap="md">
          <People staff={state.staff} chosen={person} onChoose={choose} />
          <TextBox
            label={say(texts.signIn.pin)}
            path="pin"
            value={pin}
            onChange={setPin}
            error={wrong}
            strict
            secret
            maxLength={64}
          />
          <Button type="submit" loading={start.isPending} fullWidth size="md">
            {say(texts.signIn.enter)}
          </Button>
        </Stack>
      </form>
      {state.readOnly && <RestoreForm />}
    </Gate>
  )
}

/** What whoever signs in should know first: who locked the window, and what is wrong with the store. */
function Notices({ state: { locked, unfitPlace, problem } }: { state: AppState }) {
  const say = useSay()
  const sayError = useSayError()
  if (locked === null && unfitPlace === null && problem === null) return null
  return (
    <Stack gap="xs" mb="md">
      {locked !== null && <Notice>{say(texts.admin.locked)}</Notice>}
      {unfitPlace && <Notice>{sayError(new ProblemError(unfitPlace))}</Notice>}
      {problem && <Failed error={new ProblemError(problem)} />}
    </Stack>
  )
}
