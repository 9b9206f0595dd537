import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { AppState, StaffCard } from '#core/contract.ts'
import { formatDate, parseDate } from '#core/date.ts'
import { type Span, spanAround } from '#core/period.ts'
import { PeriodKind } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { BoxRow, ChoiceBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { Answer, Page } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { History } from './history.tsx'
import { PeriodView } from './period-view.tsx'
import { saySpan } from './say-span.ts'
import css from './summary.module.css'

type SummaryProps = { state: AppState; session: StaffCard }

/** The figures of a period, closing and signing it, and every period that was closed before. */
export function SummaryScreen({ state, session }: SummaryProps) {
  const say = useSay()
  const [kind, setKind] = useState<PeriodKind>('day')
  const [typed, setTyped] = useState(formatDate(state.today))
  const [typedFrom, setTypedFrom] = useState<string | null>(null)
  const [pool, setPool] = useState(false)
  const read = (text: string): string | null => {
    const date = parseDate(text, { today: state.today, past: true })
    return date.ok ? date.value.date : null
  }
  const day = read(typed)
  const targets = useCall('office.targets', {})
  const starts = (targets.data ?? []).map(({ from }) => from).filter((from) => from <= (day ?? ''))
  const start = starts.sort().at(-1) ?? day ?? state.today
  const from = typedFrom === null ? start : read(typedFrom)
  const span = day && from ? spanAround(kind, day, from) : null
  const show = (chosen: Span) => {
    setKind(chosen.kind)
    setTyped(formatDate(chosen.to > state.today ? state.today : chosen.to))
    setTypedFrom(chosen.kind === 'campaign' ? formatDate(chosen.from) : null)
    document.querySelector('main')?.scrollTo({ top: 0 })
  }
  return (
    <Page title={texts.periods.title}>
      <BoxRow>
        <ChoiceBox
          label={say(texts.periods.kind)}
          path="kind"
          width={11}
          grow={0}
          value={kind}
          options={PeriodKind.options.map((value) => ({
            value,
            label: say(texts.terms.periodKind[value]),
          }))}
          onChange={setKind}
        />
        {kind === 'campaign' && (
          <DateBox
            label={say(texts.periods.campaignFrom)}
            width={14}
            grow={0}
            today={state.today}
            past
            value={typedFrom ?? formatDate(start)}
            onChange={setTypedFrom}
          />
        )}
        <DateBox
          label={say(texts.periods.day)}
          width={14}
          grow={0}
          today={state.today}
          past
          autoFocus
          value={typed}
          onChange={setTyped}
        />
        <Checkbox
          className={css.pool ?? ''}
          label={say(texts.periods.pool)}
          checked={pool}
          onChange={(event) => setPool(event.currentTarget.checked)}
        />
      </BoxRow>
      {span && (
        <Figured
          key={`${saySpan(span)} ${pool}`}
          span={span}
          pool={pool}
          state={state}
          session={session}
        />
      )}
      <History state={state} onShow={show} />
    </Page>
  )
}

type FiguredProps = SummaryProps & { span: Span; pool: boolean }

function Figured({ span, pool, state, session }: FiguredProps) {
  const preview = useCall('summary.preview', { ...span, pool })
  const periods = useCall('period.list', {})
  return (
    <Answer query={preview}>
      {({ summary }) => (
        <Answer query={periods}>
          {(known) => {
            const card = known.find((one) => saySpan(one) === saySpan(span)) ?? null
            return <PeriodView {...{ span, pool, summary, card, state, session }} />
          }}
        </Answer>
      )}
    </Answer>
  )
}
