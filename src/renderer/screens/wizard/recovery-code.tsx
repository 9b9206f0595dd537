import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './wizard.module.css'

/** The recovery code in its groups, large enough to copy by hand. */
export function RecoveryCode({ code }: { code: string }) {
  const say = useSay()
  return (
    <div className={css.code}>
      <span>{say(texts.wizard.code)}</span>
      <ol aria-label={say(texts.wizard.code)}>
        {code.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
          <li key={index}>{group}</li>
        ))}
      </ol>
    </div>
  )
}
