import { parseDate } from '#core/date.ts'
import { ConferenceKind, Occupation, Organiser } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { CommuneBox } from '../../components/commune-box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { useSay } from '../../language.tsx'
import type { FieldsProps } from './conference-form.tsx'
import { isPlanned } from './draft.ts'
import { TickBoxes } from './tick-boxes.tsx'

/** What is known of a conference beforehand. */
export function PlanFields({ form, today, set, box }: FieldsProps) {
  const say = useSay()
  const { terms, conferences } = texts
  const held = parseDate(form.heldOn, { today })
  const on = held.ok ? held.value.date : today
  const communes = useCall('office.communes', { on }, { keep: true })
  const stateName = terms.conferenceState[isPlanned(form, today) ? 'planned' : 'held']
  return (
    <BoxRow>
      <ChoiceBox
        {...box('kind')}
        width={10}
        value={form.kind}
        options={ConferenceKind.options.map((value, index) => ({
          value,
          label: `${index + 1} · ${say(terms.conferenceKind[value])}`,
        }))}
        onChange={(kind) => set({ kind })}
      />
      <DateBox
        {...box('heldOn')}
        width={8}
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
      <TextBox
        {...box('endsAt')}
        width={6}
        maxLength={20}
        value={form.endsAt}
        onChange={(endsAt) => set({ endsAt })}
      />
      {(form.stored === null || form.stored === 'planned') && (
        <ChoiceBox
          {...box('state')}
          width={9}
          value={form.state}
          options={(['planned', 'held'] as const).map((value) => ({
            value,
            label: say(terms.conferenceState[value]),
          }))}
          {...(form.stored === null && {
            empty: say(conferences.byDay, { state: say(stateName) }),
          })}
          onChange={(state) => set({ state })}
        />
      )}
      <CommuneBox
        {...box('commune')}
        width={14}
        communes={communes.data ?? []}
        value={form.commune}
        onChange={(commune) => set({ commune })}
      />
      <TextBox
        {...box('place')}
        width={18}
        maxLength={300}
        value={form.place}
        onChange={(place) => set({ place })}
      />
      <TickBoxes
        {...box('organisers')}
        value={form.organisers}
        options={Organiser.options.map((value) => ({ value, label: say(terms.organiser[value]) }))}
        onChange={(organisers) => set({ organisers })}
      />
      <TextBox
        {...box('speakers')}
        width={26}
        maxLength={3000}
        value={form.speakers}
        onChange={(speakers) => set({ speakers })}
      />
      <TextBox
        {...box('invited')}
        width={5}
        inputMode="numeric"
        maxLength={10}
        value={form.invited}
        onChange={(invited) => set({ invited })}
      />
      <TickBoxes
        {...box('targetGroups')}
        value={form.targetGroups}
        options={Occupation.options.map((value) => ({
          value,
          label: say(terms.occupation[value]),
        }))}
        onChange={(targetGroups) => set({ targetGroups })}
      />
      <TextBox
        {...box('notes')}
        width={30}
        lines={2}
        maxLength={10_000}
        value={form.notes}
        onChange={(notes) => set({ notes })}
      />
    </BoxRow>
  )
}
