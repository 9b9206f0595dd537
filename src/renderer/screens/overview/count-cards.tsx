import { formatDate } from '#core/date.ts'
import { formatMoney } from '#core/money.ts'
import type { Overview } from '#core/overview.ts'
import type { Counted, PeopleCounts } from '#core/overview-cells.ts'
import { heldBy } from '#core/overview-held.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import { FigureNumber, HeldNumber, percent } from './figure.tsx'
import css from './overview.module.css'

const counteds: Counted[] = ['joiner', 'first', 'bhxh-tn', 'bhyt-hgd']

type Days = { from: string; to: string; on: string }

/** Today, the launch day, the campaign and the year, side by side; then conferences and coverage. */
export function CountCards({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  const { on, year, focus, launch } = view
  const yearDays = { from: year.from, to: year.to, on }
  return (
    <div className={css.counts}>
      <Counts
        title={say(overview.today, { date: formatDate(on) })}
        days={yearDays}
        day={on}
        people={view.today}
      />
      {launch && (
        <Counts
          title={say(overview.launch, { date: formatDate(launch.day) })}
          days={{ from: launch.day, to: launch.day, on }}
          people={launch.people}
        />
      )}
      {focus.name && (
        <Counts
          title={say(overview.campaign)}
          days={{ from: focus.from, to: focus.to, on }}
          people={focus.people}
        />
      )}
      <Counts
        title={say(overview.year, { year: on.slice(0, 4) })}
        days={yearDays}
        people={year.people}
      />
      <Held view={view} />
      <Coverage view={view} />
    </div>
  )
}

type CountsProps = { title: string; days: Days; day?: string; people: PeopleCounts }

function Counts({ title, days, day, people }: CountsProps) {
  const say = useSay()
  const side = day === undefined ? null : { by: 'day' as const, from: day, to: day }
  return (
    <section className={css.count} aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {counteds.map((counted) => (
          <Line key={counted} term={say(texts.overview[counted])}>
            <FigureNumber
              figure={{ counted, ...days, side }}
              people={people[counted]}
              name={`${title}, ${say(texts.overview[counted])}`}
            />
          </Line>
        ))}
      </dl>
    </section>
  )
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Held({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  const { on, focus, conferences } = view
  const { planned, held, smallGroups, attendees, communesWithout } = conferences
  return (
    <section className={css.count} aria-label={say(overview.conferences)}>
      <h2>{say(overview.conferences)}</h2>
      <dl>
        <Line term={say(overview.conferences)}>
          <HeldNumber
            figure={heldBy(focus, on, 'conference')}
            held={held}
            name={say(overview.conferences)}
          />
          {planned > 0 && ` / ${formatMoney(planned)}`}
        </Line>
        <Line term={say(overview.smallGroups)}>
          <HeldNumber
            figure={heldBy(focus, on, 'small-group')}
            held={smallGroups}
            name={say(overview.smallGroups)}
          />
        </Line>
        <Line term={say(overview.attendees)}>
          <HeldNumber
            figure={heldBy(focus, on, null)}
            held={attendees}
            name={say(overview.attendees)}
          />
        </Line>
        <Line term={say(overview.without)}>{formatMoney(communesWithout)}</Line>
      </dl>
    </section>
  )
}

function Coverage({ view }: { view: Overview }) {
  const say = useSay()
  const { overview } = texts
  return (
    <section className={`${css.count} ${css.wide}`} aria-label={say(overview.coverage)}>
      <h2>{say(overview.coverage)}</h2>
      <div className={css.thirds}>
        {view.coverage.map((one) => (
          <div key={one.measure} className={css.line}>
            <strong>
              {say(overview.coverageOf[one.measure])}
              {': '}
              {one.permille === null || !one.isWhole ? '–' : percent(one.permille)}
            </strong>
            {' · '}
            {say(overview.coverageTarget, { percent: percent(one.targetPermille) })}
            <br />
            {say(overview.coverageBook)}
            {': '}
            <FigureNumber
              figure={{ inForce: one.measure === 'bhyt' ? 'bhyt-hgd' : 'bhxh-tn', on: view.on }}
              people={one.inBook}
              name={`${say(overview.coverageOf[one.measure])}, ${say(overview.coverageBook)}`}
            />
            {' · '}
            {one.base === null
              ? say(overview.coverageNoBase)
              : one.isWhole
                ? say(overview.coverageMissing, { n: formatMoney(one.missing ?? 0) })
                : say(overview.coveragePart)}
          </div>
        ))}
      </div>
    </section>
  )
}
