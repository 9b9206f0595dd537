import { Button } from '@mantine/core'
import { IconTypography } from '@tabler/icons-react'
import { useState } from 'react'
import { convertLegacy, detectLegacy } from '#core/legacy-text.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './scan.module.css'

const fonts = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }

/** Offers text of an old font in Unicode; nothing changes before the clerk says so. */
export function LegacyStrip({ text, onUse }: { text: string; onUse: (text: string) => void }) {
  const say = useSay()
  const [kept, setKept] = useState('')
  const encoding = text === kept ? null : detectLegacy(text)
  if (!encoding) return null
  const converted = convertLegacy(text, encoding)
  return (
    <div className={css.strip} role="status">
      <IconTypography size={16} aria-hidden />
      <span className={css.words}>
        {say(texts.scan.legacy, { font: fonts[encoding], text: converted })}
      </span>
      <Button size="compact-sm" variant="light" onClick={() => onUse(converted)}>
        {say(texts.scan.legacyUse)}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setKept(text)}>
        {say(texts.scan.legacyKeep)}
      </Button>
    </div>
  )
}
