import { Checkbox } from '@mantine/core'
import { Organiser } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './conferences.module.css'

type OrganiserBoxesProps = {
  label: string
  path: string
  error: string | null
  strict: boolean
  value: Organiser[]
  onChange: (value: Organiser[]) => void
}

/** Who holds the conference; Space ticks, Enter goes on. */
export function OrganiserBoxes({
  label,
  path,
  error,
  strict,
  value,
  onChange,
}: OrganiserBoxesProps) {
  const say = useSay()
  return (
    <Checkbox.Group
      className={css.organisers}
      label={label}
      error={strict ? error : null}
      value={value}
      onChange={(chosen) => onChange(Organiser.options.filter((each) => chosen.includes(each)))}
    >
      <div className={css.ticks}>
        {Organiser.options.map((each, index) => (
          <Checkbox
            key={each}
            value={each}
            label={say(texts.terms.organiser[each])}
            data-path={index === 0 ? path : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
