import { texts } from '#core/texts.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { useSay } from '../../language.tsx'
import type { RowBoxes } from './member-row.tsx'

/** The boxes of the paper form that most sign-ups leave as they are. */
export function MoreBoxes({ member, set, box }: RowBoxes) {
  const say = useSay()
  const { enrol } = texts
  return (
    <>
      <TextBox
        {...box('person.ethnicity')}
        label={say(enrol.ethnicity)}
        maxLength={60}
        value={member.ethnicity}
        onChange={(ethnicity) => set({ ethnicity })}
      />
      <TextBox
        {...box('person.nationality')}
        label={say(enrol.nationality)}
        maxLength={60}
        value={member.nationality}
        onChange={(nationality) => set({ nationality })}
      />
      <TextBox
        {...box('person.email')}
        label={say(enrol.email)}
        width={12}
        maxLength={200}
        value={member.email}
        onChange={(email) => set({ email })}
      />
      <TextBox
        {...box('person.careFacility')}
        label={say(enrol.careFacility)}
        width={18}
        maxLength={200}
        value={member.careFacility}
        onChange={(careFacility) => set({ careFacility })}
      />
      <TextBox
        {...box('person.birthPlace')}
        label={say(enrol.birthPlace)}
        width={20}
        maxLength={300}
        value={member.birthPlace}
        onChange={(birthPlace) => set({ birthPlace })}
      />
      <TextBox
        {...box('person.guardian')}
        label={say(enrol.guardian)}
        width={14}
        maxLength={300}
        value={member.guardian}
        onChange={(guardian) => set({ guardian })}
      />
      <ChoiceBox
        {...box('person.delivery')}
        label={say(enrol.delivery)}
        width={8}
        value={member.delivery}
        options={[
          { value: 'electronic', label: say(enrol.electronic) },
          { value: 'paper', label: say(enrol.paper) },
        ]}
        empty={say(enrol.deliveryUnsaid)}
        onChange={(delivery) => set({ delivery })}
      />
    </>
  )
}
