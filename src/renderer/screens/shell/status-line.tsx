import { texts } from '#core/texts.ts'
import { useActiveKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import css from './shell.module.css'

/** The keys of the open screen, at the bottom of the window. */
export function StatusLine() {
  const say = useSay()
  const { here, everywhere } = useActiveKeys()
  const shown = [...here, ...everywhere].filter(({ quiet }) => !quiet)
  return (
    <section className={css.status} aria-label={say(texts.shell.status)}>
      {shown.map(({ key, label }) => (
        <span key={key}>
          <kbd>{keyName(key)}</kbd> {say(label)}
        </span>
      ))}
    </section>
  )
}

const names: Record<string, string> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
}

/** A key as it is printed on the keyboard: `ctrl+ArrowUp` is Ctrl+↑. */
export function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}
