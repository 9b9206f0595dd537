import { List } from '@mantine/core'
import type { NumberGaps } from '#core/city/numbers.ts'
import { texts } from '#core/texts.ts'
import { useCall } from '../../api.ts'
import { Answer, Notice, Sheet } from '../../components/page.tsx'
import { type Say, useSay } from '../../language.tsx'

const { cityDays } = texts

/** The units whose file numbers have holes or do not follow. */
export function Gaps() {
  const say = useSay()
  const gaps = useCall('city.gaps', {})
  return (
    <Answer query={gaps}>
      {(units) =>
        units.length === 0 ? (
          <Notice tone="leaf">{say(cityDays.noGaps)}</Notice>
        ) : (
          <Sheet title={say(cityDays.gaps)}>
            <List size="sm">
              {units.map((one) => (
                <List.Item key={one.unit.code}>
                  <strong>{one.unit.name}</strong>: {sayGaps(one, say)}
                </List.Item>
              ))}
            </List>
          </Sheet>
        )
      }
    </Answer>
  )
}

function sayGaps({ missing, brokenAt }: NumberGaps, say: Say): string {
  const spans = missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return [
    spans.length > 0 && say(cityDays.gapOf, { spans: spans.join(', ') }),
    brokenAt.length > 0 && say(cityDays.brokenAt, { numbers: brokenAt.join(', ') }),
  ]
    .filter(Boolean)
    .join('; ')
}
