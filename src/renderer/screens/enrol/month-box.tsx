import { formatDate } from '#core/date.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { TextBox, type TextBoxProps } from '../../components/box.tsx'
import { readMonth } from '../../components/reading.ts'
import { useLanguage, useSay } from '../../language.tsx'

type MonthBoxProps = Omit<TextBoxProps, 'echo'> & { today: string }

/** A plain text box for a month: `6/2025` or any day of it; writes it out on leaving. */
export function MonthBox({ today, error, ...box }: MonthBoxProps) {
  const say = useSay()
  const language = useLanguage()
  const read = box.value.trim() === '' ? null : readMonth(box.value, today)
  const wrong = read && !read.ok ? sayProblem(read.problem, language) : null
  const month = read?.ok ? formatDate(read.value).slice(3) : null
  const leave = () => {
    if (month) box.onChange(month)
    box.onLeave?.()
  }
  return (
    <TextBox
      {...box}
      inputMode="numeric"
      onLeave={leave}
      echoAt="below"
      error={wrong ?? error ?? null}
      echo={month ? say(texts.quote.monthEcho, { month }) : undefined}
    />
  )
}
