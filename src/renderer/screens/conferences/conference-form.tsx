import { Button, Kbd, Stack, Text, Title } from '@mantine/core'
import { parseDate } from '#core/date.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { CommuneBox } from '../../components/commune-box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed } from '../../components/page.tsx'
import { sayInBox } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import css from './conferences.module.css'
import { conferenceDraft, type ConferenceForm as Form } from './draft.ts'
import { OrganiserBoxes } from './organiser-boxes.tsx'
import { conferenceLabel, useSaveConference } from './use-save-conference.ts'

type FormProps = { form: Form; today: string; onSaved: (id: number) => void }

/** One conference: what, when, where, by whom, with how many people. */
export function ConferenceForm({ form, today, onSaved }: FormProps) {
  const say = useSay()
  const language = useLanguage()
  const { conferences, terms } = texts
  const saving = useSaveConference(form, today, onSaved)
  const held = parseDate(form.heldOn, { today })
  const communes = useCall(
    'office.communes',
    { on: held.ok ? held.value.date : today },
    { keep: true },
  )
  useKeys([{ key: 'ctrl+Enter', label: conferences.save, run: saving.save }])
  const set = (change: Partial<Form>) =>
    conferenceDraft.update((all) => ({ ...all, ...change, touched: true }))
  const box = (path: keyof Form & keyof typeof conferenceLabel) => {
    const wrong = saving.wrong[path]
    const error = wrong ? sayInBox(wrong, language) : null
    return { path, label: say(conferenceLabel[path]), strict: saving.strict, error }
  }
  const heading = form.id ? say(conferences.editing, { id: form.id }) : say(conferences.newOne)
  return (
    <section className={css.form} aria-label={heading}>
      <Title order={2}>{heading}</Title>
      <ErrorSummary complaints={saving.complaints} />
      {saving.error ? <Failed error={saving.error} /> : null}
      <EnterForm label={heading} onSubmit={saving.save}>
        <BoxRow>
          <ChoiceBox
            {...box('kind')}
            value={form.kind}
            options={(['conference', 'small-group'] as const).map((value, index) => ({
              value,
              label: `${index + 1} · ${say(terms.conferenceKind[value])}`,
            }))}
            onChange={(kind) => set({ kind })}
          />
          <DateBox
            {...box('heldOn')}
            width={12}
            today={today}
            value={form.heldOn}
            onChange={(heldOn) => set({ heldOn })}
          />
          <TextBox
            {...box('startsAt')}
            width={6}
            maxLength={20}
            value={form.startsAt}
            onChange={(startsAt) => set({ startsAt })}
          />
          <CommuneBox
            {...box('commune')}
            width={16}
            communes={communes.data ?? []}
            value={form.commune}
            onChange={(commune) => set({ commune })}
          />
          <TextBox
            {...box('place')}
            width={20}
            maxLength={300}
            value={form.place}
            onChange={(place) => set({ place })}
          />
          <OrganiserBoxes
            {...box('organisers')}
            value={form.organisers}
            onChange={(organisers) => set({ organisers })}
          />
          <TextBox
            {...box('speakers')}
            width={20}
            maxLength={1000}
            value={form.speakers}
            onChange={(speakers) => set({ speakers })}
          />
          <TextBox
            {...box('attendees')}
            width={7}
            inputMode="numeric"
            maxLength={10}
            value={form.attendees}
            onChange={(attendees) => set({ attendees })}
          />
          <TextBox
            {...box('notes')}
            width={40}
            lines={3}
            maxLength={10_000}
            value={form.notes}
            onChange={(notes) => set({ notes })}
          />
        </BoxRow>
      </EnterForm>
      <Stack gap="xs" align="flex-start">
        {form.id !== null && (
          <Text size="sm">{say(conferences.signUpsHint, { n: form.signUps })}</Text>
        )}
        <Button
          onClick={saving.save}
          loading={saving.saving}
          rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
        >
          {say(conferences.save)}
        </Button>
      </Stack>
    </section>
  )
}
