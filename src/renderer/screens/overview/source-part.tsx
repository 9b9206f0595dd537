import { Table, Text } from '@mantine/core'
import type { CountedFigure } from '#core/contract/overview-calls.ts'
import { formatDate } from '#core/date.ts'
import type { Phrase } from '#core/messages.ts'
import type { Overview } from '#core/overview.ts'
import { texts } from '#core/texts.ts'
import { Sheet } from '../../components/page.tsx'
import tableCss from '../../components/table.module.css'
import { useSay } from '../../language.tsx'
import { FigureNumber, percent } from './figure.tsx'
import css from './overview.module.css'

type Line = {
  key: string
  name: string
  side: NonNullable<CountedFigure['side']>
  people: number
  permille: number | null
}

/** Where people came from: collecting organisations, target groups, best and weakest conferences. */
export function SourcePart({ view }: { view: Overview }) {
  const say = useSay()
  const { overview, terms } = texts
  const { sources } = view
  const conferences = (some: Overview['sources']['bestConferences']): Line[] =>
    some.map((one) => ({
      key: String(one.id),
      name: `${formatDate(one.heldOn)} · ${one.place}, ${one.communeName}`,
      side: { by: 'conference', conferenceId: one.id },
      ...{ people: one.joiners, permille: one.attendees > 0 ? one.permille : null },
    }))
  const without: Line = {
    ...{ key: 'none', name: say(overview.withoutConference), permille: null },
    ...{ side: { by: 'conference', conferenceId: 0 }, people: sources.withoutConference },
  }
  const collectors = sources.collectors.map(({ key, people, permille }): Line => {
    const name = say(terms.collector[key])
    return { key, name, side: { by: 'collector', collector: key }, people: people.joiner, permille }
  })
  const occupations = sources.occupations.map(({ key, people, permille }): Line => {
    const name = say(terms.occupation[key])
    return {
      key,
      name,
      side: { by: 'occupation', occupation: key },
      people: people.joiner,
      permille,
    }
  })
  return (
    <Sheet title={say(overview.sources)}>
      <div className={css.halves}>
        <Lines title={say(overview.collectors)} lines={collectors} view={view} />
        <Lines title={say(overview.occupations)} lines={occupations} view={view} />
        <Lines
          title={say(overview.bestConferences)}
          lines={[...conferences(sources.bestConferences), without]}
          view={view}
        />
        <Lines
          title={say(overview.weakestConferences)}
          lines={conferences(sources.weakestConferences)}
          none={
            sources.bestConferences.length > 0 ? overview.fewConferences : overview.noConferences
          }
          view={view}
        />
      </div>
    </Sheet>
  )
}

type LinesProps = { title: string; lines: Line[]; none?: Phrase; view: Overview }

function Lines({ title, lines, none = texts.overview.noConferences, view }: LinesProps) {
  const say = useSay()
  const { from, to } = view.focus
  if (lines.length === 0) {
    return (
      <div>
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Text size="sm">{say(none)}</Text>
      </div>
    )
  }
  return (
    <Table className={tableCss.table} aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{title}</Table.Th>
          <Table.Th className={tableCss.right}>{say(texts.overview.joiner)}</Table.Th>
          <Table.Th className={tableCss.right}>{say(texts.overview.share)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ key, name, side, people, permille }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td className={tableCss.right}>
              <FigureNumber
                figure={{ counted: 'joiner', from, to, on: view.on, side }}
                people={people}
                name={name}
              />
            </Table.Td>
            <Table.Td className={tableCss.right}>
              {permille === null ? '–' : percent(permille)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
