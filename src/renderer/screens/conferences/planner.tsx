import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Conference, ConferenceCard } from '#core/conference.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { useMay } from '../../use-may.ts'
import { Calendar } from './calendar.tsx'
import { ConferenceActions } from './conference-actions.tsx'
import { ConferenceForm } from './conference-form.tsx'
import { ConferenceList } from './conference-list.tsx'
import css from './conferences.module.css'
import { conferenceDraft, editConference, type ConferenceForm as FormState } from './draft.ts'
import { formatMonth, gridSpan, monthAfter, yearSpan } from './span.ts'

type PlannerProps = {
  view: 'list' | 'calendar'
  today: string
  onWant: (wanted: { id: number } | { day: string } | { copyOf: Conference }) => void
  onInside: (id: number, part: 'roster' | 'files') => void
  onSaid: (said: string | null) => void
  onDone: (wanted: { id: number } | { day: string }) => void
}

const { conferences } = texts

/** The list or the calendar, and the form beside it. */
export function Planner({ view, today, onWant, onInside, onSaid, onDone }: PlannerProps) {
  const say = useSay()
  const form = conferenceDraft.use()
  const mayWrite = useMay('work')
  const [month, setMonth] = useState(today.slice(0, 7))
  const step = view === 'list' ? 12 : 1
  const span = view === 'list' ? yearSpan(month) : gridSpan(month)
  const list = useCall('conference.list', { span })
  const shared = {
    today,
    chosen: form?.id ?? null,
    onOpen: ({ id }: ConferenceCard) => onWant({ id }),
  }
  return (
    <div className={css.columns}>
      <div className={css.left}>
        <Turn
          name={
            view === 'list'
              ? say(conferences.year, { year: month.slice(0, 4) })
              : say(conferences.month, { month: formatMonth(month) })
          }
          onTurn={(by) => setMonth(monthAfter(month, by * step))}
        />
        <Answer query={list}>
          {(rows) =>
            view === 'list' ? (
              <ConferenceList {...shared} rows={rows} />
            ) : (
              <Calendar
                {...shared}
                month={month}
                rows={rows}
                onAdd={(day) => mayWrite && onWant({ day })}
              />
            )
          }
        </Answer>
      </div>
      {form && (mayWrite || form.id !== null) && (
        <Right {...{ form, today, onInside, onWant, onSaid, onDone }} />
      )}
    </div>
  )
}

type RightProps = Omit<PlannerProps, 'view'> & { form: FormState }

/** The form, under what can be done with its conference once the book has it. */
function Right({ form, today, onInside, onWant, onSaid, onDone }: RightProps) {
  const say = useSay()
  const { id } = form
  const query = useCall('conference.open', { id: id ?? 0 }, { keep: true, enabled: id !== null })
  const stored = query.data?.id === id ? query.data : undefined
  return (
    <div className={css.right}>
      {id !== null && (
        <Stored {...{ id, query, onInside, onWant, onSaid, onDone }} unsaved={form.touched} />
      )}
      <ConferenceForm
        key={id ?? form.key}
        form={form}
        today={today}
        stored={stored}
        onSaved={(saved) => {
          onSaid(say(conferences.saved, { id: saved }))
          onDone(id === null ? { day: today } : { id: saved })
        }}
      />
    </div>
  )
}

type StoredProps = Pick<PlannerProps, 'onInside' | 'onWant' | 'onSaid' | 'onDone'> & {
  id: number
  query: UseQueryResult<Conference>
  unsaved: boolean
}

/** The conference in the form as the book has it; what changes there behind the form shows in it. */
function Stored({ id, query, unsaved, onInside, onWant, onSaid, onDone }: StoredProps) {
  const stored = query.data
  useEffect(() => {
    const form = conferenceDraft.get()
    if (stored && form?.id === stored.id && !form.touched) {
      conferenceDraft.set(editConference(stored))
    }
  }, [stored])
  return (
    <Answer query={query}>
      {(conference) => (
        <ConferenceActions
          conference={conference}
          unsaved={unsaved}
          onInside={(part) => onInside(id, part)}
          onCopy={() => onWant({ copyOf: conference })}
          onStepped={(said) => {
            onSaid(said)
            onDone({ id })
          }}
        />
      )}
    </Answer>
  )
}

function Turn({ name, onTurn }: { name: string; onTurn: (by: number) => void }) {
  const say = useSay()
  useKeys([
    { key: 'alt+ArrowLeft', label: conferences.earlier, quiet: true, run: () => onTurn(-1) },
    { key: 'alt+ArrowRight', label: conferences.later, quiet: true, run: () => onTurn(1) },
  ])
  return (
    <div className={css.steps}>
      <Button size="compact-sm" variant="default" onClick={() => onTurn(-1)}>
        ‹ {say(conferences.earlier)}
      </Button>
      <strong aria-live="polite">{name}</strong>
      <Button size="compact-sm" variant="default" onClick={() => onTurn(1)}>
        {say(conferences.later)} ›
      </Button>
    </div>
  )
}
