import { Progress, Text } from '@mantine/core'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Overview } from '#core/overview.ts'
import { countedOf } from '#core/overview-cells.ts'
import { heldBy } from '#core/overview-held.ts'
import type { TargetFigure } from '#core/overview-pace.ts'
import { texts } from '#core/texts.ts'
import { Empty } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { FigureNumber, HeldNumber, percent } from './figure.tsx'
import css from './overview.module.css'

/** Every target as a card: done, share, remaining, needed per working day, forecast. */
export function TargetCards({ view }: { view: Overview }) {
  const say = useSay()
  if (view.targets.length === 0) {
    return (
      <Empty title={say(texts.overview.noTargets)}>
        <Text size="sm">{say(texts.overview.noTargetsHint)}</Text>
      </Empty>
    )
  }
  return (
    <div className={css.cards}>
      {view.targets.map((target) => (
        <TargetCard key={target.id} target={target} on={view.on} />
      ))}
    </div>
  )
}

function TargetCard({ target, on }: { target: TargetFigure; on: string }) {
  const say = useSay()
  const { overview } = texts
  const { label, done, value, permille, from, to } = target
  const counted = countedOf(target.measure)
  const isOwn = target.scope === 'unit'
  const span = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
  return (
    <article
      className={css.card}
      data-state={isOwn ? target.state : 'city'}
      data-target={target.id}
    >
      <h3>{label}</h3>
      <span className={css.figure}>
        {counted ? (
          <FigureNumber figure={{ counted, from, to, on, side: null }} people={done} name={label} />
        ) : (
          <HeldNumber figure={heldBy(target, on, 'conference')} held={done} name={label} />
        )}
        <small>
          / {formatMoney(value)} ({percent(permille)})
        </small>
      </span>
      <Progress
        value={Math.min(100, permille / 10)}
        aria-label={label}
        color={permille >= 1000 ? 'leaf' : 'river'}
      />
      <span className={css.line}>{span}</span>
      {isOwn ? (
        <OwnLines target={target} />
      ) : (
        <span className={css.line}>{say(overview.noForecast.city)}</span>
      )}
    </article>
  )
}

function OwnLines({ target }: { target: TargetFigure }) {
  const say = useSay()
  const { overview } = texts
  const { state, remaining, done, value, neededPerDay, forecast, noForecast } = target
  const isOver = state === 'missed' || remaining === 0
  return (
    <>
      <span className={css.state}>
        {say(overview.state[state])}
        {remaining > 0 && ` · ${say(overview.remaining, { n: formatMoney(remaining) })}`}
        {done > value && ` · ${say(overview.over, { n: formatMoney(done - value) })}`}
      </span>
      {!isOver && (
        <span className={css.line}>
          {neededPerDay === null
            ? say(overview.noDays)
            : say(overview.needed, {
                n: formatMoney(neededPerDay),
                days: target.workingDaysLeft,
              })}
          {' · '}
          {say(overview.time, { percent: percent(target.timePermille) })}
        </span>
      )}
      {forecast && (
        <span className={css.line}>
          {say(overview.forecast, {
            likely: formatMoney(forecast.likely),
            low: formatMoney(forecast.low),
            high: formatMoney(forecast.high),
            pace: String(forecast.perDay).replace('.', ','),
          })}
        </span>
      )}
      {noForecast && !isOver && (
        <span className={css.line}>{say(overview.noForecast[noForecast])}</span>
      )}
    </>
  )
}
