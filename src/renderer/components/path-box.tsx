import { Button, Text } from '@mantine/core'
import { IconFile, IconFolder } from '@tabler/icons-react'
import { useId } from 'react'
import { texts } from '#core/texts.ts'
import { call } from '../api.ts'
import { useSay } from '../language.tsx'
import type { BoxProps } from './box.tsx'
import css from './path-box.module.css'

/** Which dialog of the system to open. */
export type Ask =
  | { call: 'app.chooseFolder'; purpose: 'data' | 'export' | 'trust' | 'backup' }
  | {
      call: 'app.chooseFile'
      purpose: 'key' | 'summary' | 'certificate' | 'trust' | 'driver'
    }

type PathBoxProps = BoxProps & {
  ask: Ask
  value: string | null
  onChange: (path: string) => void
}

const choosePath = (ask: Ask): Promise<string | null> =>
  ask.call === 'app.chooseFolder'
    ? call(ask.call, { purpose: ask.purpose })
    : call(ask.call, { purpose: ask.purpose })

/** A folder or file of this computer, chosen in the system's own dialog; never typed. */
export function PathBox({ label, path, error, strict, ask, value, onChange }: PathBoxProps) {
  const say = useSay()
  const id = useId()
  const folder = ask.call === 'app.chooseFolder'
  const Icon = folder ? IconFolder : IconFile
  const shown = strict ? error : null
  return (
    <div className={css.root} data-error={shown ? true : undefined}>
      <div className={css.text}>
        <span id={`${id}-label`} className={css.label}>
          {label}
        </span>
        <span id={`${id}-value`} className={css.value}>
          {value ?? say(texts.summary.notChosen)}
        </span>
        {shown && (
          <Text id={`${id}-error`} size="xs" c="lacquer.7">
            {shown}
          </Text>
        )}
      </div>
      <Button
        variant="default"
        data-path={path}
        data-enter-stop={value === null || undefined}
        aria-label={`${say(folder ? texts.common.chooseFolder : texts.common.chooseFile)} ${label}`}
        aria-describedby={`${id}-value${shown ? ` ${id}-error` : ''}`}
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => void choosePath(ask).then((chosen) => chosen && onChange(chosen))}
      >
        {say(folder ? texts.common.chooseFolder : texts.common.chooseFile)}
      </Button>
    </div>
  )
}
