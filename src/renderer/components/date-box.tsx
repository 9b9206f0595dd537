import { formatDate, type ParsedDate, parseDate, weekdayName } from '#core/date.ts'
import { type Language, sayProblem } from '#core/messages.ts'
import { useLanguage } from '../language.tsx'
import { TextBox, type TextBoxProps } from './box.tsx'

const englishDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

/** A date as the app repeats it to the clerk: "thứ Tư, 06/11/2024", or the bare year. */
export function echoDate({ date, precision }: ParsedDate, language: Language): string {
  if (precision === 'year')
    return language === 'vi' ? `năm ${formatDate(date, 'year')}` : date.slice(0, 4)
  const day = language === 'vi' ? weekdayName(date) : englishDay.format(new Date(`${date}T00:00Z`))
  return `${day}, ${formatDate(date)}`
}

type DateBoxProps = Omit<TextBoxProps, 'echo'> & {
  today: string
  past?: boolean
  allowYear?: boolean
}

/**
 * A plain text box for a date: reads what clerks type (6/11/90, 061190, 1990), repeats it in words
 * below, writes it out on leaving, and refuses a day that does not exist. `error` from outside comes
 * after the reading itself.
 */
export function DateBox({ today, past, allowYear, error, ...box }: DateBoxProps) {
  const language = useLanguage()
  const read =
    box.value.trim() === ''
      ? null
      : parseDate(box.value, { today, ...(past && { past }), ...(allowYear && { allowYear }) })
  const wrong = read && !read.ok ? sayProblem(read.problem, language) : null
  const leave = () => {
    if (read?.ok) box.onChange(formatDate(read.value.date, read.value.precision))
    box.onLeave?.()
  }
  return (
    <TextBox
      {...box}
      inputMode="numeric"
      onLeave={leave}
      echoAt="below"
      error={wrong ?? error ?? null}
      echo={read?.ok ? echoDate(read.value, language) : undefined}
    />
  )
}
