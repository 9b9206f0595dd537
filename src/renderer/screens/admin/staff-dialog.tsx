import { Checkbox, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { StaffLine } from '#core/contract.ts'
import { isPin } from '#core/pin.ts'
import { Role } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useAct } from '../../api.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { FormButtons } from '../../components/form-buttons.tsx'
import { Failed } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { PinPair } from './pin-pair.tsx'

const { admin } = texts

/** What is being done to the list of people. */
export type StaffTask = { kind: 'add' } | { kind: 'edit' | 'reset'; person: StaffLine }

/** Adds a person, edits one, or gives one a new PIN; one's own PIN confirms it. */
export function StaffDialog({ task, onClose }: { task: StaffTask; onClose: () => void }) {
  const say = useSay()
  const form = useStaffForm(task, onClose)
  const { typed, set } = form
  const title =
    task.kind === 'add'
      ? say(admin.add)
      : say(task.kind === 'edit' ? admin.editOf : admin.resetOf, { name: task.person.name })
  return (
    <Dialog title={title} onClose={onClose}>
      <EnterForm label={title} onSubmit={form.save}>
        <Stack gap="xs">
          {task.kind !== 'reset' && (
            <>
              <TextBox
                label={say(admin.name)}
                value={typed.name}
                onChange={(name) => set({ name })}
                error={form.tried && typed.name.trim() === '' ? say(admin.nameMissing) : null}
                strict
                autoFocus
                maxLength={100}
              />
              <ChoiceBox
                label={say(admin.role)}
                value={typed.role}
                options={Role.options.map((role) => ({
                  value: role,
                  label: say(texts.terms.role[role]),
                }))}
                onChange={(role) => set({ role: Role.parse(role) })}
              />
              <Text size="sm">{say(admin.rights[typed.role])}</Text>
            </>
          )}
          {task.kind === 'edit' ? (
            <Checkbox
              label={say(admin.canSignIn)}
              checked={typed.active}
              onChange={(event) => set({ active: event.currentTarget.checked })}
            />
          ) : (
            <PinPair pin={typed.pin} again={typed.again} tried={form.tried} onChange={set} />
          )}
          <TextBox
            label={say(admin.ownPin)}
            value={typed.ownPin}
            onChange={(ownPin) => set({ ownPin })}
            error={form.tried && !isPin(typed.ownPin) ? say(texts.signIn.pinShape) : null}
            strict
            secret
            maxLength={64}
          />
          {form.error && <Failed error={form.error} />}
          <FormButtons busy={form.saving} />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}

function useStaffForm(task: StaffTask, onDone: () => void) {
  const person = task.kind === 'add' ? null : task.person
  const [typed, setTyped] = useState({
    name: person?.name ?? '',
    role: person?.role ?? ('clerk' as Role),
    active: person?.active ?? true,
    pin: '',
    again: '',
    ownPin: '',
  })
  const [tried, setTried] = useState(false)
  const add = useAct('staff.add')
  const edit = useAct('staff.edit')
  const reset = useAct('staff.resetPin')
  const done = { onSuccess: onDone }
  const { name, role, active, pin, again, ownPin } = typed
  const named = name.trim() !== ''
  const paired = isPin(pin) && pin === again
  return {
    typed,
    tried,
    set: (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change })),
    error: add.error ?? edit.error ?? reset.error,
    saving: add.isPending || edit.isPending || reset.isPending,
    save: () => {
      setTried(true)
      if (!isPin(ownPin)) return
      if (person === null) {
        if (named && paired) add.mutate({ name, role, pin, ownPin }, done)
      } else if (task.kind === 'edit') {
        if (named) edit.mutate({ id: person.id, name, role, active, ownPin }, done)
      } else if (paired) reset.mutate({ id: person.id, pin, ownPin }, done)
    },
  }
}
