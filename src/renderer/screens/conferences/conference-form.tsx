import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import type { ConferenceCard } from '#core/conference.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { EnterForm } from '../../components/enter-form.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { useKeys } from '../../components/keys.tsx'
import { Failed, Notice } from '../../components/page.tsx'
import { sayInBox } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import css from './conferences.module.css'
import { conferenceDraft, type ConferenceForm as Form, isPlanned, readConference } from './draft.ts'
import { OutcomeFields } from './outcome-fields.tsx'
import { PlanFields } from './plan-fields.tsx'
import { StateMark } from './state-mark.tsx'
import { conferenceLabel, useSaveConference } from './use-save-conference.ts'

type FormProps = {
  form: Form
  today: string
  /** What the book says of it, once it is there. */
  stored: ConferenceCard | undefined
  onSaved: (id: number) => void
}

/** What the boxes of the form share: the texts so far, how to change them, and the dress of a box. */
export type FieldsProps = {
  form: Form
  today: string
  set: (change: Partial<Form>) => void
  box: (path: keyof Form & keyof typeof conferenceLabel) => {
    path: string
    label: string
    strict: boolean
    error: string | null
  }
}

/** One conference: what, when, where, by whom; once it was held, with how many people and what came of it. */
export function ConferenceForm({ form, today, stored, onSaved }: FormProps) {
  const say = useSay()
  const language = useLanguage()
  const { conferences } = texts
  const saving = useSaveConference(form, today, onSaved)
  const mayWrite = useMay('work')
  const locked = !mayWrite || form.stored === 'closed' || form.stored === 'cancelled'
  const roster = stored?.roster ?? 0
  const save = () => !locked && saving.save()
  useKeys([{ key: 'ctrl+Enter', label: conferences.save, run: save, quiet: locked }])
  const set = (change: Partial<Form>) =>
    conferenceDraft.update((all) => ({ ...all, ...change, touched: true }))
  const box: FieldsProps['box'] = (path) => {
    const wrong = saving.wrong[path]
    const error = wrong ? sayInBox(wrong, language) : null
    return { path, label: say(conferenceLabel[path]), strict: saving.strict, error }
  }
  const heading = form.id ? say(conferences.editing, { id: form.id }) : say(conferences.newOne)
  const fields = { form, today, set, box }
  return (
    <section className={css.form} aria-label={heading}>
      <Group justify="space-between">
        <Title order={2}>{heading}</Title>
        {stored && <StateMark conference={stored} today={today} />}
      </Group>
      {form.stored === 'closed' && <Notice>{say(conferences.lockedClosed)}</Notice>}
      {form.stored === 'cancelled' && (
        <Notice>{say(conferences.lockedCancelled, { reason: stored?.cancelReason ?? '' })}</Notice>
      )}
      <ErrorSummary complaints={saving.complaints} />
      {saving.error ? <Failed error={saving.error} /> : null}
      {!locked && <Warnings form={form} today={today} />}
      <EnterForm label={heading} onSubmit={save}>
        <fieldset className={css.plain} disabled={locked}>
          <PlanFields {...fields} />
          {!isPlanned(form, today) && <OutcomeFields {...fields} />}
        </fieldset>
      </EnterForm>
      {!locked && roster > (Number(form.attendees) || 0) && !isPlanned(form, today) && (
        <Notice>{say(conferences.rosterMore, { n: roster })}</Notice>
      )}
      <Stack gap="xs" align="flex-start">
        {form.id !== null && (
          <Text size="sm">{say(conferences.signUpsHint, { n: form.signUps })}</Text>
        )}
        {!locked && (
          <Button
            onClick={save}
            loading={saving.saving}
            rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
          >
            {say(conferences.save)}
          </Button>
        )}
      </Stack>
    </section>
  )
}

/** Clashes and days outside the campaign, as soon as the form says where and when. */
function Warnings({ form, today }: { form: Form; today: string }) {
  const language = useLanguage()
  const attendees = form.attendees || '0'
  const { draft } = readConference({ ...form, attendees }, today)
  const { id, heldOn, startsAt, endsAt, commune, place, speakers } = draft ?? {}
  const query = useCall(
    'conference.warnings',
    {
      id: id ?? null,
      heldOn: heldOn ?? today,
      startsAt: startsAt ?? null,
      endsAt: endsAt ?? null,
      commune: commune ?? { code: '', validFrom: '' },
      place: place ?? '—',
      speakers: speakers ?? [],
    },
    { enabled: draft !== null, keep: true },
  )
  const found = draft ? (query.data ?? []) : []
  if (found.length === 0) return null
  return (
    <div role="status">
      <Notice>
        {found.map((problem) => (
          <div key={JSON.stringify(problem)}>{sayProblem(problem, language)}</div>
        ))}
      </Notice>
    </div>
  )
}
