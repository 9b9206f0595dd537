import { Button, Checkbox, Kbd, Title } from '@mantine/core'
import { useState } from 'react'
import { Occupation } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { ProblemError, useAct } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { goToBox } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { sayInBox, type Wrong } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { type AttendeeForm, emptyAttendee, readAttendee } from './attendee-form.ts'
import css from './conferences.module.css'

type EntryProps = {
  conferenceId: number
  today: string
  form: AttendeeForm
  onChange: (form: AttendeeForm) => void
  onSaved: (name: string) => void
}

const { roster, terms } = texts

/** The row everybody is typed in; Enter goes from box to box and at the end to the next person. */
export function AttendeeEntry({ conferenceId, today, form, onChange, onSaved }: EntryProps) {
  const say = useSay()
  const language = useLanguage()
  const act = useAct('roster.save')
  const [strict, setStrict] = useState(false)
  const { draft, wrong } = readAttendee(form, today)
  const refused = act.error instanceof ProblemError ? act.error.problem : null
  const refusedAt = refused?.path?.[0]
  const set = (change: Partial<AttendeeForm>) => {
    act.reset()
    onChange({ ...form, ...change })
  }
  const box = (path: keyof AttendeeForm) => {
    const what: Wrong | undefined =
      wrong[path] ?? (refusedAt === path && refused ? refused : undefined)
    return { path, strict, error: what ? sayInBox(what, language) : null }
  }
  const save = () => {
    setStrict(true)
    const first = Object.keys(wrong)[0]
    if (first) return requestAnimationFrame(() => goToBox(first))
    if (!draft || act.isPending) return
    act.mutate(
      { conferenceId, attendee: draft },
      {
        onSuccess: () => {
          setStrict(false)
          onChange(emptyAttendee)
          onSaved(draft.name)
          requestAnimationFrame(() => goToBox('name'))
        },
      },
    )
  }
  useKeys([{ key: 'ctrl+Enter', label: roster.add, run: save }])
  const heading = form.id === null ? say(roster.entry) : say(roster.editing, { name: form.name })
  return (
    <section className={css.entry} aria-label={heading}>
      <Title order={2}>{heading}</Title>
      <EnterForm label={heading} onSubmit={save}>
        <BoxRow>
          <TextBox
            {...box('name')}
            label={say(roster.name)}
            width={14}
            grow={3}
            maxLength={300}
            value={form.name}
            onChange={(name) => set({ name })}
          />
          <TextBox
            {...box('birthYear')}
            label={say(roster.birthYear)}
            width={6}
            maxLength={20}
            value={form.birthYear}
            onChange={(birthYear) => set({ birthYear })}
          />
          <TextBox
            {...box('address')}
            label={say(roster.address)}
            width={14}
            grow={3}
            maxLength={300}
            value={form.address}
            onChange={(address) => set({ address })}
          />
          <ChoiceBox
            {...box('occupation')}
            label={say(roster.group)}
            width={9}
            value={form.occupation}
            empty={say(roster.noGroup)}
            options={Occupation.options.map((value, index) => ({
              value,
              label: `${index + 1} · ${say(terms.occupation[value])}`,
            }))}
            onChange={(occupation) => set({ occupation })}
          />
          <Checks form={form} set={set} />
          <TextBox
            {...box('phone')}
            label={say(roster.phone)}
            width={8}
            inputMode="tel"
            maxLength={30}
            value={form.phone}
            onChange={(phone) => set({ phone })}
          />
          <DateBox
            {...box('followUpOn')}
            label={say(roster.followUp)}
            width={8}
            today={today}
            value={form.followUpOn}
            onChange={(followUpOn) => set({ followUpOn })}
          />
          <TextBox
            {...box('note')}
            label={say(roster.note)}
            width={12}
            grow={2}
            maxLength={500}
            value={form.note}
            onChange={(note) => set({ note })}
          />
          <Button
            type="submit"
            loading={act.isPending}
            rightSection={<Kbd size="xs">Enter</Kbd>}
            mt="auto"
          >
            {say(form.id === null ? roster.add : roster.change)}
          </Button>
        </BoxRow>
      </EnterForm>
      {act.error && refusedAt === undefined ? <Failed error={act.error} /> : null}
    </section>
  )
}

type ChecksProps = { form: AttendeeForm; set: (change: Partial<AttendeeForm>) => void }

/** Interest by scheme, and consent; who withdraws it takes the phone along. */
function Checks({ form, set }: ChecksProps) {
  const say = useSay()
  return (
    <div className={css.checks}>
      <Checkbox
        label={say(terms.scheme['bhxh-tn'])}
        checked={form.bhxh}
        onChange={(event) => set({ bhxh: event.currentTarget.checked })}
      />
      <Checkbox
        label={say(terms.scheme['bhyt-hgd'])}
        checked={form.bhyt}
        onChange={(event) => set({ bhyt: event.currentTarget.checked })}
      />
      <Checkbox
        label={say(roster.consent)}
        checked={form.consent}
        onChange={(event) =>
          set(event.currentTarget.checked ? { consent: true } : { consent: false, phone: '' })
        }
      />
    </div>
  )
}
