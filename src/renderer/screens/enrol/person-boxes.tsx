import { texts } from '#core/texts.ts'
import { ChoiceBox, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { useSay } from '../../language.tsx'
import type { RowBoxes } from './member-row.tsx'

/** Who the person is, in the order of the paper form. */
export function PersonBoxes({ member, choices, set, box, today }: RowBoxes & { today: string }) {
  const say = useSay()
  const { enrol } = texts
  const blank = say(texts.common.choose)
  return (
    <>
      <ChoiceBox
        {...box('relation')}
        label={say(enrol.relation)}
        width={7.4}
        grow={0}
        value={member.relation}
        options={choices.relation}
        empty={blank}
        onChange={(relation) => set({ relation })}
      />
      <TextBox
        {...box('person.name')}
        label={say(enrol.name)}
        width={13}
        grow={4}
        maxLength={300}
        value={member.name}
        onChange={(name) => set({ name })}
      />
      <DateBox
        {...box('person.birth')}
        label={say(enrol.birth)}
        width={6.4}
        grow={0}
        today={today}
        past
        allowYear
        value={member.birth}
        onChange={(birth) => set({ birth })}
      />
      <ChoiceBox
        {...box('person.sex')}
        label={say(enrol.sex)}
        width={5.7}
        grow={0}
        value={member.sex}
        options={choices.sex}
        empty={blank}
        onChange={(sex) => set({ sex })}
      />
      <TextBox
        {...box('person.personalNumber')}
        label={say(enrol.personalNumber)}
        width={8.2}
        inputMode="numeric"
        maxLength={20}
        value={member.personalNumber}
        onChange={(personalNumber) => set({ personalNumber })}
      />
      <TextBox
        {...box('person.insuranceNumber')}
        label={say(enrol.insuranceNumber)}
        width={7}
        inputMode="numeric"
        maxLength={20}
        value={member.insuranceNumber}
        onChange={(insuranceNumber) => set({ insuranceNumber })}
      />
      <TextBox
        {...box('person.phone')}
        label={say(enrol.phone)}
        width={7}
        inputMode="tel"
        maxLength={30}
        value={member.phone}
        onChange={(phone) => set({ phone })}
      />
      <ChoiceBox
        {...box('occupation')}
        label={say(enrol.occupation)}
        width={8.2}
        value={member.occupation}
        options={choices.occupation}
        empty={blank}
        onChange={(occupation) => set({ occupation })}
      />
    </>
  )
}
