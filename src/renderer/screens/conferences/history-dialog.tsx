import type { HistoryLine } from '#core/contract.ts'
import { fill, type Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Answer } from '../../components/page.tsx'
import { useLanguage, useSay } from '../../language.tsx'
import { sayMoment } from '../person/history.tsx'
import css from './conferences.module.css'
import { conferenceLabel } from './use-save-conference.ts'

/** What happened to a conference: who, when, which boxes changed. */
export function HistoryDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const say = useSay()
  const query = useCall('conference.history', { id })
  return (
    <Dialog title={say(texts.conferences.history)} onClose={onClose} size="lg">
      <Answer query={query}>
        {(lines) => (
          <ol className={css.history}>
            {lines.map((line) => (
              <Line key={line.seq} line={line} />
            ))}
          </ol>
        )}
      </Answer>
    </Dialog>
  )
}

function Line({ line: { event, at, who, changes, reason } }: { line: HistoryLine }) {
  const say = useSay()
  const language = useLanguage()
  const labels = conferenceLabel as Record<string, Phrase>
  const isNew = event === 'conference.added'
  const changed = changes.flatMap(({ field, from, to }) => {
    const label = labels[field]
    if (isNew || !label) return []
    return [`${fill(label, language)}: ${sayShort(field, from, say)} → ${sayShort(field, to, say)}`]
  })
  return (
    <li>
      <strong>{say(texts.conferenceEvents[event] ?? texts.conferences.history)}</strong>{' '}
      <span className="soft">
        {sayMoment(at)}, {who}
      </span>
      {reason && <p>{reason}</p>}
      {changed.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  )
}

const longest = 60

function sayShort(field: string, value: unknown, say: (phrase: Phrase) => string): string {
  if (value === null || value === undefined || value === '') return '—'
  if (field === 'state') {
    const states = texts.terms.conferenceState as Record<string, Phrase>
    return states[String(value)] ? say(states[String(value)] as Phrase) : String(value)
  }
  if (Array.isArray(value)) return value.join(', ') || '—'
  const text = typeof value === 'object' && 'code' in value ? String(value.code) : String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
