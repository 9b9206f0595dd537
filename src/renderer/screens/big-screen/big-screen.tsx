import { Portal } from '@mantine/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Overview } from '#core/overview.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { KeysOnTop, useKeys } from '../../components/keys.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { overviewJob } from '../overview/jobs.ts'
import css from './big-screen.module.css'

const everyMinute = 60_000

/**
 * The launch-day hall: large numbers over the whole screen, nothing about anybody in person. It follows
 * every save and reads again each minute; Esc leaves.
 */
export function BigScreen({ today, onLeave }: { today: string; onLeave: () => void }) {
  const say = useSay()
  const screen = useRef<HTMLDivElement>(null)
  const query = useCall('overview.read', { on: today, job: overviewJob }, { keep: true })
  const readAgain = useEffectEvent(() => void query.refetch())
  useEffect(() => {
    const timer = setInterval(() => readAgain(), everyMinute)
    return () => clearInterval(timer)
  }, [])
  useWholeScreen(screen, onLeave)
  return (
    <Portal>
      <KeysOnTop>
        <LeaveKey onLeave={onLeave} />
        <div
          ref={screen}
          className={css.screen}
          role="dialog"
          aria-label={say(texts.overview.bigScreen)}
          tabIndex={-1}
        >
          <Answer query={query}>{(view) => <Numbers view={view} />}</Answer>
        </div>
      </KeysOnTop>
    </Portal>
  )
}

function LeaveKey({ onLeave }: { onLeave: () => void }) {
  useKeys([{ key: 'Escape', label: texts.overview.leaveKey, run: onLeave }])
  return null
}

/** Takes the whole screen where the system gives it; leaving that by the system's Esc leaves us too. */
function useWholeScreen(screen: React.RefObject<HTMLDivElement | null>, onLeave: () => void) {
  const leave = useEffectEvent(onLeave)
  useEffect(() => {
    screen.current?.focus()
    const follow = () => document.fullscreenElement === null && leave()
    void document.documentElement
      .requestFullscreen()
      .then(() => document.addEventListener('fullscreenchange', follow))
      .catch(() => {})
    return () => {
      document.removeEventListener('fullscreenchange', follow)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    }
  }, [screen])
}

function Numbers({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  const { launch } = view
  const isLaunch = launch !== null && launch.day <= view.on && view.on <= view.focus.to
  const people = isLaunch ? launch.people : view.today
  const goal = isLaunch
    ? launch.targets.find(
        ({ measure, scope }) => measure === 'first-time-persons' && scope === 'unit',
      )
    : undefined
  const day = isLaunch
    ? say(overview.launch, { date: formatDate(launch.day) })
    : say(overview.newDay, { date: formatDate(view.on) })
  const held = isLaunch ? launch.conferences + launch.smallGroups : view.conferences.held
  const boxes: [string, number][] = [
    [say(overview.bigJoiners), people.joiner],
    [say(overview['bhxh-tn']), people['bhxh-tn']],
    [say(overview['bhyt-hgd']), people['bhyt-hgd']],
    [`${say(overview.conferences)} · ${say(overview.smallGroups)}`, held],
  ]
  return (
    <>
      <header className={css.head}>
        <h1>{view.unit.name}</h1>
        <span>{day}</span>
      </header>
      <div className={css.main} role="status">
        <span className={goal && goal.permille >= 1000 ? `${css.huge} ${css.done}` : css.huge}>
          {formatMoney(people.first)}
        </span>
        <span className={css.goal}>
          {say(overview.bigFirst)}
          {goal && ` · ${say(overview.bigOf, { n: formatMoney(goal.value) })}`}
        </span>
      </div>
      <div className={css.row}>
        {boxes.map(([name, number]) => (
          <div key={name} className={css.box}>
            <strong>{formatMoney(number)}</strong>
            <span>{name}</span>
          </div>
        ))}
      </div>
      <footer className={css.foot}>{say(overview.leave)}</footer>
    </>
  )
}
