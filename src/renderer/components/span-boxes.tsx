import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useSay } from '../language.tsx'
import { DateBox } from './date-box.tsx'

const ends = ['from', 'to'] as const

/** The two days of a span, as typed. */
type TypedSpan = { from: string; to: string }

type SpanBoxesProps = {
  /** What the boxes are called: from and to, unless said. */
  labels?: { from: Phrase; to: Phrase }
  value: TypedSpan
  today: string
  width: number
  /** How much of the free room each takes. */
  grow?: number
  onChange: (change: Partial<TypedSpan>) => void
}

/** The first and the last day of a span, side by side. */
export function SpanBoxes(props: SpanBoxesProps) {
  const { labels = texts.common, value, onChange, ...box } = props
  const say = useSay()
  return ends.map((end) => (
    <DateBox
      {...box}
      key={end}
      label={say(labels[end])}
      value={value[end]}
      onChange={(day) => onChange({ [end]: day })}
    />
  ))
}
