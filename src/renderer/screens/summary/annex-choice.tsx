import { Checkbox } from '@mantine/core'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './summary.module.css'

type AnnexChoiceProps = {
  /** Fingerprint of the certificate the lists are encrypted for, or null. */
  value: string | null
  onChange: (value: string | null) => void
}

/** Whether the lists with people go along, encrypted for the city; off, and only with its certificate. */
export function AnnexChoice({ value, onChange }: AnnexChoiceProps) {
  const say = useSay()
  const { summary } = texts
  const recipients = useCall('summary.recipients', {})
  return (
    <Answer query={recipients}>
      {([city]) => (
        <Checkbox
          label={say(summary.annex)}
          description={city ? say(summary.annexText, { name: city.name }) : say(summary.annexNone)}
          classNames={{ description: css.hint }}
          checked={value !== null}
          disabled={!city}
          onChange={(event) =>
            onChange(event.currentTarget.checked && city ? city.fingerprint : null)
          }
        />
      )}
    </Answer>
  )
}
