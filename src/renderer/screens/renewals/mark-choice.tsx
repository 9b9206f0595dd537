import { Kbd } from '@mantine/core'
import type { DueCount } from '#core/contract.ts'
import type { Phrase } from '#core/messages.ts'
import { formatMoney } from '#core/money.ts'
import type { DueMark } from '#core/renewal.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useSay } from '../../language.tsx'
import css from './renewals.module.css'

type MarkProps = {
  mark: DueMark | null
  marks: readonly DueCount[]
  onChange: (mark: DueMark | null) => void
}

const { renewals } = texts

const choices: { mark: DueMark | null; label: Phrase }[] = [
  { mark: null, label: renewals.all },
  { mark: 60, label: renewals.mark60 },
  { mark: 30, label: renewals.mark30 },
  { mark: 15, label: renewals.mark15 },
  { mark: 0, label: renewals.mark0 },
  { mark: -90, label: renewals.markOver },
]

/** How many days are left: one of the marks, with how many people each holds; Alt and its number. */
export function MarkChoice({ mark, marks, onChange }: MarkProps) {
  const say = useSay()
  useKeys(
    choices.map((choice, index) => ({
      key: `alt+${index + 1}`,
      label: choice.label,
      quiet: true,
      run: () => onChange(choice.mark),
    })),
  )
  const count = (of: DueMark | null) =>
    marks
      .filter((each) => of === null || each.mark === of)
      .reduce((sum, each) => sum + each['bhxh-tn'] + each['bhyt-hgd'], 0)
  return (
    <fieldset className={css.marks} aria-label={say(renewals.buckets)}>
      {choices.map((choice, index) => (
        <button
          key={choice.label.vi}
          type="button"
          aria-pressed={mark === choice.mark}
          aria-keyshortcuts={`Alt+${index + 1}`}
          onClick={() => onChange(choice.mark)}
        >
          {say(choice.label)}
          <strong>{formatMoney(count(choice.mark))}</strong>
          <Kbd size="xs" aria-hidden>
            Alt+{index + 1}
          </Kbd>
        </button>
      ))}
    </fieldset>
  )
}
