import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { ConferenceCard } from '#core/conference.ts'
import { formatDate, weekdayName } from '#core/date.ts'
import { groupBy } from '#core/group.ts'
import { texts } from '#core/texts.ts'
import { useKeys } from '../../components/keys.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import css from './calendar.module.css'
import { weeksOf } from './span.ts'

type CalendarProps = {
  month: string
  rows: ConferenceCard[]
  today: string
  chosen: number | null
  onOpen: (conference: ConferenceCard) => void
  onAdd: (day: string) => void
}

const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const shortDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

/** A month of conferences; arrows go from day to day, Enter on a day starts a new one there. */
export function Calendar({ month, rows, today, chosen, onOpen, onAdd }: CalendarProps) {
  const say = useSay()
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const weeks = weeksOf(month)
  const days = weeks.flat()
  const [picked, setPicked] = useState<string | null>(null)
  const first = today.startsWith(month) ? today : `${month}-01`
  const at = picked !== null && days.includes(picked) ? picked : first
  const focus = (day: string) => {
    setPicked(day)
    table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }
  useKeys([{ key: 'alt+l', label: texts.conferences.toList, run: () => focus(at) }])
  const move = (event: KeyboardEvent) => {
    const by = moves[event.key]
    const to = by && !event.altKey ? days[days.indexOf(at) + by] : undefined
    if (!to) return
    event.preventDefault()
    focus(to)
  }
  const byDay = groupBy(rows.toReversed(), ({ heldOn }) => heldOn)
  return (
    <table ref={table} className={css.calendar} aria-label={say(texts.conferences.calendar)}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {language === 'vi' ? weekdayName(day) : shortDay.format(new Date(`${day}T00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-other={!day.startsWith(month) || undefined}
                data-today={day === today || undefined}
              >
                <button
                  type="button"
                  className={css.day}
                  data-day={day}
                  tabIndex={day === at ? 0 : -1}
                  aria-label={`${Number(day.slice(8))}. ${say(texts.conferences.addOn, { date: formatDate(day) })}`}
                  aria-current={day === today ? 'date' : undefined}
                  onFocus={() => setPicked(day)}
                  onKeyDown={move}
                  onClick={() => onAdd(day)}
                >
                  {Number(day.slice(8))}
                </button>
                {byDay.get(day)?.map((each) => (
                  <Entry
                    key={each.id}
                    conference={each}
                    chosen={each.id === chosen}
                    onOpen={() => onOpen(each)}
                  />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type EntryProps = { conference: ConferenceCard; chosen: boolean; onOpen: () => void }

function Entry({ conference, chosen, onOpen }: EntryProps) {
  const say = useSay()
  const { state, startsAt, place, kind, communeName } = conference
  const { conferenceKind, conferenceState } = texts.terms
  return (
    <button
      type="button"
      className={css.entry}
      data-state={state}
      aria-current={chosen || undefined}
      title={`${place}, ${communeName}`}
      onClick={onOpen}
    >
      {startsAt} {place}
      <VisuallyHidden>
        , {communeName}, {say(conferenceKind[kind])}, {say(conferenceState[state])}
      </VisuallyHidden>
    </button>
  )
}
