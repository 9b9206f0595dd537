import { Progress, Text } from '@mantine/core'
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Summary } from '#core/summary.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './summary.module.css'
import { percentOf } from './tally.ts'

type Target = Summary['targets'][number]

/** Each target with what was achieved, in words and as a bar. */
export function Targets({ targets }: { targets: readonly Target[] }) {
  const say = useSay()
  if (targets.length === 0) return <Text size="sm">{say(texts.summary.noTargets)}</Text>
  return (
    <ul className={css.targets}>
      {targets.map((target) => (
        <TargetLine key={target.id} target={target} />
      ))}
    </ul>
  )
}

function TargetLine({ target }: { target: Target }) {
  const say = useSay()
  const { summary } = texts
  const percent = percentOf(target.achieved, target.target)
  const reached = target.achieved >= target.target
  const Icon = reached ? IconCircleCheck : IconHourglass
  const words = say(reached ? summary.reached : summary.short, {
    achieved: formatMoney(target.achieved),
    target: formatMoney(target.target),
    percent,
    left: formatMoney(Math.max(0, target.target - target.achieved)),
  })
  const { from, to } = target.period
  const span = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
  return (
    <li>
      <div className={css.targetHead}>
        <strong>{target.label}</strong>
        <small>
          {span}, {say(target.scope === 'city' ? summary.cityScope : summary.unitScope)}
        </small>
      </div>
      <Progress
        value={Math.min(percent, 100)}
        color={reached ? 'leaf' : 'lamp.6'}
        size="sm"
        aria-label={target.label}
      />
      <span className={reached ? css.reached : css.short}>
        <Icon size={15} aria-hidden /> {words}
      </span>
    </li>
  )
}
