import { Badge } from '@mantine/core'
import type { ConferenceCard } from '#core/conference.ts'
import type { ConferenceState } from '#core/terms.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../../language.tsx'

const colours: Record<ConferenceState, string> = {
  planned: 'river',
  held: 'leaf',
  closed: 'gray',
  cancelled: 'lacquer',
}

type MarkProps = { conference: Pick<ConferenceCard, 'state' | 'heldOn'>; today: string }

/** How far a conference is, in words; one whose day has come asks for its outcome. */
export function StateMark({ conference, today }: MarkProps) {
  const say = useSay()
  const { state, heldOn } = conference
  const waits = state === 'planned' && heldOn < today
  return (
    <Badge
      variant="outline"
      color={waits ? 'lamp' : colours[state]}
      tt="none"
      styles={{ label: { color: 'var(--ink)' } }}
    >
      {say(texts.terms.conferenceState[state])}
      {waits && ` · ${say(texts.conferences.needsOutcome)}`}
    </Badge>
  )
}
