import { Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatDate, parseDate } from '#core/date.ts'
import { RequestKind } from '#core/privacy/rules.ts'
import { texts } from '#core/texts.ts'
import { call, useAct } from '../../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../../components/box.tsx'
import { DateBox } from '../../../components/date-box.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { EnterForm } from '../../../components/enter-form.tsx'
import { FormButtons } from '../../../components/form-buttons.tsx'
import { Failed } from '../../../components/page.tsx'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

/** Notes a request as it comes in; its deadlines follow from the day and the kind. */
export function RequestForm({ today, onClose }: { today: string; onClose: () => void }) {
  const say = useSay()
  const act = useAct('request.add')
  const [typed, setTyped] = useState({
    ...{ kind: 'view' as RequestKind, receivedOn: formatDate(today), subjectName: '' },
    ...{ contact: '', number: '', thirdParty: false, note: '' },
  })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }))
  const day = parseDate(typed.receivedOn, { today })
  const [failed, setFailed] = useState<unknown>(null)
  const [nobody, setNobody] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!day.ok || typed.subjectName.trim() === '') return
    const { number, receivedOn: _, ...rest } = typed
    try {
      const found = number === '' ? null : await call('person.find', { number })
      setNobody(number !== '' && found === null)
      if (number !== '' && found === null) return
      const order = { ...rest, receivedOn: day.value.date, personId: found?.person.id ?? null }
      act.mutate(order, { onSuccess: onClose })
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <Dialog title={say(privacy.newRequest)} onClose={onClose}>
      <EnterForm label={say(privacy.newRequest)} onSubmit={() => void submit()}>
        <Stack gap="xs">
          <BoxRow>
            <ChoiceBox
              label={say(privacy.requestKind)}
              value={typed.kind}
              options={RequestKind.options.map((kind) => ({
                value: kind,
                label: say(privacy.kind[kind]),
              }))}
              onChange={(kind) => set({ kind })}
              autoFocus
            />
            <DateBox
              label={say(privacy.receivedOn)}
              width={11}
              grow={0}
              today={today}
              value={typed.receivedOn}
              onChange={(receivedOn) => set({ receivedOn })}
            />
          </BoxRow>
          <TextBox
            label={say(privacy.subjectName)}
            value={typed.subjectName}
            onChange={(subjectName) => set({ subjectName })}
            error={tried && typed.subjectName.trim() === '' ? say(texts.admin.nameMissing) : null}
            strict
            maxLength={300}
          />
          <BoxRow>
            <TextBox
              label={say(privacy.contact)}
              value={typed.contact}
              onChange={(contact) => set({ contact })}
              maxLength={300}
            />
            <TextBox
              label={say(privacy.personId)}
              width={16}
              grow={0}
              inputMode="numeric"
              value={typed.number}
              onChange={(text) => set({ number: text.replace(/\D/g, '') })}
              error={nobody ? say(privacy.nobody) : null}
              strict
              maxLength={12}
            />
          </BoxRow>
          <Checkbox
            label={say(privacy.thirdParty)}
            checked={typed.thirdParty}
            onChange={(event) => set({ thirdParty: event.currentTarget.checked })}
          />
          <TextBox
            label={say(privacy.note)}
            value={typed.note}
            onChange={(note) => set({ note })}
            maxLength={1000}
          />
          {(act.error ?? failed) ? <Failed error={act.error ?? failed} /> : null}
          <FormButtons busy={act.isPending} />
        </Stack>
      </EnterForm>
    </Dialog>
  )
}
