import { Progress } from '@mantine/core'
import type { TargetStand } from '#core/city/standing.ts'
import { formatMoney } from '#core/money.ts'
import { texts } from '#core/texts.ts'
import { useLanguage, useSay } from '../../language.tsx'
import css from './city-totals.module.css'

/** How far the city is with one target. */
export function TargetBar({ target }: { target: TargetStand }) {
  const say = useSay()
  const language = useLanguage()
  const { label, value, achieved } = target
  const percent = value === 0 ? 100 : Math.floor((achieved / value) * 1000) / 10
  const words = say(texts.cityTotals.of, {
    achieved: formatMoney(achieved),
    value: formatMoney(value),
    percent: String(percent).replace('.', language === 'vi' ? ',' : '.'),
  })
  return (
    <div className={css.target}>
      <span>{label}</span>
      <strong>{words}</strong>
      <Progress
        value={Math.min(100, percent)}
        color={achieved >= value ? 'leaf' : 'river'}
        aria-label={`${label}: ${words}`}
      />
    </div>
  )
}
