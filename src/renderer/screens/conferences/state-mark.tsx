import type { ConferenceCard } from '#core/conference.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'
import css from './conferences.module.css'

type MarkProps = { conference: Pick<ConferenceCard, 'state' | 'heldOn'>; today: string }

/** How far a conference is, in words; one whose day has come asks for its outcome. */
export function StateMark({ conference, today }: MarkProps) {
  const say = useSay()
  const { state, heldOn } = conference
  const waits = state === 'planned' && heldOn < today
  return (
    <span className={css.state} data-state={waits ? 'waits' : state}>
      {say(texts.terms.conferenceState[state])}
      {waits && ` · ${say(texts.conferences.needsOutcome)}`}
    </span>
  )
}
