import { texts } from '#core/texts.ts'
import { BoxRow, TextBox } from '../../components/box.tsx'
import { useSay } from '../../language.tsx'
import type { FieldsProps } from './conference-form.tsx'
import css from './conferences.module.css'

/** What came of a conference, and what its minutes say. */
export function OutcomeFields({ form, set, box }: FieldsProps) {
  const say = useSay()
  return (
    <fieldset className={css.outcome}>
      <legend>{say(texts.conferences.outcome)}</legend>
      <BoxRow>
        <TextBox
          {...box('attendees')}
          width={7}
          inputMode="numeric"
          maxLength={10}
          value={form.attendees}
          onChange={(attendees) => set({ attendees })}
        />
        <TextBox
          {...box('consultations')}
          width={7}
          inputMode="numeric"
          maxLength={10}
          value={form.consultations}
          onChange={(consultations) => set({ consultations })}
        />
        <TextBox
          {...box('chair')}
          width={11}
          maxLength={200}
          value={form.chair}
          onChange={(chair) => set({ chair })}
        />
        <TextBox
          {...box('secretary')}
          width={11}
          maxLength={200}
          value={form.secretary}
          onChange={(secretary) => set({ secretary })}
        />
        <TextBox
          {...box('materials')}
          width={30}
          maxLength={10_000}
          value={form.materials}
          onChange={(materials) => set({ materials })}
        />
        <TextBox
          {...box('questions')}
          width={30}
          lines={2}
          maxLength={10_000}
          value={form.questions}
          onChange={(questions) => set({ questions })}
        />
        <TextBox
          {...box('minutes')}
          width={30}
          lines={3}
          maxLength={10_000}
          value={form.minutes}
          onChange={(minutes) => set({ minutes })}
        />
      </BoxRow>
    </fieldset>
  )
}
