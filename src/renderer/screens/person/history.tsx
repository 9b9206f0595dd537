import { Text } from '@mantine/core'
import type { HistoryLine } from '#core/contract.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Answer } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'
import css from './person.module.css'
import { sayChange } from './say-change.ts'

const { person } = texts

const clock = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
})

/** A moment as "16/11/2024, 08:30", in Vietnamese time. */
export function sayMoment(at: string): string {
  return clock.format(new Date(at))
}

/** What happened to an enrolment, its person and its household: who, when, old → new. */
export function History({ enrolmentId }: { enrolmentId: number }) {
  const say = useSay()
  const query = useCall('enrolment.history', { id: enrolmentId }, { keep: true })
  return (
    <section className={css.part} aria-label={say(person.history)}>
      <h2>{say(person.history)}</h2>
      <Answer query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <Text size="sm">{say(person.noHistory)}</Text>
          ) : (
            <ol className={css.history}>
              {lines.map((line) => (
                <Event key={line.seq} line={line} />
              ))}
            </ol>
          )
        }
      </Answer>
    </section>
  )
}

function Event({ line }: { line: HistoryLine }) {
  const say = useSay()
  const { at, who, event, changes, reason } = line
  const label = (person.event as Record<string, Phrase>)[event] ?? person.otherChange
  // What was there from the start is told by the card itself.
  const isNew = event.endsWith('.added')
  const said = isNew
    ? []
    : changes.map((change) => sayChange(change, say)).filter((s) => s !== null)
  return (
    <li>
      <strong>{say(label)}</strong>{' '}
      <span className="soft">
        {sayMoment(at)}, {who}
      </span>
      {reason && <p>{say(person.reasonSaid, { reason })}</p>}
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  )
}
