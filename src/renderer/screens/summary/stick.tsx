import { useEffect, useState } from 'react'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/page.tsx'
import { useSay } from '../../language.tsx'

const everySecond = 1000

/**
 * Watches the folder a file goes to: whether it is there, and after writing whether the stick may be
 * taken out. `sequence` is the file written, null before.
 */
export function Stick({ folder, sequence }: { folder: string; sequence: number | null }) {
  const say = useSay()
  const { stick } = texts.periods
  const { data } = useCall(
    'summary.stick',
    { folder, sequence },
    { every: everySecond, fresh: true },
  )
  const [wasWhole, setWasWhole] = useState(false)
  useEffect(() => {
    if (data === 'whole') setWasWhole(true)
  }, [data])
  if (data === undefined) return null
  const left = data === 'absent' && wasWhole
  const words =
    data === 'whole'
      ? stick.safe
      : data === 'wrong' || (data === 'ready' && sequence !== null)
        ? stick.wrong
        : data === 'ready'
          ? stick.ready
          : left
            ? stick.removed
            : stick.absent
  const good = data === 'whole' || left || words === stick.ready
  return (
    <div role="status">
      <Notice tone={good ? 'leaf' : 'lamp'}>{say(words)}</Notice>
    </div>
  )
}
