import { Checkbox } from '@mantine/core'
import css from './conferences.module.css'

type TickBoxesProps<V extends string> = {
  label: string
  path: string
  error: string | null
  strict: boolean
  value: V[]
  options: readonly { value: V; label: string }[]
  onChange: (value: V[]) => void
}

/** Several of a few values; Space ticks, Enter goes on. */
export function TickBoxes<V extends string>(props: TickBoxesProps<V>) {
  const { label, path, error, strict, value, options, onChange } = props
  return (
    <Checkbox.Group
      className={css.organisers}
      label={label}
      error={strict ? error : null}
      value={value}
      onChange={(chosen) =>
        onChange(options.map((each) => each.value).filter((each) => chosen.includes(each)))
      }
    >
      <div className={css.ticks}>
        {options.map((each, index) => (
          <Checkbox
            key={each.value}
            value={each.value}
            label={each.label}
            data-path={index === 0 ? path : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
