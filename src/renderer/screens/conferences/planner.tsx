import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Conference, ConferenceCard } from '#core/conference.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { useKeys } from '../../components/keys.tsx'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import { Calendar } from './calendar.tsx'
import { ConferenceActions } from './conference-actions.tsx'
import { ConferenceForm } from './conference-form.tsx'
import { ConferenceList } from './conference-list.tsx'
import css from './conferences.module.css'
import { conferenceDraft, editConference } from './draft.ts'
import { formatMonth, monthAfter } from './span.ts'

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
  const list = useCall('conference.list', {})
  const form = conferenceDraft.use()
  const [month, setMonth] = useState(today.slice(0, 7))
  const step = view === 'list' ? 12 : 1
  const fits = ({ heldOn }: ConferenceCard) =>
    heldOn.startsWith(view === 'list' ? month.slice(0, 4) : month)
  const shared = {
    today,
    chosen: form?.id ?? null,
    onOpen: ({ id }: ConferenceCard) => onWant({ id }),
  }
  const card = list.data?.find(({ id }) => id === form?.id)
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
              <ConferenceList {...shared} rows={rows.filter(fits)} />
            ) : (
              <Calendar {...shared} month={month} rows={rows} onAdd={(day) => onWant({ day })} />
            )
          }
        </Answer>
      </div>
      {form && (
        <div className={css.right}>
          {form.id !== null && (
            <Stored
              id={form.id}
              unsaved={form.touched}
              onInside={onInside}
              onWant={onWant}
              onSaid={onSaid}
              onDone={onDone}
            />
          )}
          <ConferenceForm
            key={form.id ?? form.key}
            form={form}
            today={today}
            stored={card}
            onSaved={(id) => {
              onSaid(say(conferences.saved, { id }))
              onDone(form.id === null ? { day: today } : { id })
            }}
          />
        </div>
      )}
    </div>
  )
}

type StoredProps = Pick<PlannerProps, 'onInside' | 'onWant' | 'onSaid' | 'onDone'> & {
  id: number
  unsaved: boolean
}

/** The conference in the form as the book has it; what changes there behind the form shows in it. */
function Stored({ id, unsaved, onInside, onWant, onSaid, onDone }: StoredProps) {
  const query = useCall('conference.open', { id }, { keep: true })
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
