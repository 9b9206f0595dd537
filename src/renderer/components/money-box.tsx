import { sayProblem } from '#core/messages.ts'
import { formatMoney, parseMoney } from '#core/money.ts'
import { useLanguage } from '../language.tsx'
import { TextBox, type TextBoxProps } from './box.tsx'

/** A plain text box for whole đồng: any usual grouping is read, and grouped with dots on leaving. */
export function MoneyBox({ error, ...box }: TextBoxProps) {
  const language = useLanguage()
  const read = box.value.trim() === '' ? null : parseMoney(box.value)
  const wrong = read && !read.ok ? sayProblem(read.problem, language) : null
  const leave = () => {
    if (read?.ok) box.onChange(formatMoney(read.value))
    box.onLeave?.()
  }
  return <TextBox {...box} inputMode="numeric" error={wrong ?? error ?? null} onLeave={leave} />
}
