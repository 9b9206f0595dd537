import { Button, Kbd } from '@mantine/core'
import { IconTypography } from '@tabler/icons-react'
import { useState } from 'react'
import { convertLegacy, detectLegacy } from '#core/legacy-text.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import css from './scan.module.css'

const fonts = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }

type LegacyProps = { text: string; active: boolean; onUse: (text: string) => void }

/** Offers text of an old font in Unicode; nothing changes before the clerk says so. */
export function LegacyStrip({ text, active, onUse }: LegacyProps) {
  const say = useSay()
  const [kept, setKept] = useState('')
  const encoding = text === kept ? null : detectLegacy(text)
  const converted = encoding ? convertLegacy(text, encoding) : ''
  const use = () => onUse(converted)
  const keep = () => setKept(text)
  useKeys(
    active && encoding
      ? [
          { key: 'alt+c', label: texts.scan.legacyUse, run: use },
          { key: 'alt+k', label: texts.scan.legacyKeep, run: keep },
        ]
      : [],
  )
  if (!encoding) return null
  return (
    <div className={css.strip} role="status">
      <IconTypography size={16} aria-hidden />
      <span className={css.words}>
        {say(texts.scan.legacy, { font: fonts[encoding], text: converted })}
      </span>
      <Button
        size="compact-sm"
        variant="light"
        onClick={use}
        rightSection={active && <Kbd size="xs">Alt+C</Kbd>}
      >
        {say(texts.scan.legacyUse)}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={keep}
        rightSection={active && <Kbd size="xs">Alt+K</Kbd>}
      >
        {say(texts.scan.legacyKeep)}
      </Button>
    </div>
  )
}
