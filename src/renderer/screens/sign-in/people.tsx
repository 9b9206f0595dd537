import { Kbd, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { StaffCard } from '#core/contract.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import css from './people.module.css'

type PeopleProps = {
  staff: StaffCard[]
  chosen: StaffCard | undefined
  onChoose: (person: StaffCard) => void
}

/** The people of the office as radio buttons: arrows, or the number in front of the name. */
export function People({ staff, chosen, onChoose }: PeopleProps) {
  const say = useSay()
  const numbered = staff.slice(0, 9)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  useKeys(
    numbered.map((person, index) => ({
      key: String(index + 1),
      label: { vi: person.name, en: person.name },
      quiet: true,
      run: () => {
        onChoose(person)
        document.getElementById(`person-${person.id}`)?.focus()
      },
    })),
  )
  return (
    <fieldset className={css.people}>
      <legend>{say(texts.signIn.who)}</legend>
      <Text size="sm" className="soft" mb={6}>
        {say(texts.signIn.whoHint)}
      </Text>
      {staff.map((person, index) => (
        <label key={person.id} className={css.person} data-chosen={person.id === chosen?.id}>
          <input
            id={`person-${person.id}`}
            ref={index === 0 ? first : undefined}
            type="radio"
            name="person"
            checked={person.id === chosen?.id}
            onChange={() => onChoose(person)}
          />
          <span className={css.name}>{person.name}</span>
          <span className={css.role}>{say(texts.terms.role[person.role])}</span>
          {index < 9 && <Kbd aria-hidden>{index + 1}</Kbd>}
        </label>
      ))}
    </fieldset>
  )
}
